/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.sparsevit.data.LabeledImage;

/**
 * What a result belongs to. A file that was changed since gives another key.
 *
 * @param image path of the image, as the data set names it
 * @param mask path of its mask; empty for an authentic image
 * @param files size and time of the image's and the mask's file
 * @param distortion what was done to the image first, by name
 */
public record ResultKey(String image, String mask, String files, String distortion) {

  static ResultKey of(LabeledImage labeled, Distortion distortion) throws IOException {
    String mask = "";
    String files = state(labeled.image());
    if (labeled.isForged()) {
      var file = labeled.mask().orElseThrow();
      mask = file.toString();
      files += ", " + state(file);
    }
    return new ResultKey(labeled.image().toString(), mask, files, distortion.toString());
  }

  boolean isForged() {
    return !mask.isEmpty();
  }

  /** Whether the image was localized as it is. */
  boolean isUndistorted() {
    return distortion.equals(Distortion.NONE.toString());
  }

  private static String state(Path file) throws IOException {
    return Files.size(file) + " bytes of " + Files.getLastModifiedTime(file);
  }
}
