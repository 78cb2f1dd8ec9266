/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi;

/**
 * The decoder of scanners' bilevel images, for as long as a PDF is open: PDFBox looks for it among
 * the readers of the whole JVM, where other plugins of an ImageJ should not find it.
 */
final class Jbig2Decoder {

  private static final ImageReaderSpi PROVIDER = new JBIG2ImageReaderSpi();

  private static int openDocuments;

  private Jbig2Decoder() {}

  static synchronized void lend() {
    if (openDocuments++ == 0) {
      IIORegistry.getDefaultInstance().registerServiceProvider(PROVIDER, ImageReaderSpi.class);
    }
  }

  static synchronized void takeBack() {
    if (--openDocuments == 0) {
      IIORegistry.getDefaultInstance().deregisterServiceProvider(PROVIDER, ImageReaderSpi.class);
    }
  }
}
