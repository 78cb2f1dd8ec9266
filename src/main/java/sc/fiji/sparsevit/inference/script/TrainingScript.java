/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sc.fiji.sparsevit.network.Head;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.network.SparsityRun;

/**
 * Writes the script of a network in training: from normalized images (N, 3, H, W) in float32, with
 * their matches where the network has matching, and the network's parameters and buffers, to what
 * training reads, in float32. Gradients flow through it to the parameters, which stay in float32
 * wherever they are; running statistics are updated where they are. Between its ends every map is
 * (N, H, W, C).
 *
 * <p>In short numbers are products and convolutions with what lies between two of them. The maps
 * that branches are added to, and all norms, stay exact.
 */
final class TrainingScript {

  private static final double BATCH_NORM_EPSILON = 1e-5;

  /** PyTorch's sense of the word: the share of the new statistics. */
  private static final double MOMENTUM = 0.1;

  private final SparseVitConfig config;
  private final float dropPath;
  private final ScriptPrecision reduced;
  private final Script script = new Script();
  private final List<String> inputs;
  private final List<String> keys;
  private int blocksWritten;

  private TrainingScript(
      SparseVitConfig config, List<String> keys, float dropPath, ScriptPrecision precision) {
    this.config = config;
    this.keys = keys;
    this.dropPath = dropPath;
    reduced = precision;
    inputs = new ArrayList<>(List.of("x"));
    if (config.matching()) {
      inputs.add("evidence");
      inputs.add("partners");
    }
    for (int i = 0; i < keys.size(); i++) {
      inputs.add("p" + i);
    }
  }

  /** Only LFF is scripted: the other heads exist for comparison, where the definition serves. */
  static boolean supports(SparseVitConfig config) {
    return config.head() == Head.LFF;
  }

  /**
   * The script returns logits (N, 1, H/16, W/16), stage 2's map, then the head's maps, all (N, C,
   * h, w).
   *
   * @param keys of the parameters and buffers, in the order in which the script is given them
   * @param dropPath share of samples that skip the last block
   */
  static TorchArchive write(
      SparseVitConfig config, List<String> keys, float dropPath, ScriptPrecision precision) {
    var writer = new TrainingScript(config, keys, dropPath, precision);
    var result = writer.network();
    return new TorchArchive(
        writer.script.source(writer.inputs, "List[Tensor]", result), writer.script.constants());
  }

  private String network() {
    var x = convolutionStage(1, embed(1, script.channelsLast("x")));
    x = convolutionStage(2, embed(2, x));
    var results = new ArrayList<String>();
    results.add(x);
    if (config.matching()) {
      x = fuseMatches(x);
    }
    var maps = new ArrayList<String>();
    x = sparseStage(3, config.stage3(), embed(3, x), maps);
    sparseStage(4, config.stage4(), embed(4, x), maps);
    results.add(0, fuse(maps));
    results.addAll(maps);
    return results.stream().map(script::channelsFirst).toList().toString();
  }

  /** Patches of the map side by side, then one linear layer and a layer norm. */
  private String embed(int stage, String x) {
    int patch = stage == 1 ? 4 : 2;
    int in = stage == 1 ? 3 : config.channels().get(stage - 2);
    int out = config.channels().get(stage - 1);
    var key = "encoder_net.patch_embed" + stage;
    var n = script.size(x, 0);
    var rows = script.call("torch.floordiv", script.size(x, 1), patch);
    var columns = script.call("torch.floordiv", script.size(x, 2), patch);
    var cut =
        script.call("torch.reshape", reduced(x), list(n, rows, patch, columns, patch, in));
    var beside = script.call("torch.permute", cut, "[0, 1, 3, 2, 4, 5]");
    var flat = script.call("torch.reshape", beside, list(n, rows, columns, patch * patch * in));
    var kernel = script.call("torch.permute", parameter(key + ".proj.weight"), "[0, 2, 3, 1]");
    var matrix = script.call("torch.reshape", kernel, list(out, patch * patch * in));
    var projected =
        script.call("torch.linear", flat, reduced(matrix), reduced(parameter(key + ".proj.bias")));
    return layerNorm(exact(projected), key + ".norm", out, 1e-5);
  }

  private String convolutionStage(int stage, String input) {
    int channels = config.channels().get(stage - 1);
    var x = input;
    for (int i = 0; i < config.convolutionBlocks().get(stage - 1); i++) {
      var key = "encoder_net.blocks" + stage + "." + i + ".";
      float dropped = nextDropPath();
      x = sum(x, depthwise(reduced(x), key + "pos_embed", channels, 1));
      var mixed = pointwise(reduced(batchNorm(x, key + "norm1")), key + "conv1");
      mixed = wideDepthwise(mixed, key + "attn", channels);
      x = sum(x, dropped(pointwise(mixed, key + "conv2"), dropped));
      var wide = pointwise(reduced(batchNorm(x, key + "norm2")), key + "mlp.fc1");
      var narrow = pointwise(gelu(wide), key + "mlp.fc2");
      x = sum(x, dropped(narrow, dropped));
    }
    return x;
  }

