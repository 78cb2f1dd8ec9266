/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import java.util.Locale;
import java.util.function.Function;

/** What turns the encoder's maps into one logit per token (paper tables 6 and 7). */
public enum Head {
  /** Learnable feature fusion: every map, weighted per channel, summed (paper section 3.3). */
  LFF(LearnableFusionHead::new),
  /** SegFormer's: a linear layer per map to one width, concatenated, fused by a 1x1 convolution. */
  MLP(MlpHead::new),
  /** The last map alone through a 1x1 convolution. */
  SINGLE_SCALE(SingleScaleHead::new),
  /** Atrous spatial pyramid pooling over all maps (Chen et al. 2017). */
  ASPP(AsppHead::new),
  /** Attentional feature fusion: maps joined by learned weights per place (Dai et al. 2021). */
  AFF(AttentionalFusionHead::new);

  private final Function<SparseVitConfig, FusionHead> block;

  Head(Function<SparseVitConfig, FusionHead> block) {
    this.block = block;
  }

  FusionHead block(SparseVitConfig config) {
    return block.apply(config);
  }

  /** As in the name of a configuration: {@code single-scale}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
