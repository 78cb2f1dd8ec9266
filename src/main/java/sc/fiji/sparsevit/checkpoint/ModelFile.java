/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Weights in either format, recognized by the file extension. */
public final class ModelFile {

  /** What is added to every logit, under its name in each head. */
  private static final List<String> LAST_BIASES =
      List.of("lmu.conv_last.bias", "lmu.linear_pred.bias");

  private ModelFile() {}

  /**
   * @param file a {@code .safetensors}, or a PyTorch checkpoint of any other ending
   * @throws CheckpointException when there is no such file, or it is damaged or of another kind
   */
  public static StateDict read(Path file) throws CheckpointException {
    return isSafetensors(file) ? Safetensors.read(file) : PyTorchCheckpoint.read(file);
  }

  /**
   * Writes the weights of a SparseViT, and nothing else of a training checkpoint, as safetensors
   * that carry their configuration.
   *
   * @param enlarged weights that look at the enlarged image, to be stored besides; without, those
   *     that the source has
   * @param half whether matrices and kernels are stored in half precision; vectors, which are few,
   *     and counters keep their type
   * @param threshold the probability that becomes 0.5: all logits are shifted alike, so that order
   *     and maps' shapes stay; 0.5 shifts nothing
   * @throws CheckpointException when the source is not all of a SparseViT
   * @throws IOException when the target cannot be written
   */
  public static void convert(
      Path source, Optional<NamedWeights> enlarged, Path target, boolean half, double threshold)
      throws IOException {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException(
          "the threshold that becomes 0.5 must be between 0 and 1, not " + threshold);
    }
    var file = read(source);
    var weights = file.without(NamedWeights.ENLARGED);
    var config = ModelConfig.of(weights);
    Weights.requireFit(weights, config);
    var all = shifted(weights, -Math.log(threshold / (1 - threshold)));
    var second = enlarged.map(ModelFile::ofEnlarged).or(() -> enlarged(file));
    if (second.isPresent()) {
      Weights.requireFit(second.get(), config);
      all = all.with(NamedWeights.ENLARGED, second.get());
    }
    Safetensors.write(
        (half ? all.map(ModelFile::halved) : all).withMetadata(ModelConfig.metadata(config)),
        target);
  }

  /** The weights that look at the enlarged image, if the file has some. */
  public static Optional<StateDict> enlarged(StateDict file) {
    return Optional.of(file.under(NamedWeights.ENLARGED)).filter(dict -> !dict.isEmpty());
  }

  /** Weights that were trained for the enlarged image have a file of their own at first. */
  private static StateDict ofEnlarged(NamedWeights weights) {
    return weights.enlarged().orElse(weights.weights());
  }

  /**
   * Writes the mean of two models' weights and running statistics; counters are the first one's.
   * Means of a network and of what it became by more training (Wortsman et al., CVPR 2022) do well
   * where either does. Weights that look at the enlarged image become their mean, or stay those of
   * the one model that has some.
   *
   * @throws CheckpointException when they are of different configurations
   * @throws IOException when the target cannot be written
   */
  public static void average(NamedWeights first, NamedWeights second, Path target)
      throws IOException {
    if (!first.config().equals(second.config())) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "%s and %s have different configurations and cannot be averaged; choose two models"
                  + " with the same configuration",
              first.name(),
              second.name()));
    }
    var enlarged = first.enlarged().or(second::enlarged);
    if (first.enlarged().isPresent() && second.enlarged().isPresent()) {
      enlarged = Optional.of(mean(first.enlarged().get(), second.enlarged().get()));
    }
    var means = mean(first.weights(), second.weights());
    Safetensors.write(
        enlarged
            .map(more -> means.with(NamedWeights.ENLARGED, more))
            .orElse(means)
            .withMetadata(ModelConfig.metadata(first.config())),
        target);
  }

  private static StateDict mean(StateDict first, StateDict second) {
    var means = new LinkedHashMap<>(first.tensors());
    means.replaceAll((key, tensor) -> mean(tensor, second.tensors().get(key)));
    return new StateDict(means);
  }

  private static StoredTensor mean(StoredTensor a, StoredTensor b) {
    if (!a.type().isFloating()) {
      return a;
    }
    float[] values = a.toFloats();
    float[] others = b.toFloats();
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.5f * values[i] + 0.5f * others[i];
    }
    return StoredTensor.of(a.shape(), values);
  }

  private static StateDict shifted(StateDict weights, double logit) {
    var tensors = new LinkedHashMap<>(weights.tensors());
    for (var key : LAST_BIASES) {
      tensors.computeIfPresent(
          key, (name, bias) -> StoredTensor.of(bias.shape(), (float) (bias.toFloats()[0] + logit)));
    }
    return new StateDict(tensors, weights.metadata());
  }

  private static StoredTensor halved(StoredTensor tensor) {
    return tensor.type().isFloating() && tensor.shape().dimension() > 1
        ? tensor.to(DataType.FLOAT16)
        : tensor;
  }

  private static boolean isSafetensors(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors");
  }
}
