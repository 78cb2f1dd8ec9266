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
import sc.fiji.sparsevit.io.SkippedFiles;
import sc.fiji.sparsevit.training.synthesis.library.PhotoLibrary;

/** The four small photographs of the tests, two of them with an object mask. */
public final class TestPhotos {

  private TestPhotos() {}

  public static PhotoLibrary open() throws IOException {
    return PhotoLibrary.open(List.of(folder()), 1 << 22, new SkippedFiles(note -> {}));
  }

  public static Path folder() {
    try {
      return Path.of(TestPhotos.class.getResource("/sc/fiji/sparsevit/training/photos").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
