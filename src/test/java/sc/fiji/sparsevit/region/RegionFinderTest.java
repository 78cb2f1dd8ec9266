/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.FloatProcessor;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionFinderTest {

  @Test
  void pixelsThatAreTooFewForARegionAreCounted() {
    var found = RegionFinder.find(TestMaps.draw("##.#", "...."), 0.5, 3, null);

    assertThat(found.regions()).isEmpty();
    assertThat(found.above()).isEqualTo(3);
    assertThat(NoRegion.words("the threshold", 0, 64)).isEqualTo("no region above the threshold");
    assertThat(NoRegion.words("the threshold", 1, 64))
        .isEqualTo(
            "no region for review: 1 pixel is above the threshold, fewer than the minimum area of"
                + " 64");
    assertThat(NoRegion.words("the threshold", 300, 64))
        .endsWith(
            "300 pixels are above the threshold, in areas smaller than the minimum area of 64");
  }

  private static List<Region> regions(String... rows) {
    return RegionFinder.find(TestMaps.draw(rows), 0.5, 1, null).regions();
  }

  private static Set<Set<Point>> pixels(List<Region> regions) {
    return regions.stream()
        .map(region -> TestMaps.pixels(region.roi()))
        .collect(Collectors.toSet());
  }

  private static Set<Point> marked(FoundRegions regions) {
    var marked = new HashSet<Point>();
    for (int y = 0; y < regions.mask().getHeight(); y++) {
      for (int x = 0; x < regions.mask().getWidth(); x++) {
        if (regions.mask().get(x, y) == 255) {
          marked.add(new Point(x, y));
        }
      }
    }
    return marked;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95})
  void roisAndMaskHoldExactlyTheConnectedPixels(double density) {
    var random = new Random((long) (1000 * density));
    for (int round = 0; round < 150; round++) {
      var map = TestMaps.random(1 + random.nextInt(24), 1 + random.nextInt(24), density, random);
      var expected = TestMaps.components(map, 0.5f);

      var found = RegionFinder.find(map, 0.5, 1, null);

      assertThat(pixels(found.regions())).isEqualTo(expected);
      assertThat(found.regions()).hasSameSizeAs(expected);
      assertThat(marked(found))
          .isEqualTo(expected.stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }
  }

  @Test
  void figuresAreThoseOfTheRegionsPixels() {
    var map = TestMaps.random(60, 40, 0.4, new Random(7));

    var found = RegionFinder.find(map, 0.5, 3, null).regions();

    assertThat(found).hasSizeGreaterThan(5);
    for (var region : found) {
      var pixels = TestMaps.pixels(region.roi());
      var values = pixels.stream().mapToDouble(p -> map.getf(p.x, p.y)).summaryStatistics();
      assertThat(region.area()).isEqualTo(pixels.size());
      assertThat(region.mean()).isCloseTo(values.getAverage(), within(1e-12));
      assertThat(region.maximum()).isEqualTo(values.getMax());
      assertThat(region.roi().getBounds()).isEqualTo(region.bounds());
      assertThat(region.roi().getName()).isEqualTo(region.name());
    }
  }

  @Test
  void aHoleIsNoPartOfTheRegion() {
    var found = regions("####", "#..#", "####");

    assertThat(found).hasSize(1);
    assertThat(TestMaps.pixels(found.get(0).roi())).hasSize(10).doesNotContain(new Point(1, 1));
  }

  @Test
  void aRegionInsideAnothersHoleIsItsOwn() {
    var found = regions("#####", "#...#", "#.#.#", "#...#", "#####");

    assertThat(found).extracting(Region::area).containsExactly(16L, 1L);
  }

  @Test
  void pixelsThatTouchAtACornerAreOneRegion() {
    var falling = regions("#..", ".#.", "..#");
    var rising = regions("..#", ".#.", "#..");

    assertThat(falling).hasSize(1);
    assertThat(falling.get(0).roi().getType()).isEqualTo(Roi.TRACED_ROI);
    assertThat(TestMaps.pixels(falling.get(0).roi()))
        .containsExactlyInAnyOrder(new Point(0, 0), new Point(1, 1), new Point(2, 2));
    assertThat(rising).hasSize(1);
    assertThat(rising.get(0).roi().getType()).isEqualTo(Roi.TRACED_ROI);
    assertThat(TestMaps.pixels(rising.get(0).roi()))
        .containsExactlyInAnyOrder(new Point(2, 0), new Point(1, 1), new Point(0, 2));
  }

  @Test
  void theEndOfARowDoesNotTouchTheNextRowsStart() {
    assertThat(regions("...#", "#...")).hasSize(2);
  }

  @Test
  void theWholeMapCanBeARegion() {
    var found = regions("##", "##");

    assertThat(found).hasSize(1);
    assertThat(found.get(0).bounds()).isEqualTo(new Rectangle(0, 0, 2, 2));
  }

  @Test
  void onlyWhatIsGreaterThanTheThresholdIsMarked() {
    var map = new FloatProcessor(4, 1, new float[] {0.7f, Math.nextUp(0.7f), Float.NaN, 0.69f});

    assertThat(marked(RegionFinder.find(map, 0.7, 1, null))).containsExactly(new Point(1, 0));
  }

  @Test
  void regionsBelowTheMinimumAreaLeaveTheMaskToo() {
    var map = TestMaps.draw("##.###.####");

    var found = RegionFinder.find(map, 0.5, 3, null);

    assertThat(found.regions()).extracting(Region::area).containsExactly(4L, 3L);
    assertThat(marked(found)).hasSize(7).doesNotContain(new Point(0, 0), new Point(1, 0));
  }

  @Test
  void nothingAboveTheThresholdGivesNoRegionsAndAnEmptyMask() {
    var found = RegionFinder.find(TestMaps.draw("...", "555"), 0.5, 1, null);

    assertThat(found.regions()).isEmpty();
    assertThat(marked(found)).isEmpty();
  }

  @Test
  void theHighestMaximumComesFirstThenTheLarger() {
    var found = regions("77.9.88.77", "..........", "7.777.....");

    assertThat(found).extracting(Region::name).startsWith("review-001", "review-002");
    assertThat(found)
        .extracting(Region::bounds)
        .containsExactly(
            new Rectangle(3, 0, 1, 1),
            new Rectangle(5, 0, 2, 1),
            new Rectangle(2, 2, 3, 1),
            new Rectangle(0, 0, 2, 1),
            new Rectangle(8, 0, 2, 1),
            new Rectangle(0, 2, 1, 1));
  }

  @Test
  void theMapIsNotChanged() {
    var map = TestMaps.random(30, 30, 0.5, new Random(3));
    var before = ((float[]) map.getPixels()).clone();

    RegionFinder.find(map, 0.5, 5, new OvalRoi(3, 3, 20, 20));

    assertThat((float[]) map.getPixels()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -7, 15})
  void aSelectionLimitsTheMaskToItsShape(int left) {
    var map = new FloatProcessor(40, 30);
    map.set(1);
    var selection = new OvalRoi(left, 5, 30, 35);

    var found = RegionFinder.find(map, 0.5, 1, selection);

    var expected = TestMaps.pixels(selection);
    expected.removeIf(p -> p.x < 0 || p.x >= 40 || p.y >= 30);
    assertThat(marked(found)).isEqualTo(expected);
    assertThat(pixels(found.regions())).containsExactly(expected);
  }

  @Test
  void aRectangularSelectionIsASelectionToo() {
    var map = new FloatProcessor(10, 10);
    map.set(1);

    var found = RegionFinder.find(map, 0.5, 1, new Roi(8, 2, 10, 3)).regions();

    assertThat(found).extracting(Region::bounds).containsExactly(new Rectangle(8, 2, 2, 3));
  }

  @Test
  void aSelectionOutsideTheMapLeavesNothing() {
    var map = new FloatProcessor(10, 10);
    map.set(1);

    assertThat(RegionFinder.find(map, 0.5, 1, new OvalRoi(20, 20, 5, 5)).regions()).isEmpty();
  }

  @Test
  void aLineIsRefusedAsSelection() {
    var map = new FloatProcessor(10, 10);

    assertThatThrownBy(() -> RegionFinder.find(map, 0.5, 1, new Line(0, 0, 5, 5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Straight Line")
        .hasMessageContaining("draw an area");
  }

  @Test
  void aMapTooWideForRoisIsRefusedInASentence() {
    var map = new FloatProcessor((1 << 24) + 1, 1);

    assertThatThrownBy(() -> RegionFinder.find(map, 0.5, 1, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16777217 x 1")
        .hasMessageContaining("16777216");
  }

  @Test
  void theWidestMapHasExactRois() {
    int width = 1 << 24;
    var map = new FloatProcessor(width, 1);
    map.setf(width - 1, 0, 1);
    map.setf(width - 3, 0, 1);

    var found = RegionFinder.find(map, 0.5, 1, null).regions();

    assertThat(pixels(found))
        .containsExactlyInAnyOrder(
            Set.of(new Point(width - 3, 0)), Set.of(new Point(width - 1, 0)));
  }

  @Test
  void aHundredThousandSpecksAreDropped() {
    var map = new FloatProcessor(1000, 1000);
    for (int y = 0; y < 1000; y += 3) {
      for (int x = 0; x < 1000; x += 3) {
        map.setf(x, y, 1);
      }
    }
    map.setRoi(500, 500, 8, 8);
    map.setValue(1);
    map.fill();

    var found = RegionFinder.find(map, 0.5, 64, null);

    assertThat(found.regions()).hasSize(1);
    assertThat(marked(found)).hasSizeBetween(64, 100);
  }

  @Test
  void aLongSnakeNeedsNoDeepStack() {
    var map = new FloatProcessor(400, 401);
    map.set(1);
    for (int y = 1; y < 401; y += 2) {
      for (int x = 0; x < 399; x++) {
        map.setf(y % 4 == 1 ? x : x + 1, y, 0);
      }
    }

    var found = RegionFinder.find(map, 0.5, 1, null).regions();

    assertThat(found).hasSize(1);
    assertThat(found.get(0).area()).isEqualTo(201 * 400 + 200);
  }

  @Test
  void placedRegionsLieInThePicture() {
    var found = RegionFinder.find(TestMaps.draw("....", ".##.", ".#.."), 0.5, 1, null);

    var placed = found.placed(new MapPosition(100, 200, 4, 0, false)).regions().get(0);

    assertThat(placed.bounds()).isEqualTo(new Rectangle(101, 201, 2, 2));
    assertThat(TestMaps.pixels(placed.roi()))
        .containsExactlyInAnyOrder(new Point(101, 201), new Point(102, 201), new Point(101, 202));
    assertThat(placed.roi().getPosition()).isEqualTo(4);
    assertThat(placed.name()).isEqualTo("review-z4-001").isEqualTo(placed.roi().getName());
    assertThat(found.regions().get(0).roi().getBounds().x).isEqualTo(1);
  }
}
