/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.attention;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.checkpoint.NamedWeights;
import sc.fiji.sparsevit.checkpoint.Weights;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.inference.EngineContext;
import sc.fiji.sparsevit.inference.PaperResolution;
import sc.fiji.sparsevit.inference.PointWindow;
import sc.fiji.sparsevit.inference.SparseVitWindow;
import sc.fiji.sparsevit.network.BlockAttention;
import sc.fiji.sparsevit.network.SparseVit;

/**
 * A model whose attention is analyzed. Only SparseViT's own definition tells what it attends to;
 * its faster forms and other networks do not.
 *
 * <pre>{@code
 * try (var model = AttentionModel.open("lite", ComputeOptions.defaults(), warning -> {})) {
 *   var maps = model.study(image, true, 120, 80).sparse(120, 80);
 * }
 * }</pre>
 */
public final class AttentionModel implements AutoCloseable {

  private final String name;
  private final NDManager manager;
  private final SparseVit sparse;
  private final SparseVit dense;

  private AttentionModel(String name, NDManager manager, SparseVit sparse, SparseVit dense) {
    this.name = name;
    this.manager = manager;
    this.sparse = sparse;
    this.dense = dense;
  }

  /**
   * @param nameOrFile {@code lite}, or a .safetensors or .pth file
   * @param warn told, in a sentence, when the device is not the one that was asked for
   * @throws IOException when there is no such model or its file cannot be used
   */
  public static AttentionModel open(
      String nameOrFile, ComputeOptions compute, Consumer<String> warn) throws IOException {
    var weights = ModelCatalog.open(nameOrFile);
    var manager = Devices.open(compute.device(), warn);
    try {
      return new AttentionModel(
          weights.name(),
          manager,
          network(weights, false, manager),
          network(weights, true, manager));
    } catch (IOException | RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  /** Weights do not depend on rates, so that both networks have the same. */
  private static SparseVit network(NamedWeights weights, boolean dense, NDManager manager)
      throws IOException {
    var config = dense ? weights.config().withRate(1) : weights.config();
    return Weights.network(weights.weights(), config, manager);
  }

  /** The heading of a point's maps. */
  public String title(String image, int x, int y) {
    return image + ", from " + x + ", " + y + ": " + name;
  }

  /**
   * Looks at the window around a point.
   *
   * @param whole true to squash the whole image to 512x512, as published; false for a window at the
   *     image's own resolution
   * @param x column of the image, in pixels from 0
   * @param y row of the image, in pixels from 0
   * @throws IllegalArgumentException when the point lies outside of the image
   */
  public AttentionStudy study(RgbImage image, boolean whole, int x, int y) {
    if (x < 0 || y < 0 || x >= image.width() || y >= image.height()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the point %d, %d is outside the image of %d x %d pixels",
              x,
              y,
              image.width(),
              image.height()));
    }
    var wanted = SparseVitWindow.of(sparse.config());
    var window =
        whole
            ? PointWindow.squashed(image, PaperResolution.SIDE)
            : PointWindow.around(image, wanted, x, y);
    float[] input = window.input(wanted);
    return EngineContext.call(
        () ->
            new AttentionStudy(
                window, attention(sparse, window, input), attention(dense, window, input)));
  }

  private List<BlockAttention> attention(SparseVit network, PointWindow window, float[] input) {
    try (var scratch = manager.newSubManager()) {
      var image = scratch.create(input, new Shape(1, 3, window.height(), window.width()));
      return network.attention(new ParameterStore(scratch, false), image);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
