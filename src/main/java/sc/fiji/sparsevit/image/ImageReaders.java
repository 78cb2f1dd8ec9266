/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.io.IOException;
import javax.imageio.ImageReader;
import sc.fiji.sparsevit.io.JavaCodecs;

/**
 * The one decoder for each format: Java's own, and for TIFF the one that reads more kinds. What
 * Image I/O would choose depends on the other plugins that are installed; here a file means the
 * same pixels everywhere.
 */
final class ImageReaders {

  private ImageReaders() {}

  static ImageReader of(ImageFormat format) throws IOException {
    var provider =
        format == ImageFormat.TIFF ? new TIFFImageReaderSpi() : JavaCodecs.reader(format.name());
    return provider.createReaderInstance(null);
  }
}
