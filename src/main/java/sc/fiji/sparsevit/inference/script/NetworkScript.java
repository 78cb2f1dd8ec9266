/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sc.fiji.sparsevit.inference.script.FoldedWeights.Affine;
import sc.fiji.sparsevit.network.Backbone;
import sc.fiji.sparsevit.network.Head;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.network.SparsityRun;

/**
 * Writes the script of a network: from normalized images (N, 3, H, W) in float32, with their
 * matches where the network has matching, to probabilities (N, 1, H, W) in float32. Between its
 * ends every map is (N, H, W, C).
 *
 * <p>In short numbers are the branches of stages 2 to 4, where most of the work is. The map that
 * they are added to, stage 1, which sees the faintest traces, and the head stay exact: in short
 * numbers throughout, masks changed visibly (docs/performance.md).
 */
final class NetworkScript {

  private static final ScriptPrecision EXACT = ScriptPrecision.FLOAT32;

  private final SparseVitConfig config;
  private final FoldedWeights weights;
  private final ScriptOperators operators;
  private final Script script = new Script();
  private final ScriptPrecision reduced;

  private NetworkScript(
      SparseVitConfig config,
      WeightSource weights,
      ScriptPrecision precision,
      ScriptOperators operators) {
    this.config = config;
    this.weights = new FoldedWeights(weights);
    this.operators = operators;
    reduced = precision;
  }

  /**
   * Only the paper's encoder and LFF are scripted: the others exist for comparison, where the
   * definition serves. Filters are written for inference only.
   */
  static boolean supports(SparseVitConfig config) {
    return supportsForInference(config) && config.extractor().isEmpty();
  }

  /** The same with filters. */
  static boolean supportsForInference(SparseVitConfig config) {
    return config.backbone() == Backbone.UNIFORMER && config.head() == Head.LFF;
  }

  static ScriptArchive write(
      SparseVitConfig config,
      WeightSource weights,
      ScriptPrecision precision,
      ScriptOperators operators) {
    var writer = new NetworkScript(config, weights, precision, operators);
    var inputs = config.matching() ? List.of("x", "evidence", "partners") : List.of("x");
    var source = writer.script.source(inputs, writer.network());
    return new ScriptArchive(source, writer.script.constants());
  }

  private String network() {
    var x = convolutionStage(1, EXACT, embedImage());
    x = convolutionStage(2, ofSecondStage(), embed(2, x));
    if (config.matching()) {
      x = fuseMatches(x);
    }
    var maps = new ArrayList<String>();
    x = sparseStage(3, config.stage3(), embed(3, x), maps);
    sparseStage(4, config.stage4(), embed(4, x), maps);
    return probabilities(fuse(maps));
  }

  /** The image's patches, and an extractor's response to the image. */
  private String embedImage() {
    var key = "encoder_net.patch_embed1";
    var projected =
        exactLinear(patches(1, 3, script.channelsLast("x")), weights.patches(key + ".proj"));
    if (config.extractor().isPresent()) {
      var extractor = config.extractor().get();
      var filter = new ExtractorScript(script, extractor);
      var response = filter.response(weights, "encoder_net.extractor.filter");
      var beside = patches(1, extractor.responses(), response);
      var second = exactLinear(beside, weights.patches("encoder_net.extractor.proj"));
      projected = script.call("torch.add_", projected, second);
    }
    return layerNorm(projected, key + ".norm", 1e-5);
  }

  private String embed(int stage, String x) {
    var key = "encoder_net.patch_embed" + stage;
    var cut = patches(stage, config.channels().get(stage - 2), x);
    return layerNorm(exactLinear(cut, weights.patches(key + ".proj")), key + ".norm", 1e-5);
  }

  /** Patches of the map side by side, as many values each as a linear layer takes. */
  private String patches(int stage, int in, String x) {
    int patch = stage == 1 ? 4 : 2;
    var n = script.size(x, 0);
    var rows = script.call("torch.floordiv", script.size(x, 1), patch);
    var columns = script.call("torch.floordiv", script.size(x, 2), patch);
    var cut = script.call("torch.reshape", x, list(n, rows, patch, columns, patch, in));
    var beside = script.call("torch.permute", cut, "[0, 1, 3, 2, 4, 5]");
    return script.call("torch.reshape", beside, list(n, rows, columns, patch * patch * in));
  }

