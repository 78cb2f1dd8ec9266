/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import sc.fiji.sparsevit.checkpoint.ArrayContent;
import sc.fiji.sparsevit.checkpoint.CheckpointException;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.checkpoint.ModelConfig;
import sc.fiji.sparsevit.checkpoint.ModelFile;
import sc.fiji.sparsevit.checkpoint.StateDict;
import sc.fiji.sparsevit.checkpoint.Weights;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.SparseVitConfig;

/**
 * What a run starts from.
 *
 * @param name what messages call it
 * @param weights of this or another network; none to start from nothing
 */
record StartingWeights(String name, Optional<StateDict> weights) {

  private static final int WHITENED_SAMPLES = 64;
  private static final float LAYER_SCALE = 0.1f;

  /**
   * @param from {@code nothing}, the name of a model, or a file of weights: a SparseViT's, or
   *     ImageNet's of a UniFormer
   * @param enlarged whether to start from its weights that look at the enlarged image, if it has
   *     some
   * @throws CheckpointException when there is no such model, or its file cannot be used
   */
  static StartingWeights of(String from, boolean enlarged) throws IOException {
    if (from.equals(TrainingPlan.NOTHING)) {
      return new StartingWeights(from, Optional.empty());
    }
    if (ModelCatalog.names().contains(from)) {
      var model = ModelCatalog.open(from);
      return of(from, model.weights(), model.enlarged().filter(weights -> enlarged));
    }
    var file = ModelFile.read(Path.of(from));
    return of(from, file, ModelFile.enlarged(file).filter(weights -> enlarged));
  }

  private static StartingWeights of(String name, StateDict own, Optional<StateDict> enlarged) {
    return new StartingWeights(name, enlarged.or(() -> Optional.of(own)));
  }

  /** The configuration that was asked for, else that of the weights, else the preset's. */
  SparseVitConfig config(Optional<String> wanted, TrainingPreset preset) {
    if (wanted.isPresent()) {
      return SparseVitConfig.named(wanted.get());
    }
    try {
      return weights.isPresent() ? ModelConfig.of(weights.get()) : preset.config();
    } catch (CheckpointException otherNetwork) {
      return preset.config();
    }
  }

  /**
   * Puts the weights into an initialized network; what they lack starts as from nothing.
   *
   * @param source of the pictures that the first filters are made for
   * @param notes receives a sentence about what was loaded
   * @throws CheckpointException when none of the weights fits
   */
  void put(SparseVit network, TrainingPreset preset, SampleSource source, Consumer<String> notes)
      throws CheckpointException {
    if (preset == TrainingPreset.LITE) {
      start(network, source);
    }
    if (weights.isPresent()) {
      int loaded = Weights.loadMatching(weights.get(), network).loaded().size();
      notes.accept(
          String.format(
              Locale.ROOT,
              "%d of %d tensors start as in %s",
              loaded,
              network.state().size(),
              name));
    }
  }

  /** As the recipe has it; the network's own start is the authors'. */
  private static void start(SparseVit network, SampleSource source) {
    network
        .state()
        .forEach(
            (key, parameter) -> {
              if (key.matches(".*\\.gamma_?\\d+")) {
                fill(parameter.getArray(), LAYER_SCALE);
              }
            });
    var pictures =
        LongStream.range(0, WHITENED_SAMPLES).mapToObj(source::sample).map(s -> s.picture());
    whiten(network, Whitening.of(pictures.toList()));
  }

  /** As many filters as there are; a wider network keeps the rest of its own. */
  private static void whiten(SparseVit network, Whitening whitening) {
    if (!network.state().containsKey("encoder_net.patch_embed1.proj.weight")) {
      // Other encoders do not begin with patches of 4x4.
      return;
    }
    var weight = network.state().get("encoder_net.patch_embed1.proj.weight").getArray();
    var bias = network.state().get("encoder_net.patch_embed1.proj.bias").getArray();
    float[] weights = weight.toFloatArray();
    float[] biases = bias.toFloatArray();
    int filters = Math.min(biases.length, whitening.filters().size());
    for (int i = 0; i < filters; i++) {
      var filter = whitening.filters().get(i);
      System.arraycopy(filter, 0, weights, i * filter.length, filter.length);
      biases[i] = whitening.biases()[i];
    }
    ArrayContent.replace(weight, FloatBuffer.wrap(weights));
    ArrayContent.replace(bias, FloatBuffer.wrap(biases));
  }

  private static void fill(NDArray array, float value) {
    var values = new float[Math.toIntExact(array.size())];
    Arrays.fill(values, value);
    ArrayContent.replace(array, FloatBuffer.wrap(values));
  }
}
