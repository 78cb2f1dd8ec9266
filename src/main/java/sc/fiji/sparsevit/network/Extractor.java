/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * A filter whose response is an input of the network next to the image (paper table 2). The paper
 * calls such filters handcrafted and does without them.
 *
 * <p>How the response enters, the paper does not say. Here it is as in ManTraNet, SPAN and Mesorch:
 * the response is concatenated with the image before the first convolution, which is the same as
 * {@linkplain ExtractorProjection a second convolution whose output is added}.
 */
public enum Extractor {
  /** Gradient magnitude over all colors: 1 response. */
  SOBEL(1, SobelFilter::new),
  /** Prediction errors under learned, constrained kernels (Bayar and Stamm 2016): 3 responses. */
  BAYAR(3, BayarFilter::new),
  /** Noise residuals under three fixed kernels (Fridrich and Kodovsky 2012): 9 responses. */
  SRM(9, SrmFilter::new),
  /** The image without its lowest frequencies, in the range 0-1: 3 responses. */
  DCT(3, DctFilter::new);

  /** One in this many frequencies of a side is low: what {@link #DCT} leaves out. */
  public static final int DCT_LOWEST = 10;

  /** A range below a tenth of a gray level is rounding, which must not be blown up to 0-1. */
  public static final double DCT_FLAT = 1e-3;

  private final int responses;
  private final Supplier<ImageFilter> filter;

  Extractor(int responses, Supplier<ImageFilter> filter) {
    this.responses = responses;
    this.filter = filter;
  }

  /** Channels of the response. */
  public int responses() {
    return responses;
  }

  /**
   * Kernels of the convolution that the filter begins with, (out, 3, side, side) in row-major
   * order.
   *
   * @param learned the filter's weights; only Bayar's has any
   * @throws UnsupportedOperationException for the filter that is not a convolution
   */
  public float[] kernels(float[] learned) {
    return switch (this) {
      case SOBEL -> SobelFilter.kernels();
      case BAYAR -> BayarFilter.constrained(learned);
      case SRM -> SrmFilter.kernels();
      case DCT -> throw new UnsupportedOperationException("a transform has no kernels");
    };
  }

  ImageFilter filter() {
    return filter.get();
  }

  /** As in the name of a configuration: {@code sobel}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
