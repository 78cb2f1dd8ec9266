/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.PreparedPicture;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.io.Sha256;

/**
 * A file as it was read for localization.
 *
 * @param image its pictures
 * @param sha256 of its bytes, in hexadecimal
 * @param first its first picture, if that was prepared already
 */
public record OpenedFile(ImageFile image, String sha256, Optional<PreparedPicture> first) {

  /**
   * @throws IOException if the file is not a readable image
   */
  public static OpenedFile read(Path file) throws IOException {
    return new OpenedFile(ImageFile.open(file), Sha256.of(file), Optional.empty());
  }

  /**
   * The same with its first picture prepared: to be localized in soon.
   *
   * @throws IOException if the picture has no finite value
   */
  public OpenedFile prepared(LocalizationOptions options) throws IOException {
    var position = StackPosition.all(image.image()).get(0);
    return new OpenedFile(image, sha256, Optional.of(PreparedPicture.of(image, position, options)));
  }

  /** Of all its pictures together. */
  long pixels() {
    var stack = image.image();
    return (long) stack.getWidth() * stack.getHeight() * stack.getStackSize();
  }
}
