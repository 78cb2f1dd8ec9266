/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.io;

import java.util.Arrays;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;

/**
 * Java's own coders of images. What Image I/O would choose depends on the other plugins that are
 * installed; with these a file means the same pixels everywhere.
 */
public final class JavaCodecs {

  private JavaCodecs() {}

  /**
   * @param format as Image I/O names it: {@code JPEG}
   */
  public static ImageReaderSpi reader(String format) {
    return provider(ImageReaderSpi.class, format);
  }

  /**
   * @param format as Image I/O names it: {@code JPEG}
   */
  public static ImageWriterSpi writer(String format) {
    return provider(ImageWriterSpi.class, format);
  }

  private static <T extends ImageReaderWriterSpi> T provider(Class<T> kind, String format) {
    var all = IIORegistry.getDefaultInstance();
    var own =
        all.getServiceProviders(kind, spi -> isOwn((ImageReaderWriterSpi) spi, format), false);
    if (!own.hasNext()) {
      throw new IllegalStateException("this Java has no coder of its own for " + format);
    }
    return own.next();
  }

  private static boolean isOwn(ImageReaderWriterSpi provider, String format) {
    return provider.getClass().getName().startsWith("com.sun.imageio.")
        && Arrays.asList(provider.getFormatNames()).contains(format);
  }
}
