/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.io.IOException;
import java.nio.file.Path;

/** An image file that cannot be used; the message is one sentence that names it and the remedy. */
public final class ImageFileException extends IOException {

  private static final long serialVersionUID = 1L;

  ImageFileException(Path path, String problem) {
    this(path, problem, null);
  }

  ImageFileException(Path path, String problem, Exception cause) {
    super("'" + path + "' " + problem, cause);
  }
}