  /** Without norms in between, numbers of stage 2 may exceed what float16 reaches. */
  private ScriptPrecision ofSecondStage() {
    return reduced == ScriptPrecision.BFLOAT16 ? reduced : EXACT;
  }

  private String convolutionStage(int stage, ScriptPrecision numbers, String input) {
    var x = input;
    for (int i = 0; i < config.convolutionBlocks().get(stage - 1); i++) {
      var key = "encoder_net.blocks" + stage + "." + i + ".";
      x = operators.depthwise(script, x, weights.withIdentity(key + "pos_embed"), EXACT);
      var narrow = weights.afterBatchNorm(key + "norm1", key + "conv1");
      var mixed = operators.linear(script, in(numbers, x), narrow, numbers);
      mixed = operators.depthwise(script, mixed, weights.affine(key + "attn"), numbers);
      var back = weights.affine(key + "conv2").asLinear();
      x = sum(numbers, operators.linear(script, mixed, back, numbers), x);
      var widen = weights.afterBatchNorm(key + "norm2", key + "mlp.fc1");
      var wide = operators.linearThenGelu(script, in(numbers, x), widen, numbers);
      var second = weights.affine(key + "mlp.fc2").asLinear();
      x = sum(numbers, operators.linear(script, wide, second, numbers), x);
    }
    return x;
  }