  /** Tells tokens about their partners; evidence is (N, E, h, w), partners (N, h * w). */
  private String fuseMatches(String x) {
    var key = "encoder_net.matching.";
    int channels = config.channels().get(1);
    var own = reduced(layerNorm(x, key + "norm", channels, 1e-6));
    var n = script.size(own, 0);
    var rows = script.size(own, 1);
    var columns = script.size(own, 2);
    var tokens = script.call("torch.mul", rows, columns);
    var flat = script.call("torch.reshape", own, list(n, tokens, channels));
    var beside = script.call("torch.unsqueeze", "partners", -1);
    var indices = script.call("torch.expand", beside, list(n, tokens, channels));
    var gathered = script.call("torch.gather", flat, 1, indices);
    var partner = script.call("torch.reshape", gathered, list(n, rows, columns, channels));
    var more = script.call("torch.sub", partner, own);
    var evidence = reduced(script.channelsLast("evidence"));
    var seen = script.call("torch.cat", list(own, more, evidence), 3);
    var wide = depthwise(linear(seen, key + "fc1"), key + "dwconv", 2 * channels, 1);
    return sum(x, linear(gelu(wide), key + "fc2"));
  }

  private String sparseStage(int stage, List<SparsityRun> runs, String input, List<String> maps) {
    int channels = config.channels().get(stage - 1);
    int index = 0;
    var x = input;
    for (int run = 0; run < runs.size(); run++) {
      for (int i = 0; i < runs.get(run).blocks(); i++) {
        var key = "encoder_net.blocks" + stage + "." + index++ + ".";
        x = sparseBlock(key, channels, runs.get(run).rate(), x);
      }
      boolean last = run == runs.size() - 1;
      maps.add(last ? layerNorm(x, "encoder_net.norm" + stage, channels, 1e-6) : x);
    }
    return x;
  }

  private String sparseBlock(String key, int channels, int rate, String x) {
    float dropped = nextDropPath();
    var qkv = linear(reduced(layerNorm(x, key + "norm1", channels, 1e-6)), key + "attn.qkv");
    var attended = linear(attention(qkv, channels, rate), key + "attn.proj");
    var sum = sum(x, dropped(scaled(attended, key + "gamma_1"), dropped));
    var wide = linear(reduced(layerNorm(sum, key + "norm2", channels, 1e-6)), key + "mlp.fc1");
    wide = depthwise(wide, key + "mlp.dwconv.dwconv", 4 * channels, 1);
    var narrow = linear(gelu(wide), key + "mlp.fc2");
    return sum(sum, dropped(scaled(narrow, key + "gamma_2"), dropped));
  }

  /** Attention inside the rate's groups: one copy brings each group's tokens together. */
  private String attention(String qkv, int channels, int rate) {
    int heads = channels / config.headDimension();
    int d = config.headDimension();
    var n = script.size(qkv, 0);
    var rows = script.call("torch.floordiv", script.size(qkv, 1), rate);
    var columns = script.call("torch.floordiv", script.size(qkv, 2), rate);
    // Exact: what PyTorch has for short numbers takes five times as long to go back.
    var cut =
        script.call(
            "torch.reshape", exact(qkv), list(n, rows, rate, columns, rate, 3, heads, d));
    var grouped = script.call("torch.permute", cut, "[5, 0, 2, 4, 6, 1, 3, 7]");
    var groups = script.call("torch.mul", n, rate * rate);
    var tokens = script.call("torch.mul", rows, columns);
    var parts = script.call("torch.reshape", grouped, list(3, groups, heads, tokens, d));
    var mixed =
        script.call(
            "torch.scaled_dot_product_attention",
            script.call("torch.select", parts, 0, 0),
            script.call("torch.select", parts, 0, 1),
            script.call("torch.select", parts, 0, 2));
    var apart = script.call("torch.reshape", mixed, list(n, rate, rate, heads, rows, columns, d));
    var together = script.call("torch.permute", apart, "[0, 4, 1, 5, 2, 3, 6]");
    return reduced(
        script.call(
            "torch.reshape", together, list(n, script.size(qkv, 1), script.size(qkv, 2), channels)));
  }

  private String fuse(List<String> maps) {
    int third = config.stage3().size();
    int width = config.channels().get(3);
    var rows = script.size(maps.get(0), 1);
    var columns = script.size(maps.get(0), 2);
    String sum = null;
    for (int i = 0; i < maps.size(); i++) {
      var wide =
          i < third
              ? exact(pointwise(reduced(maps.get(i)), "lmu.conv_layer" + (i + 1)))
              : upsample(maps.get(i), rows, columns);
      var weighted = scaled(wide, "lmu.gamma" + (i + 1));
      sum = sum == null ? weighted : script.call("torch.add", sum, weighted);
    }
    var normed = layerNorm(sum, "lmu.norm", width, 1e-6);
    // One output per token: nothing to gain, and the logits stay exact.
    var read = script.call("torch.reshape", parameter("lmu.conv_last.weight"), list(1, width));
    return script.call("torch.linear", normed, read, parameter("lmu.conv_last.bias"));
  }

