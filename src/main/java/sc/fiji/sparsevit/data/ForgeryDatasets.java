/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sc.fiji.sparsevit.data.ForgeryDataset.Pairing;

/**
 * Reads data sets in the layouts of the field (IMDL-BenCo's ManiDataset, JsonDataset, balanced).
 */
public final class ForgeryDatasets {
  private ForgeryDatasets() {}

  /**
   * Reads what is there: a folder with {@code Tp} (forged) and {@code Gt} (masks) and, or only,
   * {@code Au} (authentic); a JSON list of [image, mask] and [image, "Negative"]; or a balanced
   * list, that is a JSON list of ["ManiDataset", folder] and ["JsonDataset", file]. Paths in a list
   * are relative to it.
   *
   * @return one data set, or those of a balanced list in its order
   * @throws DatasetException if there is no such layout, no image, or images and masks cannot be
   *     paired
   */
  public static List<ForgeryDataset> read(Path location) throws IOException {
    var sets =
        Files.isDirectory(location)
            ? List.of(DatasetFolder.read(location))
            : DatasetList.read(location);
    if (sets.stream().allMatch(set -> set.images().isEmpty() && set.problems().isEmpty())) {
      throw new DatasetException(location + " contains no images.");
    }
    return sets;
  }

  /**
   * Every picture in a folder and the folders in it, as authentic images.
   *
   * @throws DatasetException if there is none
   */
  public static ForgeryDataset readAuthentic(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new DatasetException(folder + " is not a folder of images.");
    }
    var files = ImageFolder.list(folder, Integer.MAX_VALUE);
    if (files.pictures().isEmpty()) {
      throw new DatasetException(folder + " contains no images.");
    }
    var images = files.pictures().stream().map(LabeledImage::authentic).toList();
    return new ForgeryDataset(folder, images, files.problems(), Pairing.NONE);
  }
}
