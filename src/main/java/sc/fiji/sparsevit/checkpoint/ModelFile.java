/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Weights in either format, told apart by the file's ending. */
public final class ModelFile {

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
   * @throws CheckpointException when the source is not all of a SparseViT
   * @throws IOException when the target cannot be written
   */
  public static void convert(Path source, Path target, boolean half) throws IOException {
    var weights = read(source);
    var config = ModelConfig.of(weights);
    Weights.requireFit(weights, config);
    Safetensors.write(
        (half ? weights.map(ModelFile::halved) : weights)
            .withMetadata(ModelConfig.metadata(config)),
        target);
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
