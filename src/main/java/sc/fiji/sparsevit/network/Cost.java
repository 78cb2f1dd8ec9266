/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import java.util.List;

/**
 * What a configuration costs on an input of one size; the paper calls the multiply-accumulates
 * FLOPs (paper table 4). Every block counts itself; nothing is computed.
 *
 * @param part "stage 1" to "stage 4" or what another encoder has, "extractor" and "matching" where
 *     there are any, "head"
 * @param parameters stored, used or not; buffers are not counted
 * @param products multiply-accumulates of convolutions and matrix products
 * @param fvcore the same as the tool fvcore counts them: 2 more per batch-norm value, 5 per
 *     layer-norm value, 4 per bilinearly upsampled value
 */
public record Cost(String part, long parameters, long products, long fvcore) {

  /** The cost of one image of the given size, part by part. */
  public static List<Cost> of(SparseVitConfig config, int height, int width) {
    return new SparseVit(config).costs(height, width);
  }

  /** The sum over all parts. */
  public static Cost total(SparseVitConfig config, int height, int width) {
    return total(of(config, height, width));
  }

  /** The sum over some parts. */
  public static Cost total(List<Cost> parts) {
    return parts.stream()
        .reduce(
            new Cost("total", 0, 0, 0),
            (a, b) ->
                new Cost(
                    a.part,
                    a.parameters + b.parameters,
                    a.products + b.products,
                    a.fvcore + b.fvcore));
  }
}
