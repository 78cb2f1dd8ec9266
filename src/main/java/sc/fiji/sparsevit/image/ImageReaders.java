/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The one decoder for each format: Java's own, and for TIFF the one that reads more kinds. What
 * Image I/O would choose depends on the other plugins that are installed; here a file means the
 * same pixels everywhere.
 */
final class ImageReaders {

  private ImageReaders() {}

  static ImageReader of(ImageFormat format) throws IOException {
    var provider = format == ImageFormat.TIFF ? new TIFFImageReaderSpi() : javasOwn(format);
    return provider.createReaderInstance(null);
  }

  private static ImageReaderSpi javasOwn(ImageFormat format) {
    return IIORegistry.getDefaultInstance()
        .getServiceProviders(ImageReaderSpi.class, provider -> isJavas(provider, format), false)
        .next();
  }

  private static boolean isJavas(Object provider, ImageFormat format) {
    return provider.getClass().getName().startsWith("com.sun.imageio.")
        && provider instanceof ImageReaderSpi reader
        && Arrays.asList(reader.getFormatNames()).contains(format.name());
  }
}
