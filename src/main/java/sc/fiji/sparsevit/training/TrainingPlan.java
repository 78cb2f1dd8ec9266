/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sc.fiji.sparsevit.inference.DeviceChoice;

/**
 * Everything that a person decides about a run.
 *
 * @param preset the way to train
 * @param photos folders of photographs that forgeries are made from; may be empty
 * @param data data sets to learn from; may be empty
 * @param photoShare where there are both, the share of samples made from photographs, 0-1
 * @param validate a data set to choose the best weights by; without one, photographs are held out
 * @param from {@code nothing}, the name of a model, or a file of weights
 * @param config the name of a configuration; without one it is that of the weights, else the
 *     preset's
 * @param size of a sample
 * @param enlarged whether half of a sample's height and width is shown, enlarged to its size: for
 *     weights that look at the enlarged image
 * @param options of the optimization
 * @param device to train on
 * @param output folder of the run
 */
public record TrainingPlan(
    TrainingPreset preset,
    List<Path> photos,
    List<Path> data,
    double photoShare,
    Optional<Path> validate,
    String from,
    Optional<String> config,
    SampleSize size,
    boolean enlarged,
    TrainingOptions options,
    DeviceChoice device,
    Path output) {

  /** The word for starting without anybody's weights. */
  public static final String NOTHING = "nothing";

  public TrainingPlan {
    photos = List.copyOf(photos);
    data = List.copyOf(data);
    if (photos.isEmpty() && data.isEmpty()) {
      throw new IllegalArgumentException(
          "there is nothing to train on; specify folders of photographs, data sets, or both");
    }
    if (enlarged && preset.squashes()) {
      throw new IllegalArgumentException(
          "the preset "
              + preset
              + " shows images squashed; choose another one for enlarged samples");
    }
    if (photoShare < 0 || photoShare > 1) {
      throw new IllegalArgumentException(
          "the share of samples made from photographs must be between 0 and 1, not " + photoShare);
    }
  }
}
