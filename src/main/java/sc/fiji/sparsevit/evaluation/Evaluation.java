/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.data.ForgeryDataset;
import sc.fiji.sparsevit.data.ForgeryDataset.Pairing;
import sc.fiji.sparsevit.data.ForgeryDatasets;
import sc.fiji.sparsevit.data.LabeledImage;
import sc.fiji.sparsevit.image.ForgedMark;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Measures a model on a data set as the field does, and writes {@code metrics.json}, {@code
 * per_image.csv} and {@code report.html}. The results of single images are stored next to them as
 * they come, so that a stopped run can be resumed.
 */
public final class Evaluation {
  /** No set of forgeries known to us marks even half of its pixels. */
  private static final double NEARLY_EVERYTHING = 0.8;

  private final EvaluationOptions options;
  private final EvaluationRun run;
  private final ImageScorer scorer;
  private final List<SkippedInput> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<Path> unusable = new HashSet<>();

  /**
   * Evaluates a model.
   *
   * @param listener hears of each image; a canceled run can be resumed
   * @return the numbers, as written to the output folder
   * @throws sc.fiji.sparsevit.data.DatasetException if there is no such data set
   * @throws IOException if the results cannot be written
   * @throws CancellationException when the listener says so
   */
  public static EvaluationSummary run(
      ManipulationLocalizer localizer, EvaluationOptions options, ProgressListener listener)
      throws IOException {
    var run =
        new EvaluationRun(
            options.data(),
            localizer.model(),
            localizer.device(),
            options.localization(),
            options.forged());
    var maps = new LocalizerMaps(localizer, options.localization(), listener);
    return new Evaluation(options, run, maps).run(listener);
  }

  Evaluation(EvaluationOptions options, EvaluationRun run, MapSource model) {
    this.options = options;
    this.run = run;
    this.scorer = new ImageScorer(model, options.localization(), options.forged());
  }

  /** One image to be localized under one distortion. */
  private record Task(LabeledImage image, Distortion distortion) {}

  EvaluationSummary run(ProgressListener listener) throws IOException {
    var tasks = tasks();
    Files.createDirectories(options.output());
    var previews = new MapPreviews(options.output().resolve("maps"));
    var results = new ArrayList<ImageResult>();
    try (var store = openStore()) {
      for (int done = 0; done < tasks.size(); done++) {
        if (listener.isCanceled()) {
          throw new CancellationException(
              "the evaluation was canceled; choose resume to continue it");
        }
        result(tasks.get(done), store, previews).ifPresent(results::add);
        listener.progress(done + 1, tasks.size());
      }
    }
    results.forEach(this::noteIfWhollyForged);
    noteIfMasksAreInverted(results);
    var summary =
        EvaluationSummary.of(results, options.localization().threshold(), problems, notes);
    new EvaluationOutput(options.output(), run, previews).write(summary);
    return summary;
  }

  private List<Task> tasks() throws IOException {
    var images = new ArrayList<LabeledImage>();
    for (ForgeryDataset set : ForgeryDatasets.read(options.data())) {
      images.addAll(set.images());
      problems.addAll(set.problems());
      if (set.pairing() == Pairing.SORTED_ORDER) {
        notes.add(
            "Images and masks of "
                + set.location()
                + " were paired by sorted order, since their names do not match.");
      }
    }
    var forged = limited(images.stream().filter(LabeledImage::isForged));
    var authentic = limited(images.stream().filter(image -> !image.isForged()));
    var plain =
        Stream.concat(forged.stream(), authentic.stream())
            .map(image -> new Task(image, Distortion.NONE));
    var distortions = options.robustness() ? Distortion.sweep() : List.<Distortion>of();
    var distorted =
        distortions.stream()
            .flatMap(distortion -> forged.stream().map(image -> new Task(image, distortion)));
    return Stream.concat(plain, distorted).toList();
  }

  private List<LabeledImage> limited(Stream<LabeledImage> images) {
    return (options.limit() > 0 ? images.limit(options.limit()) : images).toList();
  }

  private ResultStore openStore() throws IOException {
    var file = options.output().resolve("results.jsonl");
    var known =
        options.resume() ? ResultStore.conditions(file) : Optional.<Map<String, String>>empty();
    var conditions = run.conditions();
    if (known.filter(conditions::equals).isPresent()) {
      return ResultStore.resume(file);
    }
    known.ifPresent(
        other ->
            notes.add(
                "Started over: the results in the output folder were made with a different "
                    + conditions.keySet().stream()
                        .filter(name -> !conditions.get(name).equals(other.get(name)))
                        .collect(Collectors.joining(", "))
                    + "."));
    return ResultStore.create(file, conditions);
  }

  private Optional<ImageResult> result(Task task, ResultStore store, MapPreviews previews)
      throws IOException {
    Path file = task.image().image();
    if (unusable.contains(file)) {
      return Optional.empty();
    }
    ImageScorer.Scored scored;
    try {
      var key = ResultKey.of(task.image(), task.distortion());
      var known = store.results().get(key);
      if (known != null && (previews.contains(key) || !key.isUndistorted())) {
        return Optional.of(known);
      }
      scored = scorer.score(task.image(), task.distortion());
    } catch (IOException | IllegalArgumentException e) {
      unusable.add(file);
      problems.add(SkippedInput.of(file, "", e));
      return Optional.empty();
    }
    // From here on a failure is not the image's.
    var result = scored.result();
    if (result.key().isUndistorted()) {
      previews.write(result.key(), scored.map());
    }
    store.append(result);
    return Optional.of(result);
  }

  private void noteIfMasksAreInverted(List<ImageResult> results) {
    var shares =
        results.stream()
            .filter(result -> result.forged() && result.key().isUndistorted())
            .mapToDouble(Evaluation::forgedShare)
            .summaryStatistics();
    if (shares.getCount() > 0 && shares.getAverage() > NEARLY_EVERYTHING) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The masks mark %.0f %% of the pixels as forged: they are probably inverted. If so,"
                  + " set the forged value to %s.",
              100 * shares.getAverage(),
              options.forged().equals(ForgedMark.BRIGHT) ? "dark" : "bright"));
    }
  }

  private static double forgedShare(ImageResult result) {
    double forged = LongStream.of(result.histogram().forged()).sum();
    return forged / (forged + LongStream.of(result.histogram().authentic()).sum());
  }

  private void noteIfWhollyForged(ImageResult result) {
    if (result.forged() && Double.isNaN(result.pixels().auc()) && result.key().isUndistorted()) {
      problems.add(
          SkippedInput.of(
              Path.of(result.key().image()),
              "is entirely forged: counted, but its AUC is undefined"));
    }
  }
}
