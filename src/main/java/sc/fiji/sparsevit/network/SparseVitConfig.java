/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything that fixes the shape of a SparseViT network and nothing else: two networks with equal
 * configurations take each other's weights. Training settings such as drop path are not part of it.
 *
 * @param backbone the encoder's family; it decides how many stages the lists below describe
 * @param channels width of every stage: four for the paper's own encoder
 * @param convolutionBlocks number of local blocks in every stage before the attention: convolution
 *     blocks in stages 1 and 2, VOLO's outlookers
 * @param stage3 the sparsity runs of the attention on a grid of H/16 x W/16 tokens
 * @param stage4 the sparsity runs of the attention on a grid of H/32 x W/32 tokens; empty in
 *     encoders that have none
 * @param headDimension channels per attention head
 * @param extractor a filter whose response is an additional input, if any
 * @param matching whether duplicated content is detected after stage 2
 * @param head what fuses the maps
 */
public record SparseVitConfig(
    Backbone backbone,
    List<Integer> channels,
    List<Integer> convolutionBlocks,
    List<SparsityRun> stage3,
    List<SparsityRun> stage4,
    int headDimension,
    Optional<Extractor> extractor,
    boolean matching,
    Head head) {

  /** Hidden width of every MLP relative to its block's width. */
  public static final int MLP_RATIO = 4;

  /** What {@link #named} takes, for messages. */
  public static final String NAMES =
      "base, lite, vit-base, vit-lite, volo-base or volo-lite, then -matching (base and lite only)"
          + " for duplicate detection, then -sobel, -bayar, -srm or -dct for an additional filter,"
          + " then -dense, -rate2, -rate4 or -rate8 for one sparsity rate, then -lff, -mlp,"
          + " -single-scale, -aspp or -aff for another head";

  /** Pixels along one side of a stage-3 token: the size of one logit before upsampling. */
  public static final int LOGIT_STRIDE = 16;

  private static final Map<String, Supplier<SparseVitConfig>> PRESETS = presets();

  private static final Pattern NAME =
      Pattern.compile(
          String.format(
              Locale.ROOT,
              "(%s)(-matching)?(?:-(%s))?(?:-(dense|rate[248]))?(?:-(%s))?",
              String.join("|", PRESETS.keySet()),
              anyOf(Extractor.values()),
              anyOf(Head.values())));

  public SparseVitConfig {
    channels = List.copyOf(channels);
    convolutionBlocks = List.copyOf(convolutionBlocks);
    stage3 = List.copyOf(stage3);
    stage4 = List.copyOf(stage4);
    int local = backbone.localStages();
    int attention = backbone.attentionStages();
    if (channels.size() != local + attention || convolutionBlocks.size() != local) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a %s network has %d channel counts and %d stages of local blocks, not %d and %d",
              backbone,
              local + attention,
              local,
              channels.size(),
              convolutionBlocks.size()));
    }
    if (stage3.isEmpty() || stage4.isEmpty() != (attention == 1)) {
      throw new IllegalArgumentException(
          attention == 1
              ? String.format(
                  Locale.ROOT,
                  "a %s network needs sparsity runs in stage 3, and none in stage 4",
                  backbone)
              : "stages 3 and 4 need at least one sparsity run each");
    }
    if (matching && backbone != Backbone.UNIFORMER) {
      throw new IllegalArgumentException(
          "only base and lite support duplicate detection; remove matching");
    }
    // Outlookers have heads too.
    int first = backbone == Backbone.VOLO ? 0 : local;
    int dimension = headDimension;
    if (channels.stream().anyMatch(c -> c < 1)
        || convolutionBlocks.stream().anyMatch(n -> n < 0)
        || headDimension < 1
        || channels.stream().skip(first).anyMatch(c -> c % dimension != 0)) {
      throw new IllegalArgumentException(
          "channels " + channels + " are not multiples of the head dimension " + headDimension);
    }
  }

  /** Of the paper's family, without an extractor. */
  public SparseVitConfig(
      List<Integer> channels,
      List<Integer> convolutionBlocks,
      List<SparsityRun> stage3,
      List<SparsityRun> stage4,
      int headDimension,
      Head head,
      boolean matching) {
    this(
        Backbone.UNIFORMER,
        channels,
        convolutionBlocks,
        stage3,
        stage4,
        headDimension,
        Optional.empty(),
        matching,
        head);
  }

  /** The paper's network: 50,345,921 parameters (paper section 4.1). */
  public static SparseVitConfig base() {
    return new SparseVitConfig(
        List.of(64, 128, 320, 512),
        List.of(5, 8),
        runs(5, 5, 5, 5),
        runs(0, 0, 4, 3),
        64,
        Head.LFF,
        false);
  }

  /** The small network: 3,845,969 parameters. The embedded one also has matching. */
  public static SparseVitConfig lite() {
    return new SparseVitConfig(
        List.of(48, 64, 128, 192),
        List.of(2, 2),
        runs(2, 2, 2, 2),
        runs(0, 0, 2, 2),
        32,
        Head.LFF,
        false);
  }

  /** A plain vision transformer with the paper's rates and no LFF (paper table 9). */
  private static SparseVitConfig vit(int channels, int headDimension, int blocksPerRate) {
    return new SparseVitConfig(
        Backbone.VIT,
        List.of(channels),
        List.of(),
        runs(blocksPerRate, blocksPerRate, blocksPerRate, blocksPerRate),
        List.of(),
        headDimension,
        Optional.empty(),
        false,
        Head.SINGLE_SCALE);
  }

  /** VOLO with the paper's rates and no LFF (paper table 9). */
  private static SparseVitConfig volo(
      int fine, int coarse, int outlookers, List<SparsityRun> runs) {
    return new SparseVitConfig(
        Backbone.VOLO,
        List.of(fine, coarse),
        List.of(outlookers),
        runs,
        List.of(),
        32,
        Optional.empty(),
        false,
        Head.SINGLE_SCALE);
  }

  private static Map<String, Supplier<SparseVitConfig>> presets() {
    var presets = new LinkedHashMap<String, Supplier<SparseVitConfig>>();
    presets.put("base", SparseVitConfig::base);
    presets.put("lite", SparseVitConfig::lite);
    // ViT-B/16 and VOLO-D1, and what is as small as lite.
    presets.put("vit-base", () -> vit(768, 64, 3));
    presets.put("vit-lite", () -> vit(192, 32, 2));
    presets.put("volo-base", () -> volo(192, 384, 4, runs(4, 4, 4, 2)));
    presets.put("volo-lite", () -> volo(96, 192, 2, runs(2, 2, 2, 2)));
    return presets;
  }

  /** How many blocks in a row have the rates 8, 4, 2 and 1. */
  private static List<SparsityRun> runs(int eight, int four, int two, int one) {
    return Stream.of(
            new int[] {8, eight}, new int[] {4, four}, new int[] {2, two}, new int[] {1, one})
        .filter(run -> run[1] > 0)
        .map(run -> new SparsityRun(run[0], run[1]))
        .toList();
  }

  /**
   * The configuration of a name: a preset, optionally with matching, with an extractor, with one
   * rate everywhere and with another head, as in the paper's ablations: {@code lite-matching},
   * {@code base-dense}, {@code lite-srm}, {@code vit-lite-dense}, {@code base-rate2-single-scale}.
   *
   * @throws IllegalArgumentException when there is no such configuration
   */
  public static SparseVitConfig named(String name) {
    var parts = NAME.matcher(name);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "there is no configuration %s; use %s", name, NAMES));
    }
    var config = PRESETS.get(parts.group(1)).get();
    if (parts.group(2) != null) {
      config = config.withMatching();
    }
    if (parts.group(3) != null) {
      config = config.withExtractor(valueOf(Extractor.values(), parts.group(3)));
    }
    var rate = parts.group(4);
    if (rate != null) {
      config = config.withRate(rate.equals("dense") ? 1 : Integer.parseInt(rate.substring(4)));
    }
    if (parts.group(5) != null) {
      config = config.withHead(valueOf(Head.values(), parts.group(5)));
    }
    return config;
  }

  private static String anyOf(Enum<?>[] values) {
    return Arrays.stream(values).map(Object::toString).collect(Collectors.joining("|"));
  }

  private static <E extends Enum<E>> E valueOf(E[] values, String name) {
    return Arrays.stream(values).filter(v -> v.toString().equals(name)).findFirst().orElseThrow();
  }

  /** The same network with one sparsity rate everywhere; 1 is the dense one (paper table 2). */
  public SparseVitConfig withRate(int rate) {
    return with(atRate(stage3, rate), atRate(stage4, rate), extractor, matching, head);
  }

  /** The same encoder under another head (paper tables 6 and 7). */
  public SparseVitConfig withHead(Head other) {
    return with(stage3, stage4, extractor, matching, other);
  }

  /** The same network with a filter's response as additional input (paper table 2). */
  public SparseVitConfig withExtractor(Extractor other) {
    return with(stage3, stage4, Optional.of(other), matching, head);
  }

  /** The same network with duplicate detection. */
  public SparseVitConfig withMatching() {
    return with(stage3, stage4, extractor, true, head);
  }

  /** Every network on these stages that differs in its keys or shapes: what weights can tell. */
  public List<SparseVitConfig> variants() {
    return Arrays.stream(Head.values())
        .map(this::withHead)
        .flatMap(
            config ->
                Stream.concat(
                    Stream.of(config),
                    Arrays.stream(Extractor.values()).map(config::withExtractor)))
        .flatMap(config -> Stream.of(config, config.withMatching()))
        .toList();
  }

  private SparseVitConfig with(
      List<SparsityRun> third,
      List<SparsityRun> fourth,
      Optional<Extractor> filter,
      boolean matches,
      Head fusion) {
    return new SparseVitConfig(
        backbone,
        channels,
        convolutionBlocks,
        third,
        fourth,
        headDimension,
        filter,
        matches,
        fusion);
  }

  /**
   * Height and width of an input must be multiples of this many pixels, so that every rate divides
   * its token grid: 128 for all presets.
   */
  public int inputMultiple() {
    var third = stage3.stream().mapToInt(run -> LOGIT_STRIDE * run.rate());
    var fourth = stage4.stream().mapToInt(run -> 2 * LOGIT_STRIDE * run.rate());
    return IntStream.concat(third, fourth)
        .reduce(backbone.attentionStages() * LOGIT_STRIDE, SparseVitConfig::leastCommonMultiple);
  }

  /** How many blocks all stages have together. */
  public int blocks() {
    return convolutionBlocks.stream().mapToInt(Integer::intValue).sum()
        + Stream.concat(stage3.stream(), stage4.stream()).mapToInt(SparsityRun::blocks).sum();
  }

  /** Channels of the map from before the attention, {@link Features#stage2}. */
  public int earlyChannels() {
    return channels.get(Math.max(0, backbone.localStages() - 1));
  }

  /** Channels of the maps of stage 3. */
  public int stage3Channels() {
    return channels.get(backbone.localStages());
  }

  /** The maps for the head, in the order of {@link Features#maps}. */
  List<MapShape> maps() {
    var third = stage3.stream().map(run -> new MapShape(stage3Channels(), LOGIT_STRIDE));
    var fourth =
        stage4.stream()
            .map(run -> new MapShape(channels.get(channels.size() - 1), 2 * LOGIT_STRIDE));
    return Stream.concat(third, fourth).toList();
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
