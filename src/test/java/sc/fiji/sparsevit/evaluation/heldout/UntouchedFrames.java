/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import java.io.IOException;
import java.util.Map;

/** Frames of the photographs, saved again as JPEG. */
record UntouchedFrames(String name, Photographs photos) implements HeldOutSet {

  @Override
  public int size() {
    return photos.files().size();
  }

  @Override
  public void make(int number, Chance chance, SetFolder folder) throws IOException {
    var photo = photos.files().get(number);
    folder.untouched(
        Names.of(number, Names.stem(photo)),
        photos.frame(number, chance),
        chance,
        Map.of("made", "untouched", "from", Names.name(photo)));
  }
}
