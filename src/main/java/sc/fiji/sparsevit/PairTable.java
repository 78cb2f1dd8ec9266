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
import sc.fiji.sparsevit.io.Csv;
import sc.fiji.sparsevit.io.WholeFile;

/** The figures of pairs, one row each: on the screen and as CSV, from one list of columns. */
public final class PairTable {
  private static final int DECIMALS = 3;

  /** A value is a text, a count (Integer or Long) or a figure (Double). */
  private record PairColumn(String heading, Function<FoundPair, Object> value) {}

  private static final List<PairColumn> COLUMNS =
      List.of(
          new PairColumn("Part", pair -> pair.second().name()),
          new PairColumn("Repeats", pair -> pair.first().name()),
          new PairColumn("Which is the copy", PairTable::side),
          new PairColumn("Transformation", pair -> pair.pair().transformation().words()),
          new PairColumn(
              "Mirrored", pair -> pair.pair().transformation().mirrored() ? "yes" : "no"),
          new PairColumn("Angle", pair -> pair.pair().transformation().angle()),
          new PairColumn("Scale", pair -> pair.pair().transformation().scale()),
          new PairColumn("Correlation", pair -> pair.pair().correlation()),
          new PairColumn("Matched points", pair -> pair.pair().matches().size()),
          new PairColumn("Score", pair -> pair.pair().score()),
          new PairColumn("Area", pair -> pair.second().area()),
          new PairColumn("Area repeated", pair -> pair.first().area()));

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
    var lines = new StringBuilder(Csv.line(COLUMNS.stream().map(PairColumn::heading).toArray()));
    for (var pair : pairs) {
      lines.append(
          Csv.line(COLUMNS.stream().map(column -> rounded(column.value().apply(pair))).toArray()));
    }
    WholeFile.write(file, part -> Files.writeString(part, lines));
  }

  private static Object rounded(Object value) {
    return value instanceof Double number ? Math.rint(number * 10_000) / 10_000 : value;
  }

  private static String side(FoundPair pair) {
    return pair.sides().isClear() ? pair.second().name() : "either";
  }
}
