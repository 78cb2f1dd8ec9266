/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.data;

import java.nio.file.Path;
import java.util.List;
import sc.fiji.sparsevit.io.SkippedInput;

/**
 * A set of forged and authentic images in a fixed order.
 *
 * @param location the folder or list that it was read from
 * @param images forged images, then authentic ones, each sorted by name; in a list's own order
 * @param problems files that belong to the set and could not be used
 * @param pairing how images found their masks
 */
public record ForgeryDataset(
    Path location, List<LabeledImage> images, List<SkippedInput> problems, Pairing pairing) {
  public ForgeryDataset {
    images = List.copyOf(images);
    problems = List.copyOf(problems);
  }

  /** How the images of a set found their masks. */
  public enum Pairing {
    STEM("file names"),
    SORTED_ORDER("sorted order, since the file names do not match"),
    LIST("the list"),
    NONE("nothing: there are no forged images");

    private final String basis;

    Pairing(String basis) {
      this.basis = basis;
    }

    /** Ends the sentence "images and masks were paired by ...". */
    public String basis() {
      return basis;
    }
  }
}
