/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

/** What blocks cost on one image, added up; every block adds its own. */
final class Count {

  private long products;
  private long rest;

  /** Multiply-accumulates of a convolution or matrix product. */
  void products(long n) {
    products += n;
  }

  void batchNorm(long values) {
    rest += 2 * values;
  }

  void layerNorm(long values) {
    rest += 5 * values;
  }

  void upsampled(long values) {
    rest += 4 * values;
  }

  Cost named(String part, long parameters) {
    return new Cost(part, parameters, products, products + rest);
  }
}
