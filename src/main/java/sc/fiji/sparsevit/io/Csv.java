/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Comma-separated values (RFC 4180). */
public final class Csv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private Csv() {}

  /** One line, with its line break; what is undefined (NaN or null) gives an empty field. */
  public static String line(Object... values) {
    return FORMAT.format(Arrays.stream(values).map(Csv::defined).toArray()) + "\n";
  }

  private static Object defined(Object value) {
    return value instanceof Double number && number.isNaN() ? null : value;
  }

  /**
   * The fields of one line without its break.
   *
   * @throws IOException if quotes in it do not close
   */
  public static List<String> fields(String line) throws IOException {
    try (var parser = CSVParser.parse(line, FORMAT)) {
      return parser.stream().findFirst().map(CSVRecord::toList).orElse(List.of());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
