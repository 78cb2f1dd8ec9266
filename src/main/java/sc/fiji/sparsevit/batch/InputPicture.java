/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbMapping;
import sc.fiji.sparsevit.report.PdfPosition;
import sc.fiji.sparsevit.report.Provenance;

/**
 * One picture of an input, not decoded yet.
 *
 * @param name what tells it from the others of its input, as {@code -p003-i02}; empty if it is
 *     alone
 * @param part the same for people, as {@code page 3, image 2}; empty if it is alone
 * @param page from 1; null if the input has no pages
 * @param places where it is placed on the pages of a PDF
 * @param size tells how much memory the decoding will take
 * @param decoding reads it; to be called on the thread that opened the input, before it is closed
 */
record InputPicture(
    String name,
    String part,
    Integer page,
    List<PdfPosition> places,
    PixelCount size,
    PixelReader decoding) {

  /** Width times height. */
  @FunctionalInterface
  interface PixelCount {
    long pixels() throws IOException;
  }

  /** Reads the pixels. */
  @FunctionalInterface
  interface PixelReader {
    Decoded decode() throws IOException;
  }

  /** The pixels and what is known of where they have been. */
  record Decoded(RgbImage image, Provenance provenance) {
    /** The same with another account of how the pixels became what they are. */
    Decoded mapped(UnaryOperator<RgbMapping> change) {
      return new Decoded(new RgbImage(image.pixels(), change.apply(image.mapping())), provenance);
    }
  }
}
