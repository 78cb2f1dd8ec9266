/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;

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
}
