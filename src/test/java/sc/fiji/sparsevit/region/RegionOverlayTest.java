/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.process.ByteProcessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class RegionOverlayTest {
  private final ImagePlus picture = IJ.createImage("picture", "RGB black", 40, 30, 6);

  private static FoundRegions twoRegions() {
    return RegionFinder.find(TestMaps.draw("##...", "##..."), 0.5, 1, null);
  }

  private static FoundRegions oneRegion() {
    return RegionFinder.find(TestMaps.draw("#...#"), 0.5, 1, null);
  }

  private List<String> names() {
    var names = new ArrayList<String>();
    for (var roi : picture.getOverlay()) {
      names.add(roi.getName());
    }
    return names;
  }

  @Test
  void aRerunReplacesOurElementsAndNoneOfTheUsers() {
    var own = new Roi(1, 2, 3, 4);
    own.setName("review-001");
    picture.setOverlay(new Overlay(own));

    RegionOverlay.show(picture, oneRegion().regions(), MapPosition.WHOLE);
    RegionOverlay.show(picture, twoRegions().regions(), MapPosition.WHOLE);

    assertThat(picture.getOverlay().get(0)).isSameAs(own);
    assertThat(names()).containsExactly("review-001", "review-001");
  }

  @Test
  void regionsCopiesAndPartsThatDoNotFitHaveColorsOfTheirOwn() {
    var map = TestMaps.draw("##");
    var regions =
        List.of(
            oneRegion().regions().get(0),
            Region.of("copy-1a", new ByteProcessor(1, 1, new byte[] {1}), 0, 0, map, 1),
            Region.of("compression-1", new ByteProcessor(1, 1, new byte[] {1}), 0, 0, map, 0));

    RegionOverlay.show(picture, regions, MapPosition.WHOLE);

    assertThat(picture.getOverlay().toArray())
        .extracting(Roi::getStrokeColor)
        .containsExactly(Palette.EDGE, Palette.COPY, Palette.MISFIT);
  }

  @Test
  void removingLeavesTheUsersElements() {
    var own = new Roi(1, 2, 3, 4);
    picture.setOverlay(new Overlay(own));
    RegionOverlay.show(picture, oneRegion().regions(), MapPosition.WHOLE);
    RegionOverlay.show(picture, oneRegion().regions(), MapPosition.in(picture, 2, 1));

    RegionOverlay.remove(picture);

    assertThat(picture.getOverlay().toArray()).containsExactly(own);
  }

  @Test
  void anOverlayOfOursAloneIsRemovedAltogether() {
    RegionOverlay.show(picture, oneRegion().regions(), MapPosition.WHOLE);

    RegionOverlay.remove(picture);

    assertThat(picture.getOverlay()).isNull();
  }

  @Test
  void aRerunOnOneSliceLeavesTheOtherSlicesRegions() {
    for (int slice : new int[] {2, 5, 5}) {
      var place = MapPosition.in(picture, slice, 1);
      RegionOverlay.show(picture, oneRegion().placed(place).regions(), place);
    }

    assertThat(names())
        .containsExactly("review-z2-001", "review-z2-002", "review-z5-001", "review-z5-002");
    assertThat(picture.getOverlay().get(0).getPosition()).isEqualTo(2);
    assertThat(picture.getOverlay().get(3).getPosition()).isEqualTo(5);
  }

  @Test
  void ourElementsAreKnownAgainAfterSavingThePicture() {
    RegionOverlay.show(picture, oneRegion().regions(), MapPosition.WHOLE);
    var bytes = new FileSaver(picture).serialize();

    var reopened = new Opener().deserialize(bytes);
    assertThat(reopened.getOverlay().size()).isEqualTo(2);
    RegionOverlay.remove(reopened);

    assertThat(reopened.getOverlay()).isNull();
  }

  @Test
  void theRegionsThemselvesAreNotColored() {
    var regions = oneRegion().regions();

    RegionOverlay.show(picture, regions, MapPosition.WHOLE);

    assertThat(regions.get(0).roi().getFillColor()).isNull();
    assertThat(regions.get(0).roi().getStrokeColor()).isNull();
  }

  @Test
  void regionsAreDrawnOnlyOnTheirSlice() {
    var place = MapPosition.in(picture, 2, 1);
    RegionOverlay.show(picture, twoRegions().placed(place).regions(), place);

    picture.setSlice(1);
    assertThat(picture.flatten().getProcessor().get(0, 0) & 0xffffff).isZero();
    picture.setSlice(2);
    assertThat(picture.flatten().getProcessor().get(0, 0) & 0xffffff).isNotZero();
  }

  @Test
  void regionsOfAHyperstackAreDrawnOnTheirSliceAndFrameInEveryChannel() {
    var hyperstack = IJ.createHyperStack("h", 40, 30, 2, 3, 4, 8);
    var place = MapPosition.in(hyperstack, 2, 3);
    RegionOverlay.show(hyperstack, twoRegions().placed(place).regions(), place);

    for (int frame = 1; frame <= 4; frame++) {
      for (int slice = 1; slice <= 3; slice++) {
        for (int channel = 1; channel <= 2; channel++) {
          hyperstack.setPosition(channel, slice, frame);
          int pixel = hyperstack.flatten().getProcessor().get(0, 0);
          assertThat((pixel & 0xff) != (pixel >> 8 & 0xff)).isEqualTo(slice == 2 && frame == 3);
        }
      }
    }
  }

  @Test
  void drawingTintsARegionsPixelsAndTheirEdgeOnly() {
    var map = TestMaps.random(200, 160, 0.3, new Random(2));
    map.smooth();
    map.smooth();
    var found = RegionFinder.find(map, 0.4, 20, null);
    assertThat(found.regions()).hasSizeGreaterThan(2);
    var source = new int[200 * 160];
    Arrays.fill(source, 0xff808080);

    var drawn = RegionOverlay.draw(ArrayImgs.argbs(source, 200, 160), found.regions());

    assertThat(source).containsOnly(0xff808080);
    for (int y = 0; y < 160; y++) {
      for (int x = 0; x < 200; x++) {
        boolean inside = isMarked(found, x, y);
        boolean atEdge = isMarked(found, x - 1, y) || isMarked(found, x, y - 1);
        atEdge |= isMarked(found, x - 1, y - 1);
        boolean changed = (drawn.get(x, y) & 0xffffff) != 0x808080;
        if (inside) {
          assertThat(changed).isTrue();
        } else if (changed) {
          assertThat(atEdge).isTrue();
        }
      }
    }
  }

  private static boolean isMarked(FoundRegions found, int x, int y) {
    return x >= 0 && y >= 0 && found.mask().get(x, y) != 0;
  }
}
