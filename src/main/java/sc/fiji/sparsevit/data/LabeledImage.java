/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One image of a data set with what is known about it.
 *
 * @param image its file
 * @param mask the file that marks its forged pixels; none for an authentic image
 */
public record LabeledImage(Path image, Optional<Path> mask) {
  public static LabeledImage forged(Path image, Path mask) {
    return new LabeledImage(image, Optional.of(mask));
  }

  public static LabeledImage authentic(Path image) {
    return new LabeledImage(image, Optional.empty());
  }

  public boolean isForged() {
    return mask.isPresent();
  }
}
