/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.nio.file.Path;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.io.Sha256;

/**
 * A file as it was read for localization.
 *
 * @param image its pictures
 * @param sha256 of its bytes, in hexadecimal
 */
public record OpenedFile(ImageFile image, String sha256) {

  /**
   * @throws IOException if the file is not a readable image
   */
  public static OpenedFile read(Path file) throws IOException {
    return new OpenedFile(ImageFile.open(file), Sha256.of(file));
  }

  /** Of all its pictures together. */
  long pixels() {
    var stack = image.image();
    return (long) stack.getWidth() * stack.getHeight() * stack.getStackSize();
  }
}
