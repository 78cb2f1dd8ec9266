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
   * @param half whether matrices and kernels are stored in half precision; vectors, which are few,
   *     and counters keep their type
   * @param threshold the probability that becomes 0.5: all logits are shifted alike, so that order
   *     and maps' shapes stay; 0.5 shifts nothing
   * @throws CheckpointException when the source is not all of a SparseViT
   * @throws IOException when the target cannot be written
   */
  public static void convert(Path source, Path target, boolean half, double threshold)
      throws IOException {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException(
          "the threshold that becomes 0.5 must be between 0 and 1, not " + threshold);
    }
    var weights = read(source);
    var config = ModelConfig.of(weights);
    Weights.requireFit(weights, config);
    var shifted = shifted(weights, -Math.log(threshold / (1 - threshold)));
    Safetensors.write(
        (half ? shifted.map(ModelFile::halved) : shifted)
            .withMetadata(ModelConfig.metadata(config)),
        target);
  }

  /**
   * Writes the mean of two models' weights and running statistics; counters are the first one's.
   * Means of a network and of what it became by more training (Wortsman et al., CVPR 2022) do well
   * where either does.
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
    var means = new LinkedHashMap<>(first.weights().tensors());
    means.replaceAll((key, tensor) -> mean(tensor, second.weights().tensors().get(key)));
    Safetensors.write(new StateDict(means, ModelConfig.metadata(first.config())), target);
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
