/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.network.SparsityRun;

/**
 * Writes the script of a network in training: from normalized images (N, 3, H, W) in float32, with
 * their matches where the network has matching, and the network's parameters and buffers, to what
 * training reads, in float32. Gradients flow through it to the parameters, which are float32
 * wherever they are used; running statistics are updated where they are. Between its ends every map
 * is (N, H, W, C).
 *
 * <p>In short numbers is what {@link NetworkScript} has in them, without attention: products and
 * convolutions of stages 3 and 4. Short numbers in stages 1 and 2 as well turn the gradient of a
 * batch by 15 degrees and save 4 % of a step; in stages 3 and 4 they turn it by 1.
 */
final class TrainingScript {

  private static final ScriptPrecision EXACT = ScriptPrecision.FLOAT32;
  private static final double BATCH_NORM_EPSILON = 1e-5;

  /** PyTorch's sense of the word: the share of the new statistics. */
  private static final double MOMENTUM = 0.1;

  private final SparseVitConfig config;
  private final float dropPath;
  private final List<String> keys;
  private final ScriptPrecision reduced;
  private final boolean onGpu;
  private final Script script = new Script();
  private int blocksWritten;

  private TrainingScript(
      SparseVit network, List<String> keys, ScriptPrecision precision, boolean onGpu) {
    config = network.config();
    dropPath = network.dropPath();
    this.keys = keys;
    reduced = precision;
    this.onGpu = onGpu;
  }

  /**
   * The script returns logits (N, 1, H/16, W/16), stage 2's map, then the head's maps, all (N, C,
   * h, w).
   *
   * @param keys of the parameters and buffers, in the order in which the script is given them
   */
  static ScriptArchive write(
      SparseVit network, List<String> keys, ScriptPrecision precision, boolean onGpu) {
    var writer = new TrainingScript(network, keys, precision, onGpu);
    var inputs = new ArrayList<>(List.of("x"));
    if (network.config().matching()) {
      inputs.addAll(List.of("evidence", "partners"));
    }
    keys.forEach(key -> inputs.add(writer.parameter(key)));
    var source = writer.script.source(inputs, "List[Tensor]", writer.network());
    return new ScriptArchive(source, List.of());
  }

  private String network() {
    var x = convolutionStage(1, embed(1, script.channelsLast("x")));
    x = convolutionStage(2, embed(2, x));
    var results = new ArrayList<>(List.of(x));
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
    int each = patch * patch * in;
    var key = "encoder_net.patch_embed" + stage;
    var n = script.size(x, 0);
    var rows = script.call("torch.floordiv", script.size(x, 1), patch);
    var columns = script.call("torch.floordiv", script.size(x, 2), patch);
    var cut = script.call("torch.reshape", x, list(n, rows, patch, columns, patch, in));
    var beside = script.call("torch.permute", cut, "[0, 1, 3, 2, 4, 5]");
    var flat = script.call("torch.reshape", beside, list(n, rows, columns, each));
    var kernel = script.call("torch.permute", parameter(key + ".proj.weight"), "[0, 2, 3, 1]");
    var matrix = script.call("torch.reshape", kernel, list(out, each));
    var projected = linear(flat, matrix, parameter(key + ".proj.bias"), EXACT);
    return layerNorm(projected, key + ".norm", out, 1e-5);
  }

  private String convolutionStage(int stage, String input) {
    int channels = config.channels().get(stage - 1);
    var x = input;
    for (int i = 0; i < config.convolutionBlocks().get(stage - 1); i++) {
      var key = "encoder_net.blocks" + stage + "." + i + ".";
      float rate = nextDropPath();
      x = sum(x, depthwise(x, key + "pos_embed", channels, EXACT));
      var mixed = pointwise(batchNorm(x, key + "norm1"), key + "conv1");
      mixed = wideDepthwise(mixed, key + "attn", channels);
      x = sum(x, kept(pointwise(mixed, key + "conv2"), rate));
      var wide = pointwise(batchNorm(x, key + "norm2"), key + "mlp.fc1");
      x = sum(x, kept(pointwise(gelu(wide), key + "mlp.fc2"), rate));
    }
    return x;
  }