  private String upsample(String x, String rows, String columns) {
    var large =
        script.call(
            "torch.upsample_bilinear2d",
            script.channelsFirst(x),
            list(rows, columns),
            "False",
            "None",
            "None");
    return script.channelsLast(large);
  }

  private String linear(String x, String key) {
    return script.call(
        "torch.linear", x, reduced(parameter(key + ".weight")), reduced(parameter(key + ".bias")));
  }

  /** A 1x1 convolution as a linear layer. */
  private String pointwise(String x, String key) {
    var matrix = script.call("torch.flatten", parameter(key + ".weight"), 1, -1);
    return script.call("torch.linear", x, reduced(matrix), reduced(parameter(key + ".bias")));
  }

  private String depthwise(String x, String key, int channels, int half) {
    var padding = list(half, half);
    var convolved =
        script.call(
            "torch.conv2d",
            script.channelsFirst(x),
            reduced(parameter(key + ".weight")),
            reduced(parameter(key + ".bias")),
            "[1, 1]",
            padding,
            "[1, 1]",
            channels);
    return script.channelsLast(convolved);
  }

  /**
   * A depthwise 5x5 as two 5x3 beside each other: oneDNN has no fast gradient for kernels wider than
   * 3 (ten times as slow).
   */
  private String wideDepthwise(String x, String key, int channels) {
    var kernel = reduced(parameter(key + ".weight"));
    var left = script.call("torch.slice", kernel, 3, 0, 3, 1);
    var right =
        script.call(
            "torch.constant_pad_nd", script.call("torch.slice", kernel, 3, 3, 5, 1), "[1, 0]");
    var padded = script.call("torch.constant_pad_nd", script.channelsFirst(x), "[2, 2]");
    var columns = script.size(x, 2);
    var first = tall(padded, left, reduced(parameter(key + ".bias")), channels);
    var second = tall(padded, right, "None", channels);
    var sum =
        script.call(
            "torch.add",
            script.call("torch.slice", first, 3, 0, columns, 1),
            script.call("torch.slice", second, 3, 2, script.call("torch.add", columns, 2), 1));
    return script.channelsLast(sum);
  }

  private String tall(String x, String kernel, String bias, int channels) {
    return script.call("torch.conv2d", x, kernel, bias, "[1, 1]", "[2, 0]", "[1, 1]", channels);
  }

  private String gelu(String x) {
    return script.call("torch.gelu", x);
  }

  private String scaled(String x, String gamma) {
    return script.call("torch.mul", x, parameter(gamma));
  }

  private String batchNorm(String x, String key) {
    script.call("torch.add_", parameter(key + ".num_batches_tracked"), 1);
    var normed =
        script.call(
            "torch.batch_norm",
            script.channelsFirst(x),
            parameter(key + ".weight"),
            parameter(key + ".bias"),
            parameter(key + ".running_mean"),
            parameter(key + ".running_var"),
            "True",
            MOMENTUM,
            BATCH_NORM_EPSILON,
            "False");
    return script.channelsLast(normed);
  }

  private String layerNorm(String x, String key, int channels, double epsilon) {
    return script.call(
        "torch.layer_norm",
        x,
        list(channels),
        parameter(key + ".weight"),
        parameter(key + ".bias"),
        epsilon);
  }

  /** An exact map and a branch. */
  private String sum(String x, String branch) {
    return script.call("torch.add", x, branch);
  }

  /** Stochastic depth: some samples' branches times 0, the others' times 1 / (1 - rate). */
  private String dropped(String branch, float rate) {
    if (rate == 0) {
      return branch;
    }
    var uniform =
        script.call(
            "torch.uniform_",
            script.call("torch.new_empty", "x", list(script.size(branch, 0), 1, 1, 1)),
            "0.",
            "1.");
    var kept = exact(script.call("torch.ge", uniform, rate));
    return script.call("torch.mul", branch, script.call("torch.mul", kept, 1 / (1 - rate)));
  }

  /** As in the definition: grows linearly over all blocks, from 0 to the full rate. */
  private float nextDropPath() {
    return dropPath * blocksWritten++ / Math.max(1, config.blocks() - 1);
  }

  private String parameter(String key) {
    int index = keys.indexOf(key);
    if (index < 0) {
      throw new IllegalArgumentException("the network has no " + key);
    }
    return "p" + index;
  }

  private String reduced(String x) {
    return reduced == ScriptPrecision.FLOAT32 ? x : script.to(reduced, x);
  }

  private String exact(String x) {
    return script.to(ScriptPrecision.FLOAT32, x);
  }

  private static String list(Object... elements) {
    return Arrays.toString(elements);
  }
}
