/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.network.SparsityRun;

/**
 * Which configuration a state dict belongs to: the one that it carries, else the preset whose
 * channels and depths it has. Sparsity rates leave no trace in shapes, so the preset decides them.
 */
public final class ModelConfig {

  private static final String METADATA_KEY = "configuration";
  private static final String EMBEDDING = "encoder_net.patch_embed%d.proj.weight";

  /** Tokens along a side of the paper's 512x512 window in stage 3, which every rate must divide. */
  private static final int GRID = 32;

  private ModelConfig() {}

  /**
   * Metadata for a safetensors file of weights of this configuration, in an order that does not
   * change from run to run, so that equal weights make equal files.
   */
  public static Map<String, String> metadata(SparseVitConfig config) {
    return new TreeMap<>(Map.of("format", "pt", METADATA_KEY, ConfigJson.write(config)));
  }

  /**
   * @throws CheckpointException when the state dict carries no configuration and its shapes are
   *     those of no preset, or when it carries one that no file of this size can fill
   */
  public static SparseVitConfig of(StateDict weights) throws CheckpointException {
    var carried = weights.metadata().get(METADATA_KEY);
    return carried == null ? recognized(weights) : plausible(ConfigJson.read(carried), weights);
  }

  private static SparseVitConfig plausible(SparseVitConfig config, StateDict weights)
      throws CheckpointException {
    var runs = Stream.concat(config.stage3().stream(), config.stage4().stream()).toList();
    long blocks =
        config.convolutionBlocks().stream().mapToLong(Integer::longValue).sum()
            + runs.stream().mapToLong(SparsityRun::blocks).sum();
    if (blocks > weights.tensors().size()) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "its configuration has %d blocks, more than the file has tensors; convert its .pth"
                  + " again",
              blocks));
    }
    if (!divide(config.stage3(), GRID) || !divide(config.stage4(), GRID / 2)) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "its configuration %s has sparsity rates that do not divide the token grids of a"
                  + " 512x512 window; convert its .pth again",
              ConfigJson.write(config)));
    }
    return config;
  }

  private static boolean divide(List<SparsityRun> runs, int side) {
    return runs.stream().allMatch(run -> side % run.rate() == 0);
  }

  private static SparseVitConfig recognized(StateDict weights) throws CheckpointException {
    var channels = IntStream.rangeClosed(1, 4).mapToObj(stage -> channels(weights, stage)).toList();
    var depths = IntStream.rangeClosed(1, 4).mapToObj(stage -> depth(weights, stage)).toList();
    var preset =
        Stream.of(SparseVitConfig.base(), SparseVitConfig.lite())
            .filter(known -> known.channels().equals(channels) && depths(known).equals(depths))
            .findFirst()
            .orElseThrow(() -> new CheckpointException(unrecognized(weights, channels, depths)));
    // What no variant has, Weights names when it misses it.
    return preset.variants().stream()
        .filter(config -> fits(weights, config))
        .findFirst()
        .orElse(preset);
  }

  private static boolean fits(StateDict weights, SparseVitConfig config) {
    var state = new SparseVit(config).state();
    return state.keySet().equals(weights.tensors().keySet())
        && state.entrySet().stream()
            .allMatch(
                entry ->
                    entry
                        .getValue()
                        .getShape()
                        .equals(weights.tensors().get(entry.getKey()).shape()));
  }

  private static String unrecognized(
      StateDict weights, List<Integer> channels, List<Integer> depths) {
    if (weights.tensors().containsKey("patch_embed1.proj.weight")) {
      return "it contains only a UniFormer encoder, which can start a training but cannot localize;"
          + " choose the weights of a complete SparseViT";
    }
    if (channels.contains(0)) {
      return String.format(
          Locale.ROOT,
          "it has no tensor %s, so it is not a SparseViT; choose weights of base or lite",
          String.format(Locale.ROOT, EMBEDDING, 1 + channels.indexOf(0)));
    }
    return String.format(
        Locale.ROOT,
        "its channels %s and depths %s match neither base nor lite; save it as safetensors with its"
            + " configuration",
        channels,
        depths);
  }

  /** 0 when the patch embedding is missing. */
  private static int channels(StateDict weights, int stage) {
    var embedding = weights.tensors().get(String.format(Locale.ROOT, EMBEDDING, stage));
    return embedding == null || embedding.shape().dimension() == 0
        ? 0
        : (int) embedding.shape().get(0);
  }

  private static int depth(StateDict weights, int stage) {
    return (int)
        IntStream.iterate(
                0,
                block ->
                    weights
                        .tensors()
                        .containsKey(
                            String.format(
                                Locale.ROOT, "encoder_net.blocks%d.%d.norm1.weight", stage, block)),
                block -> block + 1)
            .count();
  }

  private static List<Integer> depths(SparseVitConfig config) {
    return Stream.of(
            config.convolutionBlocks().stream(),
            Stream.of(config.stage3(), config.stage4()).map(ModelConfig::blocks))
        .flatMap(depths -> depths)
        .toList();
  }

  private static int blocks(List<SparsityRun> runs) {
    return runs.stream().mapToInt(SparsityRun::blocks).sum();
  }
}
