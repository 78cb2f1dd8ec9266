/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.compression.CompressionTraces;
import sc.fiji.sparsevit.figure.Panel;
import sc.fiji.sparsevit.grain.SmoothPartFinder;
import sc.fiji.sparsevit.image.RgbMapping;
import sc.fiji.sparsevit.image.RgbViews;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.misfit.MisfitPart;
import sc.fiji.sparsevit.misfit.MisfitPart.Trace;
import sc.fiji.sparsevit.model.ModelIdentity;
import sc.fiji.sparsevit.model.SparseVitArchitecture;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.region.EvidenceKind;
import sc.fiji.sparsevit.region.MapPosition;
import sc.fiji.sparsevit.region.Region;

class MisfitSearchTest {
  private static final Rectangle PASTED = new Rectangle(180, 100, 70, 60);
  private static final MapPosition THIRD_SLICE = new MapPosition(100, 50, 3, 0, false);

  @Test
  void partsOfEachKindAreNumberedByThemselves() {
    var image = CompressionSearchTest.forged();
    var pixels = RgbViews.of(image, StackPosition.current(image));
    var compressions = List.of(CompressionTraces.of(pixels, ProgressListener.NONE));
    var search =
        new MisfitSearch(
            compressions, List.of(seam(0, 0), seam(40, 30)), List.of(part(10, 10, Trace.NO_GRAIN)));
    var map = new FloatProcessor(image.getWidth(), image.getHeight());

    assertThat(search.found(map, MapPosition.WHOLE))
        .extracting(FoundMisfit::words)
        .containsExactly(
            "compression-1 does not fit the JPEG compression of the rest of the picture",
            "seam-1 is a rectangle with straight seams, one pixel sharp, on its sides, as a pasted"
                + " part has",
            "seam-2 is a rectangle with straight seams, one pixel sharp, on its sides, as a pasted"
                + " part has",
            "grain-1 is smooth, but what is as bright elsewhere in the picture has grain, as if it"
                + " had been painted over or smudged");
  }

  @Test
  void aPartWithSeamsRaisesTheMapAndNothingElse() {
    var map = new float[80 * 60];
    map[30 * 80 + 40] = 0.95f;

    new MisfitSearch(List.of(), List.of(seam(40, 30)), List.of()).applyTo(map, 80);

    assertThat(map[30 * 80 + 40]).isEqualTo(0.95f);
    assertThat(map[49 * 80 + 69]).isEqualTo(0.9f);
    assertThat(map[50 * 80 + 69]).isZero();
    assertThat(map[49 * 80 + 70]).isZero();
  }

  @Test
  void aRegionThatOnlySeamsSpeakForSaysSo() {
    var network = new FloatProcessor(80, 60);
    network.setf(41, 31, 0.25f);
    var map = (FloatProcessor) network.duplicate();
    var search = new MisfitSearch(List.of(), List.of(seam(40, 30)), List.of());
    search.applyTo((float[]) map.getPixels(), 80);

    var found = localization(map, network, search.found(map, THIRD_SLICE));

    assertThat(found.regions().regions())
        .singleElement()
        .satisfies(
            region -> {
              assertThat(region.grounds().kinds()).containsExactly(EvidenceKind.SEAMS);
              assertThat(region.grounds().words()).isEqualTo("seams (the network alone: 0.250)");
            });
    assertThat(found.outlined())
        .extracting(Region::name)
        .containsExactly("review-z3-001", "seam-z3-1");
  }

  @Test
  void aPastedPartIsFoundEvenIfAPanelEndsWhereItDoes() {
    var blot = blot(PASTED);
    var panels =
        List.of(
            new Panel("A", new Rectangle(0, 0, 180, 240)),
            new Panel("B", new Rectangle(180, 0, 140, 240)));

    assertThat(seams(blot, panels)).containsExactly(PASTED);
  }

  @Test
  void panelsThatTouchAreNoSeams() {
    var blot = blot(PASTED);
    var panels =
        List.of(
            new Panel("A", new Rectangle(0, 0, 180, 240)),
            new Panel("B", new Rectangle(181, 99, 69, 62)));

    assertThat(seams(blot, panels)).isEmpty();
  }

  @Test
  void aGrayPanelOfAColoredFigureIsSearched() {
    var figure = blot(PASTED).convertToColorProcessor();
    figure.setColor(Color.ORANGE);
    figure.fillRect(0, 0, 100, 240);
    var panels =
        List.of(
            new Panel("A", new Rectangle(0, 0, 100, 240)),
            new Panel("B", new Rectangle(100, 0, 220, 240)));

    assertThat(seams(figure, panels)).containsExactly(PASTED);
  }

