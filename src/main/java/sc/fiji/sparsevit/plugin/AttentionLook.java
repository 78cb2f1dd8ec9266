/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.ImagePlus;
import java.io.IOException;
import sc.fiji.sparsevit.attention.AttentionModel;
import sc.fiji.sparsevit.attention.AttentionStudy;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbViews;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.inference.ComputeOptions;

/** Looks at an image from points of it, with a model that is opened when it is first needed. */
final class AttentionLook implements AutoCloseable {

  private final ImagePlus image;
  private final RgbImage seen;
  private final String nameOrFile;
  private final ComputeOptions compute;
  private final boolean whole;
  private AttentionModel model;

  /**
   * @param whole whether the image is squashed to 512x512
   */
  AttentionLook(ImagePlus image, String nameOrFile, ComputeOptions compute, boolean whole) {
    this.image = image;
    this.nameOrFile = nameOrFile;
    this.compute = compute;
    this.whole = whole;
    seen = RgbViews.of(image, StackPosition.current(image));
  }

  ImagePlus image() {
    return image;
  }

  boolean contains(int x, int y) {
    return x >= 0 && y >= 0 && x < seen.width() && y < seen.height();
  }

  AttentionStudy study(int x, int y) throws IOException {
    if (model == null) {
      model = AttentionModel.open(nameOrFile, compute, Log::line);
    }
    return model.study(seen, whole, x, y);
  }

  /** The heading of the maps. */
  String title(int x, int y) {
    return image.getTitle() + ", from " + x + ", " + y + ": " + nameOrFile;
  }

  @Override
  public void close() {
    if (model != null) {
      model.close();
    }
  }
}
