/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import sc.fiji.sparsevit.io.Csv;
import sc.fiji.sparsevit.io.WholeFile;

/** The figures of regions, one row each: on the screen and as CSV, from one list of columns. */
public final class RegionTable {
  private static final int DECIMALS = 6;

  /** Only on the screen: a table in a file belongs to one picture, and is named after it. */
  private static final String IMAGE = "Image";

  private static final String SLICE = "Slice";
  private static final String FRAME = "Frame";

  /** A value is a text, a count (Long or Integer) or a probability (Double). */
  private record Column(String heading, Function<Region, Object> value) {}

  private static final Column EVIDENCE =
      new Column("Evidence", region -> Grounds.names(region.grounds().kinds()));

  private static final List<Column> COLUMNS =
      List.of(
          new Column("Region", Region::name),
          new Column(SLICE, region -> slice(region.roi())),
          new Column(FRAME, region -> frame(region.roi())),
          new Column("Area", Region::area),
          new Column("Mean", Region::mean),
          new Column("Maximum", Region::maximum),
          new Column("X", region -> region.bounds().x),
          new Column("Y", region -> region.bounds().y),
          new Column("Width", region -> region.bounds().width),
          new Column("Height", region -> region.bounds().height),
          new Column("Network maximum", region -> region.grounds().network()),
          EVIDENCE);

  /** Only where a figure was analyzed panel by panel. */
  private static final Column PANEL = new Column("Panel", Region::panel);

  private RegionTable() {}

  private static List<Column> columns(List<Region> regions) {
    boolean panels = regions.stream().anyMatch(region -> !region.panel().isEmpty());
    return panels ? Stream.concat(COLUMNS.stream(), Stream.of(PANEL)).toList() : COLUMNS;
  }

  /**
   * A new table; without regions it has its headings and no rows.
   *
   * @param image title of the picture that the regions are in
   */
  public static ResultsTable of(String image, List<Region> regions) {
    var table = new ResultsTable();
    table.setPrecision(DECIMALS);
    table.getFreeColumn(IMAGE);
    var columns = columns(regions);
    columns.forEach(column -> table.getFreeColumn(column.heading()));
    for (var region : regions) {
      table.addRow();
      table.addValue(IMAGE, image);
      for (var column : columns) {
        var value = column.value().apply(region);
        if (value instanceof Number number) {
          table.addValue(column.heading(), number.doubleValue());
        } else {
          table.addValue(column.heading(), value.toString());
        }
      }
    }
    return table;
  }

  /**
   * Removes the rows of one slice and frame of a picture from a table of several.
   *
   * @return the same table
   */
  public static ResultsTable without(String image, MapPosition placement, ResultsTable table) {
    var there = new Roi(0, 0, 1, 1);
    placement.setPositionOf(there);
    for (int row = table.size() - 1; row >= 0; row--) {
      if (table.columnExists(IMAGE)
          && image.equals(table.getStringValue(IMAGE, row))
          && table.getValue(SLICE, row) == slice(there)
          && table.getValue(FRAME, row) == frame(there)) {
        table.deleteRow(row);
      }
    }
    return table;
  }

  /**
   * Adds the rows of a second table to a first.
   *
   * @return the first table
   */
  public static ResultsTable joined(ResultsTable first, ResultsTable second) {
    for (int row = 0; row < second.size(); row++) {
      first.addRow();
      for (var heading : second.getHeadings()) {
        if (isText(heading)) {
          first.addValue(heading, second.getStringValue(heading, row));
        } else {
          first.addValue(heading, second.getValue(heading, row));
        }
      }
    }
    return first;
  }

  private static boolean isText(String heading) {
    return heading.equals(IMAGE)
        || heading.equals(COLUMNS.get(0).heading())
        || heading.equals(EVIDENCE.heading())
        || heading.equals(PANEL.heading());
  }

  /**
   * Writes the table as comma-separated values in UTF-8, always with its headings.
   *
   * @throws IOException if the file could not be written
   */
  public static void writeCsv(List<Region> regions, Path file) throws IOException {
    var columns = columns(regions);
    var lines = new StringBuilder(Csv.line(columns.stream().map(Column::heading).toArray()));
    for (var region : regions) {
      lines.append(
          Csv.line(columns.stream().map(column -> text(column.value().apply(region))).toArray()));
    }
    WholeFile.write(file, part -> Files.writeString(part, lines));
  }

  private static String text(Object value) {
    return value instanceof Double probability
        ? String.format(Locale.ROOT, "%." + DECIMALS + "f", probability)
        : value.toString();
  }

  /**
   * As in ImageJ's own tables: in a plain stack the image's index, even if the stack is a movie.
   */
  private static int slice(Roi roi) {
    return Math.max(1, roi.getZPosition());
  }

  private static int frame(Roi roi) {
    return Math.max(1, roi.getTPosition());
  }
}
