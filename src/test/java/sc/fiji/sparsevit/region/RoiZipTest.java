/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.process.FloatProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoiZipTest {
  @TempDir Path folder;

  /** As the ROI Manager reads a set. */
  private static Map<String, Roi> read(Path file) throws IOException {
    var rois = new LinkedHashMap<String, Roi>();
    try (var zip = new ZipInputStream(Files.newInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        rois.put(entry.getName(), new RoiDecoder(zip.readAllBytes(), entry.getName()).getRoi());
      }
    }
    return rois;
  }

  private void assertHeldExactly(List<Region> regions) throws IOException {
    var file = folder.resolve("a_regions.zip");
    RoiZip.write(regions, file);
    var rois = read(file);
    assertThat(rois.keySet())
        .containsExactlyElementsOf(regions.stream().map(r -> r.name() + ".roi").toList());
    for (var region : regions) {
      var roi = rois.get(region.name() + ".roi");
      assertThat(roi.getName()).isEqualTo(region.name());
      assertThat(roi.getBounds()).isEqualTo(region.bounds());
      assertThat(TestMaps.pixels(roi)).isEqualTo(TestMaps.pixels(region.roi()));
    }
  }

  @Test
  void everyRoiIsReadBackAsItWas() throws IOException {
    var map = TestMaps.random(120, 90, 0.45, new Random(5));

    assertHeldExactly(RegionFinder.find(map, 0.5, 1, null).regions());
  }

  @ParameterizedTest
  @CsvSource({"70000, 10", "10, 70000", "61000, 10", "66000, 10"})
  void coordinatesBeyondSixteenBitsAreHeldExactly(int width, int height) throws IOException {
    var map = TestMaps.random(width, height, 0.02, new Random(9));
    // A rectangle, a ring and a staircase at the far end, and one rectangle across everything.
    fill(map, width - 7, height - 7, 3, 3);
    for (int i = 0; i < 5; i++) {
      map.setf(width - 1 - i, height - 1 - i, 1);
    }
    fill(map, 0, 0, width > height ? width - 2 : 1, width > height ? 1 : height - 2);

    assertHeldExactly(RegionFinder.find(map, 0.5, 3, null).regions());
  }

  @ParameterizedTest
  @CsvSource({"50000, 15000", "30000, 31000", "65536, 10", "65535, 1"})
  void rectanglesAreHeldExactlyWhereverTheyEnd(int left, int length) throws IOException {
    var map = new FloatProcessor(70000, 12);
    fill(map, left, 4, length, 5);

    assertHeldExactly(RegionFinder.find(map, 0.5, 1, null).regions());
  }

  private static void fill(FloatProcessor map, int x, int y, int width, int height) {
    map.setRoi(x, y, width, height);
    map.setValue(1);
    map.fill();
  }

  @Test
  void positionsInAStackAreKept() throws IOException {
    var found = RegionFinder.find(TestMaps.draw("##", "#."), 0.5, 1, null);
    var file = folder.resolve("a.zip");

    for (int x : new int[] {0, 65000}) {
      RoiZip.write(found.placed(new MapPosition(x, 0, 3, 0, false)).regions(), file);
      assertThat(read(file).get("review-z3-001.roi").getPosition()).isEqualTo(3);

      RoiZip.write(found.placed(new MapPosition(x, 0, 3, 5, true)).regions(), file);
      var roi = read(file).get("review-z3-t5-001.roi");
      assertThat(roi.getZPosition()).isEqualTo(3);
      assertThat(roi.getTPosition()).isEqualTo(5);
    }
  }

  @Test
  void noRegionsGiveAZipWithoutEntries() throws IOException {
    var file = folder.resolve("a.zip");

    RoiZip.write(List.of(), file);

    assertThat(read(file)).isEmpty();
    assertThat(Files.readAllBytes(file)).startsWith('P', 'K', 5, 6);
  }

  @Test
  void theSameRegionsGiveTheSameBytes() throws IOException {
    var map = TestMaps.random(50, 50, 0.4, new Random(1));
    var first = folder.resolve("1.zip");
    var second = folder.resolve("2.zip");
    var zone = TimeZone.getDefault();
    try {
      RoiZip.write(RegionFinder.find(map, 0.5, 2, null).regions(), first);
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      RoiZip.write(RegionFinder.find(map, 0.5, 2, null).regions(), second);
    } finally {
      TimeZone.setDefault(zone);
    }

    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void regionsAreNotChangedByWritingThem() throws IOException {
    var map = new FloatProcessor(70000, 3);
    fill(map, 65000, 0, 3, 2);
    map.setf(65003, 2, 1);
    var regions = RegionFinder.find(map, 0.5, 1, null).regions();

    RoiZip.write(regions, folder.resolve("a.zip"));

    assertThat(regions.get(0).roi().subPixelResolution()).isFalse();
  }

  @Test
  void twoRegionsOfOneNameAreRefusedAndNothingIsWritten() {
    var regions = RegionFinder.find(TestMaps.draw("##"), 0.5, 1, null).regions();
    var twice = List.of(regions.get(0), regions.get(0));

    assertThatThrownBy(() -> RoiZip.write(twice, folder.resolve("a.zip")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("review-001");
    assertThat(folder).isEmptyDirectory();
  }
}
