/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import java.util.List;
import sc.fiji.sparsevit.help.Choices;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.training.augmentation.Augmentation;
import sc.fiji.sparsevit.training.augmentation.NativeProtocol;
import sc.fiji.sparsevit.training.augmentation.PaperProtocol;

/** Two ways to train. */
public enum TrainingPreset {
  /** The recipe of the embedded model: crops, histories as targets, averaged weights. */
  LITE(10_000, new SampleSize(256, 384)) {
    @Override
    public TrainingOptions options(long steps) {
      return TrainingOptions.lite(steps);
    }

    @Override
    SparseVitConfig config() {
      return SparseVitConfig.lite().withMatching();
    }

    @Override
    Augmentation augmentation(SampleSize size) {
      return Augmentation.inOrder(
          List.of(
              NativeProtocol.view(size.width(), size.height()),
              size::crop,
              NativeProtocol.processing()));
    }

    @Override
    boolean squashes() {
      return false;
    }
  },
  /** The publication's protocol: whole images squashed, its augmentation, cross entropy alone. */
  PAPER(TrainingOptions.PAPER_STEPS, new SampleSize(512, 512)) {
    @Override
    public TrainingOptions options(long steps) {
      return TrainingOptions.paper(steps);
    }

    @Override
    SparseVitConfig config() {
      return SparseVitConfig.base();
    }

    @Override
    Augmentation augmentation(SampleSize size) {
      return Augmentation.inOrder(List.of(PaperProtocol.augmentation(), size::squash));
    }

    @Override
    boolean squashes() {
      return true;
    }
  };

  private final long steps;
  private final SampleSize size;

  TrainingPreset(long steps, SampleSize size) {
    this.steps = steps;
    this.size = size;
  }

  /**
   * @throws IllegalArgumentException naming the value and the choices
   */
  public static TrainingPreset of(String name) {
    return Choices.of(TrainingPreset.class, "preset", name);
  }

  @Override
  public String toString() {
    return Choices.name(this);
  }

  /** How many optimizer steps a run has unless somebody says otherwise. */
  public long steps() {
    return steps;
  }

  /** How large samples are unless somebody says otherwise. */
  public SampleSize size() {
    return size;
  }

  /** The options of a run with this many steps. */
  public abstract TrainingOptions options(long steps);

  /** The network that the preset was made for. */
  abstract SparseVitConfig config();

  /** What is done to an image of a data set. */
  abstract Augmentation augmentation(SampleSize size);

  /** Whether images are seen whole, squashed to 512x512, or at their own resolution. */
  abstract boolean squashes();
}
