/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.nio.DoubleBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.network.matching.Matches;
import sc.fiji.sparsevit.network.matching.SelfMatcher;

/** Every block's gradients, by every parameter and by its input, against finite differences. */
class GradientTest {

  private static final SparseVitConfig TINY =
      new SparseVitConfig(
          List.of(8, 8, 16, 16),
          List.of(1, 1),
          List.of(new SparsityRun(2, 1), new SparsityRun(1, 1)),
          List.of(new SparsityRun(2, 1), new SparsityRun(1, 1)),
          8,
          Head.LFF,
          false);

  private final NDManager manager = NDManager.newBaseManager();
  private final Random random = new Random(11);

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void convolutionBlock() {
    check(new ConvolutionBlock(8, new DropPath(0)), new Shape(2, 8, 6, 4));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void sparseAttentionBlockWithRate(int rate) {
    check(new SparseAttentionBlock(16, 8, rate, new DropPath(0)), new Shape(2, 8, 16, 16));
  }

  @Test
  void blocksWithDropPath() {
    // The same samples are dropped in every pass.
    var dropping = new DropPath(0.4f);
    check(new ConvolutionBlock(8, dropping), new Shape(4, 8, 2, 2));
    check(new SparseAttentionBlock(16, 8, 1, dropping), new Shape(4, 2, 2, 16));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void patchEmbeddingOfSize(int size) {
    check(new PatchEmbedding(3, 8, size), new Shape(2, 3, 8, 12));
  }

  @Test
  void matchFusion() {
    var matches =
        new Matches(
            fill(manager.zeros(new Shape(2, SelfMatcher.CHANNELS, 4, 6), DataType.FLOAT64), 1),
            manager.create(random.longs(2 * 24, 0, 24).toArray(), new Shape(2, 24)));
    var fusion = new MatchFusion(8);
    var arrays = new LinkedHashMap<String, NDArray>();
    check(fusion, matches, arrays).each(arrays);
  }

  private GradientCheck check(MatchFusion fusion, Matches matches, Map<String, NDArray> arrays) {
    var shape = new Shape(2, 8, 4, 6);
    prepare(fusion, arrays, shape);
    var x = fill(manager.zeros(shape, DataType.FLOAT64), 1);
    arrays.put("input", x);
    var weights = fill(manager.zeros(shape, DataType.FLOAT64), 1);
    var inputs = new NDList(x, matches.evidence(), matches.partners());
    return new GradientCheck(
        () ->
            fusion
                .forward(new ParameterStore(manager, false), inputs, true)
                .get(0)
                .mul(weights)
                .mean());
  }

  @ParameterizedTest
  @EnumSource(Head.class)
  void head(Head kind) {
    var fine = new Shape(2, 16, 4, 6);
    var coarse = new Shape(2, 16, 2, 3);
    check(kind.block(TINY.withHead(kind)), fine, fine, coarse, coarse);
  }

  @ParameterizedTest
  @EnumSource(Head.class)
  void wholeNetworkUnder(Head kind) {
    var inputs = new Shape[] {new Shape(2, 3, 64, 64)};
    var network = new SparseVit(TINY.withHead(kind));
    var arrays = new LinkedHashMap<String, NDArray>();
    check(network, arrays, inputs).together(arrays.values());
  }

  @Test
  void bayarFilter() {
    check(new BayarFilter(), new Shape(2, 3, 8, 6));
  }

  @ParameterizedTest
  @EnumSource(Extractor.class)
  void extractorProjection(Extractor kind) {
    var first = Convolution.Geometry.patches(4);
    check(new ExtractorProjection(kind, 8, first), new Shape(2, 3, 24, 20));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void transformerBlockWithRate(int rate) {
    var attention = new Attention(16, new SparseGroups(rate, 2, 8));
    var block = new TransformerBlock(16, attention, 3, 1e-5f, new DropPath(0));
    check(block, new Shape(2, 4, 8, 16));
  }

  @Test
  void outlookAttention() {
    check(new OutlookAttention(8, 4), new Shape(2, 4, 6, 8));
  }

  @ParameterizedTest
  @EnumSource(Backbone.class)
  void wholeNetworkOn(Backbone backbone) {
    var network = new SparseVit(tiny(backbone).withExtractor(Extractor.BAYAR));
    var arrays = new LinkedHashMap<String, NDArray>();
    var check = check(network, arrays, new Shape(2, 3, 64, 64));
    // Finite differences jump where VOLO's stem, which cuts off what is negative, meets a zero.
    arrays.keySet().removeIf(key -> backbone == Backbone.VOLO && isBeforeACut(key));
    check.together(arrays.values());
  }

  private static boolean isBeforeACut(String key) {
    return key.contains("patch_embed.conv") || key.contains("extractor") || key.startsWith("input");
  }

  private static SparseVitConfig tiny(Backbone backbone) {
    var channels =
        List.of(8, 8, 16, 16).subList(0, backbone.localStages() + backbone.attentionStages());
    var runs = List.of(new SparsityRun(2, 1), new SparsityRun(1, 1));
    return new SparseVitConfig(
        backbone,
        channels,
        List.of(1, 1).subList(0, backbone.localStages()),
        runs,
        backbone.attentionStages() == 1 ? List.of() : runs,
        8,
        Optional.empty(),
        false,
        Head.LFF);
  }

  private void check(KeyedBlock block, Shape... inputs) {
    var arrays = new LinkedHashMap<String, NDArray>();
    check(block, arrays, inputs).each(arrays);
  }

  /** A weighted mean of the block's output; the arrays that it depends on are added to the map. */
  private GradientCheck check(KeyedBlock block, Map<String, NDArray> arrays, Shape... inputs) {
    prepare(block, arrays, inputs);
    var list = new NDList();
    for (var shape : inputs) {
      var input = fill(manager.zeros(shape, DataType.FLOAT64), 1);
      list.add(input);
      arrays.put("input " + list.size(), input);
    }
    var store = new ParameterStore(manager, false);
    var shape = block.forward(store, list, true).get(0).getShape();
    var weights = fill(manager.zeros(shape, DataType.FLOAT64), 1);
    return new GradientCheck(
        () -> {
          Engine.getInstance().setRandomSeed(8);
          return block.forward(store, list, true).get(0).mul(weights).mean();
        });
  }

  private void prepare(KeyedBlock block, Map<String, NDArray> arrays, Shape... inputs) {
    block.initialize(manager, DataType.FLOAT64, inputs);
    var state = new LinkedHashMap<String, Parameter>();
    block.collectState("", state);
    state.forEach(
        (key, parameter) -> {
          if (parameter.requiresGradient()) {
            fill(parameter.getArray(), 0.4);
            arrays.put(key, parameter.getArray());
          }
        });
  }

  private NDArray fill(NDArray array, double scale) {
    array.set(DoubleBuffer.wrap(random.doubles(array.size(), -scale, scale).toArray()));
    return array;
  }
}
