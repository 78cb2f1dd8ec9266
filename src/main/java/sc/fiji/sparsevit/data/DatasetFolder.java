/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import sc.fiji.sparsevit.data.ForgeryDataset.Pairing;
import sc.fiji.sparsevit.io.SkippedInput;

/** A data set as a folder: {@code Tp} with masks in {@code Gt}, {@code Au}, or all three. */
final class DatasetFolder {
  private DatasetFolder() {}

  static ForgeryDataset read(Path folder) throws IOException {
    Path forged = folder.resolve("Tp");
    Path authentic = folder.resolve("Au");
    if (!Files.isDirectory(forged) && !Files.isDirectory(authentic)) {
      throw new DatasetException(
          folder + " has neither a folder Tp (with masks in Gt) nor a folder Au.");
    }
    var images = new ArrayList<LabeledImage>();
    var problems = new ArrayList<SkippedInput>();
    var pairing = Pairing.NONE;
    if (Files.isDirectory(forged)) {
      Path truth = folder.resolve("Gt");
      if (!Files.isDirectory(truth)) {
        throw new DatasetException(folder + " has no folder Gt with masks for the images in Tp.");
      }
      var pictures = ImageFolder.list(forged, 1);
      var masks = ImageFolder.list(truth, 1);
      var pairs = MaskPairing.of(folder, pictures.pictures(), masks.pictures());
      pairing = pairs.pairing();
      images.addAll(pairs.pairs());
      Stream.of(pictures.problems(), masks.problems(), pairs.problems()).forEach(problems::addAll);
    }
    if (Files.isDirectory(authentic)) {
      var pictures = ImageFolder.list(authentic, 1);
      pictures.pictures().forEach(picture -> images.add(LabeledImage.authentic(picture)));
      problems.addAll(pictures.problems());
    }
    return new ForgeryDataset(folder, images, problems, pairing);
  }
}
