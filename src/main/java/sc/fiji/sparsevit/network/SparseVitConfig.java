/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything that fixes the shape of a SparseViT network and nothing else: two networks with equal
 * configurations take each other's weights. Training settings such as drop path are not part of it.
 *
 * @param channels width of the four stages
 * @param convolutionBlocks number of convolution blocks in stages 1 and 2
 * @param stage3 the sparsity runs of stage 3, on a grid of H/16 x W/16 tokens
 * @param stage4 the sparsity runs of stage 4, on a grid of H/32 x W/32 tokens
 * @param headDimension channels per attention head
 * @param head what fuses the maps
 * @param matching whether tokens are told what looks like them elsewhere, after stage 2
 */
public record SparseVitConfig(
    List<Integer> channels,
    List<Integer> convolutionBlocks,
    List<SparsityRun> stage3,
    List<SparsityRun> stage4,
    int headDimension,
    Head head,
    boolean matching) {

  /** Hidden width of every MLP relative to its block's width. */
  public static final int MLP_RATIO = 4;

  /** What {@link #named} takes, for messages. */
  public static final String NAMES =
      "base or lite, then -matching to look for what occurs twice, then -dense, -rate2, -rate4 or"
          + " -rate8 for one sparsity rate, then -mlp or -single-scale for another head";

  /** Pixels along one side of a stage-3 token: the size of one logit before upsampling. */
  public static final int LOGIT_STRIDE = 16;

  private static final Pattern NAME =
      Pattern.compile("(base|lite)(-matching)?(?:-(dense|rate[248]))?(?:-(mlp|single-scale))?");

  public SparseVitConfig {
    channels = List.copyOf(channels);
    convolutionBlocks = List.copyOf(convolutionBlocks);
    stage3 = List.copyOf(stage3);
    stage4 = List.copyOf(stage4);
    if (channels.size() != 4 || convolutionBlocks.size() != 2) {
      throw new IllegalArgumentException(
          "a SparseViT has 4 channel counts and 2 convolution stages, not "
              + channels.size()
              + " and "
              + convolutionBlocks.size());
    }
    if (stage3.isEmpty() || stage4.isEmpty()) {
      throw new IllegalArgumentException("stages 3 and 4 need at least one sparsity run each");
    }
    if (channels.stream().anyMatch(c -> c < 1)
        || convolutionBlocks.stream().anyMatch(n -> n < 0)
        || headDimension < 1
        || channels.get(2) % headDimension != 0
        || channels.get(3) % headDimension != 0) {
      throw new IllegalArgumentException(
          "channels "
              + channels
              + " are not whole multiples of the head dimension "
              + headDimension);
    }
  }

  /** The paper's network: 50,345,921 parameters (paper section 4.1). */
  public static SparseVitConfig base() {
    return new SparseVitConfig(
        List.of(64, 128, 320, 512),
        List.of(5, 8),
        List.of(
            new SparsityRun(8, 5),
            new SparsityRun(4, 5),
            new SparsityRun(2, 5),
            new SparsityRun(1, 5)),
        List.of(new SparsityRun(2, 4), new SparsityRun(1, 3)),
        64,
        Head.LFF,
        false);
  }

  /** The small network: 3,845,969 parameters. The embedded one has matching besides. */
  public static SparseVitConfig lite() {
    return new SparseVitConfig(
        List.of(48, 64, 128, 192),
        List.of(2, 2),
        List.of(
            new SparsityRun(8, 2),
            new SparsityRun(4, 2),
            new SparsityRun(2, 2),
            new SparsityRun(1, 2)),
        List.of(new SparsityRun(2, 2), new SparsityRun(1, 2)),
        32,
        Head.LFF,
        false);
  }

  /**
   * The configuration of a name: a preset, {@code base} or {@code lite}, optionally with matching,
   * with one rate everywhere and with another head, as in the paper's ablations: {@code
   * lite-matching}, {@code base-dense}, {@code lite-rate4}, {@code lite-mlp}, {@code
   * base-rate2-single-scale}.
   *
   * @throws IllegalArgumentException when there is no such configuration
   */
  public static SparseVitConfig named(String name) {
    var parts = NAME.matcher(name);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "there is no configuration %s; use %s".formatted(name, NAMES));
    }
    var config = parts.group(1).equals("base") ? base() : lite();
    if (parts.group(2) != null) {
      config = config.withMatching();
    }
    var rate = parts.group(3);
    if (rate != null) {
      config = config.withRate(rate.equals("dense") ? 1 : Integer.parseInt(rate.substring(4)));
    }
    var head = parts.group(4);
    if (head != null) {
      config = config.withHead(head.equals("mlp") ? Head.MLP : Head.SINGLE_SCALE);
    }
    return config;
  }

  /** The same network with one sparsity rate everywhere; 1 is the dense one (paper table 2). */
  public SparseVitConfig withRate(int rate) {
    return new SparseVitConfig(
        channels,
        convolutionBlocks,
        atRate(stage3, rate),
        atRate(stage4, rate),
        headDimension,
        head,
        matching);
  }

  /** The same encoder under another head (paper table 6). */
  public SparseVitConfig withHead(Head other) {
    return new SparseVitConfig(
        channels, convolutionBlocks, stage3, stage4, headDimension, other, matching);
  }

  /** The same network, told what looks alike in an image. */
  public SparseVitConfig withMatching() {
    return new SparseVitConfig(
        channels, convolutionBlocks, stage3, stage4, headDimension, head, true);
  }

  /**
   * Height and width of an input must be multiples of this many pixels, so that every rate divides
   * its token grid: 128 for both presets.
   */
  public int inputMultiple() {
    var third = stage3.stream().mapToInt(run -> LOGIT_STRIDE * run.rate());
    var fourth = stage4.stream().mapToInt(run -> 2 * LOGIT_STRIDE * run.rate());
    return IntStream.concat(third, fourth)
        .reduce(2 * LOGIT_STRIDE, SparseVitConfig::leastCommonMultiple);
  }

  /** How many blocks the four stages have together. */
  public int blocks() {
    return convolutionBlocks.stream().mapToInt(Integer::intValue).sum()
        + Stream.concat(stage3.stream(), stage4.stream()).mapToInt(SparsityRun::blocks).sum();
  }

  private static List<SparsityRun> atRate(List<SparsityRun> runs, int rate) {
    return runs.stream().map(run -> new SparsityRun(rate, run.blocks())).toList();
  }

  private static int leastCommonMultiple(int a, int b) {
    int gcd = a;
    for (int rest = b; rest != 0; ) {
      int next = gcd % rest;
      gcd = rest;
      rest = next;
    }
    return a / gcd * b;
  }
}
