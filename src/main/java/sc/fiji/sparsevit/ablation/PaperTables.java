/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.ablation;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The ablations of the paper: which configurations each table has, and what was published.
 *
 * @param sets the data sets of the published figures, in order
 */
public record PaperTables(List<String> sets, List<Table> tables) {

  /**
   * A table of the paper.
   *
   * @param number in the paper
   */
  public record Table(int number, String title, List<Row> rows) {

    /** The names of its configurations at a scale, {@code base} or {@code lite}. */
    public List<String> configurations(String scale) {
      return rows.stream().map(row -> row.configuration(scale)).toList();
    }
  }

  /**
   * A row of a table.
   *
   * @param family {@code vit} or {@code volo}; null for the paper's own encoder
   * @param suffix what follows the scale in the configuration's name
   * @param f1 pixel F1 per data set as published; null where the table states none
   * @param mean pixel F1 over the sets, where that is all that is stated
   * @param parameters as a multiple of the first row's, as published; null where not stated
   * @param macs likewise
   */
  public record Row(
      String label,
      String family,
      String suffix,
      double[] f1,
      Double mean,
      Double parameters,
      Double macs) {

    String configuration(String scale) {
      return (family == null ? "" : family + "-") + scale + suffix;
    }

    /** Mean F1 over the sets, as published. */
    Optional<Double> publishedMean() {
      return f1 == null
          ? Optional.ofNullable(mean)
          : Optional.of(Arrays.stream(f1).average().orElseThrow());
    }
  }

  public static PaperTables load() {
    var stream = PaperTables.class.getResourceAsStream("paper.json");
    try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return new Gson().fromJson(reader, PaperTables.class);
    } catch (IOException e) {
      throw new UncheckedIOException("paper.json cannot be read from the JAR", e);
    }
  }

  /**
   * @throws IllegalArgumentException naming the tables that there are
   */
  public Table numbered(int number) {
    return tables.stream()
        .filter(table -> table.number == number)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "table must be one of "
                        + tables.stream()
                            .map(table -> String.valueOf(table.number))
                            .collect(Collectors.joining(", "))
                        + ", not "
                        + number));
  }
}
