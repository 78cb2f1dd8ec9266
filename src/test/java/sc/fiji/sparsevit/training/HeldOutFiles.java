/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import java.nio.file.Path;

/** Which photographs no training sees, for whoever makes test images from them. */
public final class HeldOutFiles {
  private HeldOutFiles() {}

  public static boolean contains(Path photo) {
    return TrainingMaterial.isHeldOut(photo);
  }
}
