/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.ImagePlus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.PreparedPicture;
import sc.fiji.sparsevit.evaluation.CalibrationProfile;
import sc.fiji.sparsevit.figure.Panel;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.progress.PartOfProgress;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * What is asked of an image in ImageJ, whichever door the question came through. Shows nothing.
 *
 * @param positions the pictures of the image that are analyzed
 * @param profile that the options come from, if they do
 * @param panels that a person sees in it; empty if they are looked for or nobody wants them
 */
record ImageAnalysis(
    ImagePlus image,
    List<StackPosition> positions,
    LocalizationOptions options,
    Optional<CalibrationProfile> profile,
    ModelKey model,
    List<Panel> panels) {

  ImageAnalysis {
    positions = List.copyOf(positions);
    panels = List.copyOf(panels);
  }

  /**
   * @return one for each position; a map that is known already is not made again
   * @throws IOException when the model cannot be opened
   * @throws IllegalArgumentException when the profile is another model's
   * @throws CancellationException when the listener says so; maps that were complete stay known
   */
  List<Localization> run(SharedLocalizer shared, ProgressListener listener, Consumer<String> warn)
      throws IOException {
    boolean locked = image.lockSilently();
    try {
      if (profile.isPresent()) {
        profile
            .get()
            .requireModel(shared.use(model, warn, localizer -> localizer.model().sha256()));
      }
      var found = new ArrayList<Localization>();
      for (var position : positions) {
        var part = new PartOfProgress(listener, found.size(), positions.size());
        found.add(localize(position, shared, part, warn));
      }
      return List.copyOf(found);
    } finally {
      if (locked) {
        image.unlock();
      }
    }
  }

  private Localization localize(
      StackPosition position,
      SharedLocalizer shared,
      ProgressListener listener,
      Consumer<String> warn)
      throws IOException {
    var question = MapKey.about(image, position, options, panels, model);
    var known = MapCache.of(image);
    var answer = known.answer(position, question);
    if (answer.isPresent()) {
      return answer.get().with(options);
    }
    try (var picture = prepared(position)) {
      var found = shared.use(model, warn, localizer -> localizer.localize(picture, listener));
      known.keep(position, question, found);
      return found;
    }
  }

  private PreparedPicture prepared(StackPosition position) {
    try {
      return panels.isEmpty()
          ? PreparedPicture.of(image, position, options)
          : PreparedPicture.of(image, position, panels, options);
    } catch (IllegalArgumentException e) {
      boolean named = e.getMessage().contains(image.getTitle());
      throw named ? e : new IllegalArgumentException(image.getTitle() + ": " + e.getMessage(), e);
    }
  }
}
