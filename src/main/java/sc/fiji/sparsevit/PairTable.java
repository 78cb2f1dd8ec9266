/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import sc.fiji.sparsevit.io.WholeFile;

/** The figures of pairs, one row each: on the screen and as CSV, from one list of columns. */
public final class PairTable {
  private static final int DECIMALS = 3;

  /** A value is a text, a count (Integer or Long) or a figure (Double). */
  private record Column(String heading, Function<FoundPair, Object> value) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("Part", pair -> pair.second().name()),
          new Column("Repeats", pair -> pair.first().name()),
          new Column("Which is the copy", PairTable::side),
          new Column("Transformation", pair -> pair.pair().transformation().words()),
          new Column("Mirrored", pair -> pair.pair().transformation().mirrored() ? "yes" : "no"),
          new Column("Angle", pair -> pair.pair().transformation().angle()),
          new Column("Scale", pair -> pair.pair().transformation().scale()),
          new Column("Correlation", pair -> pair.pair().correlation()),
          new Column("Matched points", pair -> pair.pair().matches().size()),
          new Column("Score", pair -> pair.pair().score()),
          new Column("Area", pair -> pair.second().area()),
          new Column("Area repeated", pair -> pair.first().area()));

  private PairTable() {}

  /** A new table; without pairs it has its headings and no rows. */
  public static ResultsTable of(List<FoundPair> pairs) {
    var table = new ResultsTable();
    table.setPrecision(DECIMALS);
    COLUMNS.forEach(column -> table.getFreeColumn(column.heading()));
    for (var pair : pairs) {
      table.addRow();
      for (var column : COLUMNS) {
        var value = column.value().apply(pair);
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
   * @throws IOException if the file could not be written
   */
  public static void writeCsv(List<FoundPair> pairs, Path file) throws IOException {
    var headings = COLUMNS.stream().map(Column::heading).toArray(String[]::new);
    var format = CSVFormat.DEFAULT.builder().setHeader(headings).setRecordSeparator("\n").get();
    WholeFile.write(
        file,
        part -> {
          try (var printer = new CSVPrinter(Files.newBufferedWriter(part), format)) {
            for (var pair : pairs) {
              printer.printRecord(
                  COLUMNS.stream().map(column -> rounded(column.value().apply(pair))).toList());
            }
          }
        });
  }

  private static Object rounded(Object value) {
    return value instanceof Double number ? Math.rint(number * 10_000) / 10_000 : value;
  }

  private static String side(FoundPair pair) {
    return pair.sides().isClear() ? pair.second().name() : "either";
  }
}
