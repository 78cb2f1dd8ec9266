/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.ImagePlus;
import java.util.List;
import sc.fiji.sparsevit.help.Choices;
import sc.fiji.sparsevit.image.StackPosition;

/** Which pictures of a stack are analyzed. */
enum StackChoice {
  /** The one that the user sees. */
  CURRENT,
  /** Every slice and frame. */
  ALL;

  /**
   * @throws IllegalArgumentException naming the value and the choices
   */
  static StackChoice of(String name) {
    return Choices.of(StackChoice.class, "stack", name);
  }

  List<StackPosition> positions(ImagePlus image) {
    return switch (this) {
      case CURRENT -> List.of(StackPosition.current(image));
      case ALL -> StackPosition.all(image);
    };
  }
}
