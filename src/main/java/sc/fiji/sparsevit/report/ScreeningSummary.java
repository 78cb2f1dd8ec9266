/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import sc.fiji.sparsevit.io.SkippedInput;

/**
 * What was done with all inputs of a screening.
 *
 * @param software that did it
 * @param started when, ISO 8601
 * @param finished when
 * @param model whose weights were used
 * @param errorRates what was measured with these weights; null means "not measured"
 * @param options for every picture
 * @param rasterizePages dots per inch at which PDF pages without a raster image were drawn; null if
 *     they were left out
 * @param device that computed, and the numbers it computed with
 * @param inputs how many files were named or found
 * @param kept how many pictures an earlier run had done already
 * @param reusePairs how many pairs of pictures or panels show the same content; null if they were
 *     not compared
 * @param pictures the highest score first
 * @param problems what could not be screened
 */
public record ScreeningSummary(
    RunRecord.Software software,
    String started,
    String finished,
    RunRecord.RecordedModel model,
    JsonObject errorRates,
    RunRecord.Options options,
    Integer rasterizePages,
    String device,
    int inputs,
    int kept,
    Integer reusePairs,
    List<ScreenedPicture> pictures,
    List<SkippedInput> problems) {

  public ScreeningSummary {
    pictures = List.copyOf(pictures);
    problems = List.copyOf(problems);
  }

  /** For people, in a line. */
  public String sentence() {
    long flagged = pictures.stream().filter(picture -> picture.regions() > 0).count();
    return String.format(
        Locale.ROOT,
        "Inputs: %d. Images: %d (%d from an earlier run). With regions for review: %d.%s Problems:"
            + " %d.",
        inputs,
        pictures.size(),
        kept,
        flagged,
        reusePairs == null ? "" : " Pairs with the same content: " + reusePairs + ".",
        problems.size());
  }

  /** With one more thing that could not be done. */
  public ScreeningSummary withProblem(SkippedInput problem) {
    var all = Stream.concat(problems.stream(), Stream.of(problem)).toList();
    return with(reusePairs, pictures, all);
  }

  /** With pairs of pictures or panels that show the same content. */
  public ScreeningSummary withReuse(int pairs) {
    return with(pairs, pictures, problems);
  }

  ScreeningSummary withPictures(List<ScreenedPicture> some) {
    return with(reusePairs, some, problems);
  }

  private ScreeningSummary with(
      Integer pairs, List<ScreenedPicture> some, List<SkippedInput> failed) {
    return new ScreeningSummary(
        software,
        started,
        finished,
        model,
        errorRates,
        options,
        rasterizePages,
        device,
        inputs,
        kept,
        pairs,
        some,
        failed);
  }
}
