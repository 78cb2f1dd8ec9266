/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.sparsevit.network.matching.SelfMatcher;

/**
 * What a configuration costs on an input of one size, counted from the configuration alone; the
 * paper calls the multiply-accumulates FLOPs (paper table 4).
 *
 * @param part "stage 1" to "stage 4", "matching" where there is any, or "head"
 * @param parameters stored, used or not; buffers are not counted
 * @param products multiply-accumulates of convolutions and matrix products
 * @param fvcore the same as the tool fvcore counts them: 2 more per batch-norm value, 5 per
 *     layer-norm value, 4 per bilinearly upsampled value
 */
public record Cost(String part, long parameters, long products, long fvcore) {

  /** Stands for the part that is no stage. */
  private static final int MATCHING = 5;

  /** The cost of one image of the given size, part by part. */
  public static List<Cost> of(SparseVitConfig config, int height, int width) {
    var parts = new ArrayList<Cost>();
    int in = 3;
    for (int stage = 1; stage <= 4; stage++) {
      int channels = config.channels().get(stage - 1);
      long tokens = tokens(stage, height, width);
      int patch = stage == 1 ? 4 : 2;
      var count = new Count();
      count.products(tokens * channels * in * patch * patch);
      count.layerNorm(tokens * channels);
      if (stage <= 2) {
        convolutionBlocks(count, config.convolutionBlocks().get(stage - 1), channels, tokens);
      } else {
        sparseBlocks(count, stage == 3 ? config.stage3() : config.stage4(), channels, tokens);
        count.layerNorm(tokens * channels);
      }
      parts.add(count.named("stage " + stage, parameters(config, stage)));
      in = channels;
    }
    if (config.matching()) {
      parts.add(matching(config, height, width).named("matching", parameters(config, MATCHING)));
    }
    parts.add(head(config, height, width).named("head", parameters(config, 0)));
    return List.copyOf(parts);
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

  private static long tokens(int stage, int height, int width) {
    int side = 2 << stage;
    return (long) (height / side) * (width / side);
  }

  private static void convolutionBlocks(Count count, int blocks, long channels, long tokens) {
    long pointwise = (2 + 2 * SparseVitConfig.MLP_RATIO) * channels * channels;
    long depthwise = (3 * 3 + 5 * 5) * channels;
    count.products(blocks * tokens * (pointwise + depthwise));
    count.batchNorm(blocks * 2 * tokens * channels);
  }

  private static void sparseBlocks(
      Count count, List<SparsityRun> runs, long channels, long tokens) {
    for (var run : runs) {
      long group = tokens / ((long) run.rate() * run.rate());
      long linear = (3 + 1 + 2 * SparseVitConfig.MLP_RATIO) * channels * channels;
      long attention = 2 * group * channels;
      long neighborhood = 3 * 3 * SparseVitConfig.MLP_RATIO * channels;
      count.products(run.blocks() * tokens * (linear + attention + neighborhood));
      count.layerNorm(run.blocks() * 2 * tokens * channels);
    }
  }

  private static Count head(SparseVitConfig config, int height, int width) {
    long narrow = config.channels().get(2);
    long width4 = config.channels().get(3);
    long fine = tokens(3, height, width);
    long coarse = tokens(4, height, width);
    int third = config.stage3().size();
    int fourth = config.stage4().size();
    var count = new Count();
    switch (config.head()) {
      case LFF -> {
        count.products(third * fine * narrow * width4 + fine * width4);
        count.upsampled(fourth * fine * width4);
        count.layerNorm(fine * width4);
      }
      case MLP -> {
        count.products(third * fine * narrow * width4 + fourth * coarse * width4 * width4);
        count.products(fine * (third + fourth) * width4 * width4 + fine * width4);
        count.upsampled(fourth * fine * width4);
        count.batchNorm(fine * width4);
      }
      case SINGLE_SCALE -> count.products(coarse * width4);
    }
    count.upsampled((long) height * width);
    return count;
  }

  /** Comparing patches, all with all, and fusing what was found with stage 2's map. */
  private static Count matching(SparseVitConfig config, int height, int width) {
    long channels = config.channels().get(1);
    long tokens = tokens(2, height, width);
    long hidden = MatchFusion.hidden((int) channels);
    var count = new Count();
    count.products(SelfMatcher.products(height, width));
    count.products(tokens * hidden * (MatchFusion.inputs((int) channels) + channels + 3 * 3));
    count.layerNorm(tokens * channels);
    return count;
  }

  /** Of the stage with this number; 0 is the head. */
  private static long parameters(SparseVitConfig config, int stage) {
    return new SparseVit(config)
        .state().entrySet().stream()
            .filter(entry -> entry.getValue().getType() != Parameter.Type.OTHER)
            .filter(entry -> stageOf(entry.getKey()) == stage)
            .mapToLong(entry -> entry.getValue().getShape().size())
            .sum();
  }

  private static int stageOf(String key) {
    if (!key.startsWith("encoder_net.")) {
      return 0;
    }
    var block = key.split("\\.")[1];
    if (block.equals("matching")) {
      return MATCHING;
    }
    return block.charAt(block.length() - 1) - '0';
  }

  private static final class Count {
    private long products;
    private long rest;

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
}
