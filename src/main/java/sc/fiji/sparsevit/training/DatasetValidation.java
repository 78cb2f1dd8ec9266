/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.List;
import sc.fiji.sparsevit.data.DatasetException;
import sc.fiji.sparsevit.data.LabeledImage;
import sc.fiji.sparsevit.data.LabeledPicture;
import sc.fiji.sparsevit.inference.Look;
import sc.fiji.sparsevit.inference.NativeResolution;
import sc.fiji.sparsevit.inference.NetworkModel;
import sc.fiji.sparsevit.inference.PaperResolution;
import sc.fiji.sparsevit.io.SkippedFiles;
import sc.fiji.sparsevit.metrics.LabeledScores;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Validates on a data set as an evaluation would: squashed images are scored at 512x512, others at
 * their own size. Images that cannot be read are passed over, and told of.
 *
 * @param images that are never trained on
 * @param squashed to 512x512 as published, or seen at their own resolution
 * @param look at what is not squashed
 * @param skipped told of images that cannot be read
 */
public record DatasetValidation(
    List<LabeledImage> images, boolean squashed, Look look, SkippedFiles skipped)
    implements Validation {

  /**
   * @throws DatasetException when none of the images can be read
   */
  @Override
  public ValidationScore score(SparseVit frozen, NDManager manager) throws IOException {
    var sum = new ScoreSum();
    IOException failure = null;
    int read = 0;
    try (var model = new NetworkModel(manager.newSubManager(), frozen)) {
      for (var image : images) {
        try {
          sum.add(scores(model, LabeledPicture.read(image)));
          read++;
        } catch (IOException e) {
          failure = e;
          skipped.add(image.image(), e);
        }
      }
    }
    if (read == 0) {
      throw new DatasetException(
          "No image of the validation set can be read: "
              + (failure == null ? "it is empty." : failure.getMessage()));
    }
    return sum.score();
  }

  private LabeledScores scores(NetworkModel model, LabeledPicture picture) {
    if (squashed) {
      var map = PaperResolution.localize(model, picture.image(), ProgressListener.NONE);
      return LabeledScores.of(
          map.probabilities(), picture.truth().resized(map.side(), map.side()).forged());
    }
    return LabeledScores.of(
        NativeResolution.seen(look, model, picture.image(), ProgressListener.NONE),
        picture.truth().forged());
  }
}
