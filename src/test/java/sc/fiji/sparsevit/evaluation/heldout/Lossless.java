/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import java.io.IOException;

/** The images of another set, saved as PNG instead of JPEG. */
record Lossless(String name, HeldOutSet set) implements HeldOutSet {

  @Override
  public int size() {
    return set.size();
  }

  @Override
  public void make(int number, Chance chance, SetFolder folder) throws IOException {
    set.make(number, chance, folder.withoutLoss());
  }
}
