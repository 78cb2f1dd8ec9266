/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionTableTest {
  private static final String HEADINGS =
      "Region,Slice,Frame,Area,Mean,Maximum,X,Y,Width,Height,Network maximum,Evidence";

  @TempDir Path folder;

  private static List<Region> regions() {
    return RegionFinder.find(TestMaps.draw("......", ".68...", ".....9"), 0.5, 1, null).regions();
  }

  @Test
  void everyRegionHasARowWithItsFigures() {
    var table = RegionTable.of("gel", regions());

    assertThat(table.size()).isEqualTo(2);
    assertThat(table.getStringValue("Region", 1)).isEqualTo("review-002");
    assertThat(table.getValue("Area", 1)).isEqualTo(2);
    assertThat(table.getValue("Mean", 1)).isEqualTo((0.6f + (double) 0.8f) / 2);
    assertThat(table.getValue("Maximum", 1)).isEqualTo(0.8f);
    assertThat(table.getValue("X", 1)).isEqualTo(1);
    assertThat(table.getValue("Y", 1)).isEqualTo(1);
    assertThat(table.getValue("Width", 1)).isEqualTo(2);
    assertThat(table.getValue("Height", 1)).isEqualTo(1);
  }

  @Test
  void theCsvHasTheTablesHeadingsAndRows() throws IOException {
    var file = folder.resolve("a_regions.csv");
    var locale = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      RegionTable.writeCsv(regions(), file);
    } finally {
      Locale.setDefault(locale);
    }

    assertThat(Files.readAllLines(file))
        .containsExactly(
            HEADINGS,
            "review-001,1,1,1,0.900000,0.900000,5,2,1,1,0.900000,network",
            "review-002,1,1,2,0.700000,0.800000,1,1,2,1,0.800000,network");
    assertThat(String.join(",", RegionTable.of("gel", regions()).getHeadings()))
        .isEqualTo("Image," + HEADINGS);
  }

  @Test
  void withoutRegionsTheHeadingsAreStillThere() throws IOException {
    var file = folder.resolve("a_regions.csv");

    RegionTable.writeCsv(List.of(), file);

    assertThat(Files.readAllLines(file)).containsExactly(HEADINGS);
    var table = RegionTable.of("gel", List.of());
    assertThat(table.size()).isZero();
    assertThat(String.join(",", table.getHeadings())).isEqualTo("Image," + HEADINGS);
  }

  @Test
  void onlyTheRowsOfOneSliceOfOnePictureAreTakenOut() {
    var found = RegionFinder.find(TestMaps.draw("##.#"), 0.5, 1, null);
    for (boolean hyperstack : new boolean[] {false, true}) {
      var third = new MapPosition(0, 0, 3, hyperstack ? 2 : 0, hyperstack);
      var fourth = new MapPosition(0, 0, 4, hyperstack ? 2 : 0, hyperstack);
      var table = RegionTable.of("gel", found.placed(third).regions());
      RegionTable.joined(table, RegionTable.of("gel", found.placed(fourth).regions()));
      RegionTable.joined(table, RegionTable.of("blot", found.placed(third).regions()));

      RegionTable.without("gel", third, table);

      assertThat(IntStream.range(0, table.size()))
          .extracting(row -> table.getStringValue("Image", row) + table.getValue("Slice", row))
          .containsExactly("gel4.0", "gel4.0", "blot3.0", "blot3.0");
    }
  }

  @Test
  void theStackPositionIsInTheTable() {
    var found = RegionFinder.find(TestMaps.draw("##"), 0.5, 1, null);

    var hyperstack =
        RegionTable.of("gel", found.placed(new MapPosition(7, 8, 3, 5, true)).regions());
    var movie = RegionTable.of("gel", found.placed(new MapPosition(0, 0, 0, 6, false)).regions());

    assertThat(hyperstack.getValue("Slice", 0)).isEqualTo(3);
    assertThat(hyperstack.getValue("Frame", 0)).isEqualTo(5);
    assertThat(hyperstack.getValue("X", 0)).isEqualTo(7);
    assertThat(hyperstack.getValue("Y", 0)).isEqualTo(8);
    assertThat(movie.getValue("Slice", 0)).isEqualTo(6);
  }
}