  @Test
  void aPartWithoutGrainIsFoundInThePanelThatItLiesIn() {
    var figure = paintedOver();
    var panels =
        List.of(
            new Panel("A", new Rectangle(0, 0, 100, 240)),
            new Panel("B", new Rectangle(100, 0, 220, 240)));
    var pixels = RgbViews.of(new ImagePlus("figure", figure), new StackPosition(1, 1, 1));

    var search =
        MisfitSearch.in(
            pixels,
            panels,
            MapPosition.WHOLE,
            LocalizationOptions.defaults(),
            ProgressListener.NONE);
    assertThat(search.smooth())
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.x()).isBetween(195, 206);
              assertThat(part.y()).isBetween(25, 36);
              assertThat(part.mask().getWidth()).isBetween(50, 70);
            });
    var off = LocalizationOptions.defaults().withGrain(EvidenceSearch.OFF);
    assertThat(
            MisfitSearch.in(pixels, panels, MapPosition.WHOLE, off, ProgressListener.NONE).smooth())
        .isEmpty();
  }

  @Test
  void blocksBeginInThePicturesCornerNotInThePanels() {
    var figure = paintedOver();
    var pixels = RgbViews.of(new ImagePlus("selection", figure), new StackPosition(1, 1, 1));
    var panel = new Rectangle(101, 2, 219, 238);
    var panels = List.of(new Panel("A", new Rectangle(0, 0, 101, 240)), new Panel("B", panel));

    var search =
        MisfitSearch.in(
            pixels,
            panels,
            new MapPosition(13, 21, 0, 0, false),
            LocalizationOptions.defaults(),
            ProgressListener.NONE);

    // 101 + 13 and 2 + 21 lie 6 and 1 pixels before the next block.
    var expected =
        SmoothPartFinder.find(PreparedPicture.crop(pixels, panel), 6, 1, ProgressListener.NONE);
    assertThat(expected).hasSize(1);
    assertThat(search.smooth())
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.x()).isEqualTo(expected.get(0).x() + 101);
              assertThat(part.y()).isEqualTo(expected.get(0).y() + 2);
              assertThat(part.mask().getPixels()).isEqualTo(expected.get(0).mask().getPixels());
            });
  }

  private static List<Rectangle> seams(ImageProcessor picture, List<Panel> panels) {
    var pixels = RgbViews.of(new ImagePlus("blot", picture), new StackPosition(1, 1, 1));
    return MisfitSearch.in(
            pixels,
            panels,
            MapPosition.WHOLE,
            LocalizationOptions.defaults(),
            ProgressListener.NONE)
        .seams()
        .stream()
        .map(
            part ->
                new Rectangle(part.x(), part.y(), part.mask().getWidth(), part.mask().getHeight()))
        .toList();
  }

  /** Grain, a part of which was painted over. */
  private static ImageProcessor paintedOver() {
    var random = new Random(6);
    var picture = new ByteProcessor(320, 240);
    for (int i = 0; i < picture.getPixelCount(); i++) {
      picture.set(i, (int) Math.round(128 + 4 * random.nextGaussian()));
    }
    picture.setColor(128);
    picture.fillRect(200, 30, 60, 50);
    return picture;
  }

  /** Grain on slopes, part of which was copied to somewhere else. */
  private static ImageProcessor blot(Rectangle to) {
    var random = new Random(5);
    var blot = new ByteProcessor(320, 240);
    for (int y = 0; y < 240; y++) {
      for (int x = 0; x < 320; x++) {
        double level = 130 + 40 * Math.sin(x / 40.0) + 40 * Math.cos(y / 30.0);
        blot.set(x, y, (int) Math.round(level + 2 * random.nextGaussian()));
      }
    }
    blot.setRoi(110, 20, to.width, to.height);
    blot.insert(blot.crop(), to.x, to.y);
    blot.resetRoi();
    return blot;
  }

  private static MisfitPart seam(int x, int y) {
    return part(x, y, Trace.SEAMS);
  }

  private static MisfitPart part(int x, int y, Trace trace) {
    var mask = new ByteProcessor(30, 20);
    mask.setValue(255);
    mask.fill();
    return new MisfitPart(x, y, mask, trace);
  }

  private static Localization localization(
      FloatProcessor map, FloatProcessor network, List<FoundMisfit> misfits) {
    var model =
        new ModelIdentity(
            "test", "ab12", new SparseVitArchitecture(SparseVitConfig.lite()), Optional.empty());
    return Localization.of(
        map,
        NetworkMaps.of(network),
        List.of(),
        misfits,
        List.of(),
        THIRD_SLICE,
        null,
        RgbMapping.identity(),
        LocalizationOptions.defaults(),
        model,
        "cpu, float32",
        0.5);
  }
}
