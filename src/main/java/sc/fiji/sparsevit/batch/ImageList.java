/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * A list of files: a text with a path on each line, where what begins with # is a remark, or a CSV
 * with a column {@code path}, {@code file} or {@code image}, or else the first one. Relative paths
 * are those from the list's own folder.
 */
public final class ImageList {
  private static final List<String> HEADINGS = List.of("path", "file", "image", "filename");
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private ImageList() {}

  /**
   * @throws IOException if the list cannot be read, or names something that can be no path
   */
  static List<Path> read(Path list) throws IOException {
    try {
      var files = new ArrayList<Path>();
      for (var entry : entries(list)) {
        files.add(list.resolveSibling(entry).toAbsolutePath().normalize());
      }
      return files;
    } catch (InvalidPathException e) {
      throw new IOException(list + " names \"" + e.getInput() + "\", which is not a path", e);
    }
  }

  /**
   * What a list names, as it is written there.
   *
   * @throws IOException if the list cannot be read
   */
  public static List<String> entries(Path list) throws IOException {
    try {
      boolean csv = list.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
      var text = Files.readString(list);
      text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
      return csv ? column(text) : lines(text);
    } catch (CharacterCodingException e) {
      throw new IOException(
          list + " is not in " + StandardCharsets.UTF_8 + "; save the list in it", e);
    }
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> isEntry(line)).toList();
  }

  private static boolean isEntry(String line) {
    return !line.isEmpty() && !line.startsWith("#");
  }

  private static List<String> column(String text) throws IOException {
    try (var parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
      var rows = parser.getRecords();
      if (rows.isEmpty()) {
        return List.of();
      }
      var header = rows.get(0).stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
      int named =
          HEADINGS.stream().mapToInt(header::indexOf).filter(i -> i >= 0).findFirst().orElse(-1);
      int column = Math.max(0, named);
      return rows.stream()
          .skip(named < 0 ? 0 : 1)
          .filter(row -> row.size() > column && !row.get(column).isBlank())
          .map(row -> row.get(column).strip())
          .toList();
    }
  }
}
