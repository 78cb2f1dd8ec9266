/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.batch.OwnResults;
import sc.fiji.sparsevit.data.DatasetException;
import sc.fiji.sparsevit.data.ForgeryDatasets;
import sc.fiji.sparsevit.evaluation.CalibrationOptions.Basis;
import sc.fiji.sparsevit.image.ForgedMark;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * A threshold found on authentic images.
 *
 * @param profile the threshold with its cost
 * @param problems files that could not be used, each with its reason
 * @param notes what its user must know, in sentences
 */
public record Calibration(
    CalibrationProfile profile, List<SkippedInput> problems, List<String> notes) {
  public Calibration {
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /**
   * Localizes in every image of the folder and finds the threshold.
   *
   * @param listener hears of each image
   * @throws sc.fiji.sparsevit.data.DatasetException if there is no usable image
   * @throws CancellationException when the listener says so
   */
  public static Calibration run(
      ManipulationLocalizer localizer, CalibrationOptions options, ProgressListener listener)
      throws IOException {
    var run =
        new EvaluationRun(
            options.authentic(),
            localizer.model(),
            localizer.device(),
            options.localization(),
            ForgedMark.BRIGHT);
    return run(
        options, run, new LocalizerMaps(localizer, options.localization(), listener), listener);
  }

  static Calibration run(
      CalibrationOptions options, EvaluationRun run, MapSource model, ProgressListener listener)
      throws IOException {
    var own = new OwnResults();
    var set = ForgeryDatasets.readAuthentic(options.authentic());
    var images = set.images().stream().filter(image -> !own.contain(image.image())).toList();
    var problems = new ArrayList<>(set.problems());
    problems.removeIf(problem -> own.contain(Path.of(problem.input())));
    var scorer = new ImageScorer(model, options.localization(), ForgedMark.BRIGHT);
    var results = new ArrayList<ImageResult>();
    for (int done = 0; done < images.size(); done++) {
      if (listener.isCanceled()) {
        throw new CancellationException("the calibration was canceled");
      }
      var image = images.get(done);
      try {
        results.add(scorer.score(image, Distortion.NONE).result());
      } catch (IOException | IllegalArgumentException e) {
        problems.add(SkippedInput.of(image.image(), "", e));
      }
      listener.progress(done + 1, images.size());
    }
    if (results.isEmpty()) {
      throw new DatasetException("None of the images in " + options.authentic() + " can be used.");
    }
    return new Calibration(
        profile(options, run, results),
        problems,
        notes(options, results.size(), set.images().size() - images.size()));
  }

  /**
   * @param own files that are results of earlier runs
   */
  private static List<String> notes(CalibrationOptions options, int images, int own) {
    var notes = new ArrayList<String>();
    if (own > 0) {
      notes.add("Passed over: " + OwnResults.words(own) + ".");
    }
    long needed = (long) Math.ceil(1 / options.rate() - 1e-9);
    if (options.basis() == Basis.IMAGES && images < needed) {
      notes.add(
          String.format(
              Locale.ROOT,
              ("%d images are too few for a rate of %s, which needs at least %d; the threshold is"
                  + " the one at which none of them is flagged."),
              images,
              options.rate(),
              needed));
    }
    return notes;
  }

  private static CalibrationProfile profile(
      CalibrationOptions options, EvaluationRun run, List<ImageResult> results) {
    var found = ThresholdSearch.of(results, options.rate(), options.basis());
    return new CalibrationProfile(
        options.name(),
        found.threshold(),
        found.thresholdInterval(),
        options.rate(),
        options.basis().toString(),
        found.measured(),
        found.measuredInterval(),
        results.size(),
        options.localization().mode().toString(),
        options.localization().minimumArea(),
        run.model().name(),
        run.model().sha256(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
