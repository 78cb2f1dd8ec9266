/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import java.io.IOException;

/** A kind of test images. */
interface HeldOutSet {

  /** The folder's name. */
  String name();

  /** How many images it will have. */
  int size();

  /** Makes one image, always the same with the same chance. */
  void make(int number, Chance chance, SetFolder folder) throws IOException;
}
