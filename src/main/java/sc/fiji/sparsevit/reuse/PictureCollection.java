/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import java.io.IOException;
import sc.fiji.sparsevit.copies.Luminance;

/**
 * Pictures that are compared with others. They stay where they are, on the disk: each is read when
 * it is needed, by several threads.
 */
public interface PictureCollection {

  /** How many there are. */
  int size();

  PictureFeatures features(int picture) throws IOException;

  /**
   * The gray levels, perhaps of a smaller version: then {@link PictureFeatures#width} tells how
   * much smaller.
   */
  Luminance luminance(int picture) throws IOException;
}
