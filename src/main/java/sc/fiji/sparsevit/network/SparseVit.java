/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SparseViT (AAAI 2025): from a normalized image (N, 3, H, W) to one logit per token, (N, 1, H/16,
 * W/16); {@link #probabilities} makes the map of the paper from them. H and W are multiples of
 * {@link SparseVitConfig#inputMultiple()}. This is the network's one definition: whatever runs it
 * faster is derived from it.
 *
 * <p>Trainable as it is; for inference {@linkplain #freeze freeze} it, or every thread that calls
 * it builds gradient graphs.
 */
public final class SparseVit extends KeyedBlock {

  /** Means of red, green and blue (ImageNet's) that inputs are normalized by, 0-1. */
  public static final List<Double> MEANS = List.of(0.485, 0.456, 0.406);

  /** Deviations of red, green and blue (ImageNet's) that inputs are normalized by, 0-1. */
  public static final List<Double> DEVIATIONS = List.of(0.229, 0.224, 0.225);

  private final SparseVitConfig config;
  private final float dropPath;
  private final Encoder encoder;
  private final FusionHead head;

  /** The network for inference: no drop path. */
  public SparseVit(SparseVitConfig config) {
    this(config, 0);
  }

  /**
   * @param dropPathRate share of samples that skip the last block in training, 0 to below 1; grows
   *     linearly from 0 over the blocks (the paper: 0.2)
   */
  public SparseVit(SparseVitConfig config, float dropPathRate) {
    this.config = config;
    dropPath = dropPathRate;
    encoder = child("encoder_net", Encoder.of(config, dropPathRate));
    head = child("lmu", config.head().block(config));
  }

  public SparseVitConfig config() {
    return config;
  }

  /** Share of samples that skip the last block in training. */
  public float dropPath() {
    return dropPath;
  }

  /** Makes every parameter as training from nothing would start it. */
  public SparseVit initialized(NDManager manager) {
    int side = config.inputMultiple();
    initialize(manager, DataType.FLOAT32, new Shape(1, 3, side, side));
    return this;
  }

  /**
   * Every parameter and buffer under the key that it has in the authors' checkpoints, in the order
   * of definition; for {@code base} 736 + 78. Buffers have the type OTHER; a parameter that the
   * forward pass never calls does not require a gradient.
   */
  public Map<String, Parameter> state() {
    var state = new LinkedHashMap<String, Parameter>();
    collectState("", state);
    return state;
  }

  /** The encoder alone. The arrays belong to the image's manager. */
  public Features encode(ParameterStore store, NDArray image, boolean training) {
    checkSize(image.getShape());
    return encoder.encode(image, new Pass(store, training));
  }

  /**
   * What every block's attention is computed from, in the order in which blocks are run.
   *
   * @param image one, (1, 3, H, W)
   */
  public List<BlockAttention> attention(ParameterStore store, NDArray image) {
    checkSize(image.getShape());
    var blocks = new ArrayList<BlockAttention>();
    try (var scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      AttentionWatcher watcher = (groups, qkv) -> blocks.add(BlockAttention.of(groups, qkv));
      encoder.encode(image, new KeyedBlock.Pass(store, false, watcher));
    }
    return List.copyOf(blocks);
  }

  /** The head alone: logits (N, 1, H/16, W/16). */
  public NDArray decode(ParameterStore store, Features features, boolean training) {
    return head.fuse(features.maps(), new Pass(store, training));
  }

  /** Logits on the token grid to a logit per pixel, (N, 1, height, width), bilinearly. */
  public static NDArray perPixel(NDArray logits, long height, long width) {
    return MapLayout.upsample(logits, height, width);
  }

  /** The paper's output for a frozen network: probabilities 0-1, (N, 1, H, W). */
  public NDArray probabilities(ParameterStore store, NDArray image) {
    var size = image.getShape();
    NDArray probabilities;
    try (var scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      var logits = forward(store, new NDList(image), false).singletonOrThrow();
      probabilities = Activation.sigmoid(perPixel(logits, size.get(2), size.get(3)));
      NDScope.unregister(probabilities);
    }
    NDScope.register(probabilities);
    return probabilities;
  }

  /** Stops gradients (true), or lets those parameters that are trained have them again (false). */
  public void freeze(boolean frozen) {
    state().values().stream()
        .filter(Parameter::requiresGradient)
        .forEach(parameter -> parameter.getArray().setRequiresGradient(!frozen));
  }

  List<Cost> costs(int height, int width) {
    var costs = new ArrayList<>(encoder.costs(height, width));
    var count = new Count();
    head.count(count, height, width);
    count.upsampled((long) height * width);
    costs.add(count.named("head", head.parameterCount()));
    return List.copyOf(costs);
  }

  private void checkSize(Shape image) {
    int multiple = config.inputMultiple();
    if (image.dimension() != 4
        || image.get(1) != 3
        || image.get(2) % multiple != 0
        || image.get(3) % multiple != 0) {
      throw new IllegalArgumentException(
          "the network takes (N, 3, H, W) with H and W multiples of "
              + multiple
              + ", not "
              + image
              + "; pad the image first");
    }
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray logits;
    try (var scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      var features = encode(store, inputs.singletonOrThrow(), training);
      logits = decode(store, features, training);
      NDScope.unregister(logits);
    }
    NDScope.register(logits);
    return new NDList(logits);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    var image = inputShapes[0];
    var maps = config.maps();
    int stride = maps.get(config.head() == Head.SINGLE_SCALE ? maps.size() - 1 : 0).stride();
    return new Shape[] {new Shape(image.get(0), 1, image.get(2) / stride, image.get(3) / stride)};
  }
}
