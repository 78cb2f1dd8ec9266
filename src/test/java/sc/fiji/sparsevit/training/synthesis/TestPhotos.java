/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** The four small photographs of the tests, two of them with an object mask. */
final class TestPhotos {

  private TestPhotos() {}

  static PhotoLibrary open() throws IOException {
    return PhotoLibrary.open(List.of(folder()), 1 << 22);
  }

  static Path folder() {
    try {
      return Path.of(TestPhotos.class.getResource("/sc/fiji/sparsevit/training/photos").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
