/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import java.util.Locale;

/** The family of an encoder: how it is built from what a {@link SparseVitConfig} states. */
public enum Backbone {
  /** Two stages of convolution blocks, two of attention: the paper's own network. */
  UNIFORMER(2, 2),
  /** One stage of attention over patches of 16x16 pixels (Dosovitskiy et al. 2021). */
  VIT(0, 1),
  /** A stage of outlookers on patches of 8x8, then one of attention (Yuan et al. 2022). */
  VOLO(1, 1);

  private final int localStages;
  private final int attentionStages;

  Backbone(int localStages, int attentionStages) {
    this.localStages = localStages;
    this.attentionStages = attentionStages;
  }

  /** Stages whose blocks look around each place only, before those with attention. */
  int localStages() {
    return localStages;
  }

  /** Stages whose blocks have sparsity rates. */
  int attentionStages() {
    return attentionStages;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
