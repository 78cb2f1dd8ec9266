/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * What the encoder found out about a batch.
 *
 * @param stage2 the map after stage 2 and before matching, (N, C2, H/8, W/8); no head reads it,
 *     training may
 * @param maps the maps for the head, one per sparsity run: stage 3's (N, C3, H/16, W/16), then
 *     stage 4's (N, C4, H/32, W/32); the last of each stage went through its layer norm
 */
public record Features(NDArray stage2, List<NDArray> maps) {
  public Features {
    maps = List.copyOf(maps);
  }
}