  /** Tells tokens about their partners; evidence is (N, E, h, w), partners (N, h * w). */
  private String fuseMatches(String x) {
    var key = "encoder_net.matching.";
    var own = layerNorm(x, key + "norm", 1e-6);
    var n = script.size(own, 0);
    var rows = script.size(own, 1);
    var columns = script.size(own, 2);
    var tokens = script.call("torch.mul", rows, columns);
    int channels = config.channels().get(1);
    var flat = script.call("torch.reshape", own, list(n, tokens, channels));
    var beside = script.call("torch.unsqueeze", "partners", -1);
    var indices = script.call("torch.expand", beside, list(n, tokens, channels));
    var gathered = script.call("torch.gather", flat, 1, indices);
    var partner = script.call("torch.reshape", gathered, list(n, rows, columns, channels));
    var more = script.call("torch.sub", partner, own);
    var seen = script.call("torch.cat", list(own, more, script.channelsLast("evidence")), 3);
    var wide = exactLinear(seen, weights.affine(key + "fc1"));
    wide = operators.depthwiseThenGelu(script, wide, weights.affine(key + "dwconv"), EXACT);
    return script.call("torch.add_", exactLinear(wide, weights.affine(key + "fc2")), x);
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
      maps.add(last ? layerNorm(x, "encoder_net.norm" + stage, 1e-6) : x);
    }
    return x;
  }

  private String sparseBlock(String key, int channels, int rate, String x) {
    var qkv =
        linear(in(reduced, layerNorm(x, key + "norm1", 1e-6)), weights.affine(key + "attn.qkv"));
    var mixed = rate == 1 ? globalAttention(qkv, channels) : attention(qkv, channels, rate);
    var attended = linear(mixed, weights.scaled(key + "attn.proj", key + "gamma_1"));
    var sum = sum(reduced, attended, x);
    var wide =
        linear(in(reduced, layerNorm(sum, key + "norm2", 1e-6)), weights.affine(key + "mlp.fc1"));
    var neighborhood = weights.affine(key + "mlp.dwconv.dwconv");
    wide = operators.depthwiseThenGelu(script, wide, neighborhood, reduced);
    var narrow = linear(wide, weights.scaled(key + "mlp.fc2", key + "gamma_2"));
    return sum(reduced, narrow, sum);
  }

  /** Attention among all tokens: the parts of qkv are seen in place, nothing is copied. */
  private String globalAttention(String qkv, int channels) {
    int heads = channels / config.headDimension();
    var n = script.size(qkv, 0);
    var rows = script.size(qkv, 1);
    var columns = script.size(qkv, 2);
    var tokens = script.call("torch.mul", rows, columns);
    var parts =
        script.call(
            "torch.permute",
            script.call("torch.reshape", qkv, list(n, tokens, 3, heads, config.headDimension())),
            "[2, 0, 3, 1, 4]");
    var mixed = script.call("torch.permute", attend(parts), "[0, 2, 1, 3]");
    return script.call("torch.reshape", mixed, list(n, rows, columns, channels));
  }

  /** Attention inside the rate's groups: one copy brings each group's tokens together. */
  private String attention(String qkv, int channels, int rate) {
    int heads = channels / config.headDimension();
    int d = config.headDimension();
    var n = script.size(qkv, 0);
    var rows = script.call("torch.floordiv", script.size(qkv, 1), rate);
    var columns = script.call("torch.floordiv", script.size(qkv, 2), rate);
    var cut = script.call("torch.reshape", qkv, list(n, rows, rate, columns, rate, 3, heads, d));
    var grouped = script.call("torch.permute", cut, "[5, 0, 2, 4, 6, 1, 3, 7]");
    var groups = script.call("torch.mul", n, rate * rate);
    var tokens = script.call("torch.mul", rows, columns);
    var parts = script.call("torch.reshape", grouped, list(3, groups, heads, tokens, d));
    var apart =
        script.call("torch.reshape", attend(parts), list(n, rate, rate, heads, rows, columns, d));
    var together = script.call("torch.permute", apart, "[0, 4, 1, 5, 2, 3, 6]");
    return script.call(
        "torch.reshape", together, list(n, script.size(qkv, 1), script.size(qkv, 2), channels));
  }

  /** (3, groups, heads, tokens, d) to (groups, heads, tokens, d), scaled by d^-0.5. */
  private String attend(String parts) {
    return script.call(
        "torch.scaled_dot_product_attention",
        script.call("torch.select", parts, 0, 0),
        script.call("torch.select", parts, 0, 1),
        script.call("torch.select", parts, 0, 2));
  }

  private String fuse(List<String> maps) {
    int third = config.stage3().size();
    var rows = script.size(maps.get(0), 1);
    var columns = script.size(maps.get(0), 2);
    String sum = null;
    for (int i = 0; i < maps.size(); i++) {
      var gamma = weights.tensor("lmu.gamma" + (i + 1));
      String weighted;
      if (i < third) {
        var widen = weights.affine("lmu.conv_layer" + (i + 1)).asLinear();
        weighted = exactLinear(maps.get(i), widen.scaled(gamma.values()));
      } else {
        var map = script.call("torch.mul", maps.get(i), script.constant(gamma, EXACT));
        weighted = upsample(map, rows, columns);
      }
      sum = sum == null ? weighted : script.call("torch.add_", sum, weighted);
    }
    var normed = layerNorm(sum, "lmu.norm", 1e-6);
    return exactLinear(normed, weights.affine("lmu.conv_last").asLinear());
  }

  private String probabilities(String logits) {
    var height = script.size("x", 2);
    var width = script.size("x", 3);
    var first = script.channelsFirst(upsample(logits, height, width));
    return script.call("torch.sigmoid", first);
  }

  private String upsample(String x, String rows, String columns) {
    var first = script.channelsFirst(x);
    var large =
        script.call(
            "torch.upsample_bilinear2d", first, list(rows, columns), "False", "None", "None");
    return script.channelsLast(large);
  }

  private String linear(String x, Affine affine) {
    return operators.linear(script, x, affine, reduced);
  }

  private String exactLinear(String x, Affine affine) {
    return operators.linear(script, x, affine, EXACT);
  }

  /** An exact map in other numbers. */
  private String in(ScriptPrecision numbers, String x) {
    return numbers == EXACT ? x : script.to(numbers, x);
  }

  /** A branch, which nothing else needs, added to the exact map that it was taken from. */
  private String sum(ScriptPrecision numbers, String branch, String x) {
    return script.call(numbers == EXACT ? "torch.add_" : "torch.add", branch, x);
  }

  private String layerNorm(String x, String key, double epsilon) {
    var norm = weights.affine(key);
    return script.call(
        "torch.layer_norm",
        x,
        list(norm.bias().outputs()),
        script.constant(norm.weight(), EXACT),
        script.constant(norm.bias(), EXACT),
        epsilon);
  }

  private static String list(Object... elements) {
    return Arrays.toString(elements);
  }
}