  /** Tells tokens about their partners; evidence is (N, E, h, w), partners (N, h * w). */
  private String fuseMatches(String x) {
    var key = "encoder_net.matching.";
    int channels = config.channels().get(1);
    var own = layerNorm(x, key + "norm", channels, 1e-6);
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
    var seen = script.call("torch.cat", list(own, more, script.channelsLast("evidence")), 3);
    var wide = linear(seen, key + "fc1", EXACT);
    wide = depthwise(wide, key + "dwconv", 2 * channels, EXACT);
    return sum(x, linear(gelu(wide), key + "fc2", EXACT));
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

  private String sparseBlock(String key, int channels, int sparsity, String x) {
    float rate = nextDropPath();
    var normed = in(reduced, layerNorm(x, key + "norm1", channels, 1e-6));
    var mixed = attention(linear(normed, key + "attn.qkv", reduced), channels, sparsity);
    var attended = linear(in(reduced, mixed), key + "attn.proj", reduced);
    var sum = sum(x, kept(scaled(attended, key + "gamma_1"), rate));
    normed = in(reduced, layerNorm(sum, key + "norm2", channels, 1e-6));
    var wide = linear(normed, key + "mlp.fc1", reduced);
    wide =
        depthwise(wide, key + "mlp.dwconv.dwconv", SparseVitConfig.MLP_RATIO * channels, reduced);
    var narrow = linear(gelu(wide), key + "mlp.fc2", reduced);
    return sum(sum, kept(scaled(narrow, key + "gamma_2"), rate));
  }

  /**
   * Attention inside the sparsity rate's groups: one copy brings each group's tokens together.
   * Exact: on the way back PyTorch's attention is five times as fast in float32 as in bfloat16.
   */
  private String attention(String qkv, int channels, int sparsity) {
    int heads = channels / config.headDimension();
    int d = config.headDimension();
    var n = script.size(qkv, 0);
    var rows = script.call("torch.floordiv", script.size(qkv, 1), sparsity);
    var columns = script.call("torch.floordiv", script.size(qkv, 2), sparsity);
    var cut =
        script.call(
            "torch.reshape",
            in(EXACT, qkv),
            list(n, rows, sparsity, columns, sparsity, 3, heads, d));
    var grouped = script.call("torch.permute", cut, "[5, 0, 2, 4, 6, 1, 3, 7]");
    var groups = script.call("torch.mul", n, sparsity * sparsity);
    var tokens = script.call("torch.mul", rows, columns);
    var together = script.call("torch.reshape", grouped, list(3, groups, heads, tokens, d));
    var parts = script.call("torch.unbind", together, 0);
    var mixed =
        script.call(
            "torch.scaled_dot_product_attention", parts + "[0]", parts + "[1]", parts + "[2]");
    var apart =
        script.call("torch.reshape", mixed, list(n, sparsity, sparsity, heads, rows, columns, d));
    var inPlace = script.call("torch.permute", apart, "[0, 4, 1, 5, 2, 3, 6]");
    return script.call(
        "torch.reshape", inPlace, list(n, script.size(qkv, 1), script.size(qkv, 2), channels));
  }

  private String fuse(List<String> maps) {
    int third = config.stage3().size();
    var rows = script.size(maps.get(0), 1);
    var columns = script.size(maps.get(0), 2);
    String sum = null;
    for (int i = 0; i < maps.size(); i++) {
      var wide =
          i < third
              ? pointwise(maps.get(i), "lmu.conv_layer" + (i + 1))
              : upsample(maps.get(i), rows, columns);
      var weighted = scaled(wide, "lmu.gamma" + (i + 1));
      sum = sum == null ? weighted : sum(sum, weighted);
    }
    return pointwise(layerNorm(sum, "lmu.norm", config.channels().get(3), 1e-6), "lmu.conv_last");
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

  /** A 1x1 convolution, as a linear layer. */
  private String pointwise(String x, String key) {
    var matrix = script.call("torch.flatten", parameter(key + ".weight"), 1, -1);
    return linear(x, matrix, parameter(key + ".bias"), EXACT);
  }

  private String linear(String x, String key, ScriptPrecision numbers) {
    return linear(x, parameter(key + ".weight"), parameter(key + ".bias"), numbers);
  }

  private String linear(String x, String matrix, String bias, ScriptPrecision numbers) {
    return script.call("torch.linear", x, in(numbers, matrix), in(numbers, bias));
  }

  private String depthwise(String x, String key, int channels, ScriptPrecision numbers) {
    var kernel = in(numbers, parameter(key + ".weight"));
    var bias = in(numbers, parameter(key + ".bias"));
    return script.channelsLast(
        convolution(script.channelsFirst(x), kernel, bias, "[1, 1]", channels));
  }

  /**
   * A depthwise 5x5. On the CPU as two 5x3 side by side: oneDNN takes the gradient of kernels wider
   * than 3 several times as slowly.
   */
  private String wideDepthwise(String x, String key, int channels) {
    var first = script.channelsFirst(x);
    var kernel = parameter(key + ".weight");
    var bias = parameter(key + ".bias");
    if (onGpu) {
      return script.channelsLast(convolution(first, kernel, bias, "[2, 2]", channels));
    }
    var padded = script.call("torch.constant_pad_nd", first, "[2, 2]");
    var left = script.call("torch.slice", kernel, 3, 0, 3, 1);
    var rest = script.call("torch.slice", kernel, 3, 3, 5, 1);
    var right = script.call("torch.constant_pad_nd", rest, "[1, 0]");
    var columns = script.size(x, 2);
    var end = script.call("torch.add", columns, 2);
    var seenLeft = convolution(padded, left, bias, "[2, 0]", channels);
    var seenRight = convolution(padded, right, "None", "[2, 0]", channels);
    return script.channelsLast(
        sum(
            script.call("torch.slice", seenLeft, 3, 0, columns, 1),
            script.call("torch.slice", seenRight, 3, 2, end, 1)));
  }

  private String convolution(
      String channelsFirst, String kernel, String bias, String padding, int groups) {
    return script.call(
        "torch.conv2d", channelsFirst, kernel, bias, "[1, 1]", padding, "[1, 1]", groups);
  }

  private String gelu(String x) {
    return script.call("torch.gelu", x);
  }

  private String scaled(String x, String gamma) {
    return script.call("torch.mul", x, parameter(gamma));
  }

  private String sum(String x, String branch) {
    return script.call("torch.add", x, branch);
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

  /** Stochastic depth: some samples' branches times 0, the others' times 1 / (1 - rate). */
  private String kept(String branch, float rate) {
    if (rate == 0) {
      return branch;
    }
    var empty = script.call("torch.new_empty", "x", list(script.size(branch, 0), 1, 1, 1));
    var kept = in(EXACT, script.call("torch.ge", script.call("torch.uniform_", empty), rate));
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

  private String in(ScriptPrecision numbers, String x) {
    return reduced == EXACT ? x : script.to(numbers, x);
  }

  private static String list(Object... elements) {
    return Arrays.toString(elements);
  }
}
