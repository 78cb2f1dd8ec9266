/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.sparsevit.io.WholeFile;

/** Run records as JSON files in UTF-8, with {@code snake_case} keys; what is null is left out. */
public final class RunRecordJson {
  private RunRecordJson() {}

  /** The record as a JSON object. */
  public static String write(RunRecord record) {
    return Json.READABLE.toJson(record);
  }

  /**
   * @throws IOException if the file could not be written
   */
  public static void write(RunRecord record, Path file) throws IOException {
    WholeFile.write(file, part -> Files.writeString(part, write(record) + "\n"));
  }

  /**
   * @throws IOException if the file cannot be read or is not a run record
   */
  public static RunRecord read(Path file) throws IOException {
    try {
      var record = Json.READABLE.fromJson(Files.readString(file), RunRecord.class);
      if (record != null && record.input() != null) {
        return record;
      }
    } catch (RuntimeException e) {
      // Another program's JSON can have anything where a record has numbers and lists.
      throw noRecord(file, e);
    }
    throw noRecord(file, null);
  }

  private static IOException noRecord(Path file, Exception cause) {
    return new IOException(
        file + " is not a run record of this software; move it or choose another folder", cause);
  }
}
