/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.model;

import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.ParameterStore;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Locale;
import sc.fiji.sparsevit.checkpoint.CheckpointException;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.inference.EngineContext;
import sc.fiji.sparsevit.inference.Window;
import sc.fiji.sparsevit.inference.WindowModel;

/** Runs a network of others and makes probabilities of what it answers. */
final class TorchScriptModel implements WindowModel {

  /** Side of the first image that it is shown, where it takes any. */
  private static final int TRIAL = 256;

  private static final int BILINEAR = 1;

  private final Model model;
  private final TorchScriptCard card;
  private final Path file;

  TorchScriptModel(Model model, TorchScriptCard card, Path file) {
    this.model = model;
    this.card = card;
    this.file = file;
  }

  /**
   * Shows it an empty image.
   *
   * @throws CheckpointException when it does not answer with a map
   */
  void requireMap() throws CheckpointException {
    int multiple = window().multiple();
    int side =
        window().side() == Window.WHOLE
            ? (TRIAL + multiple - 1) / multiple * multiple
            : window().side();
    try {
      probabilities(new float[3 * side * side], 1, side, side);
    } catch (IllegalStateException e) {
      throw new CheckpointException(e.getMessage(), e);
    }
  }

  @Override
  public Window window() {
    return card.window();
  }

  @Override
  public float[] probabilities(float[] images, int n, int height, int width) {
    return EngineContext.call(
        () -> {
          try (var scratch = model.getNDManager().newSubManager()) {
            var input =
                scratch.create(
                    FloatBuffer.wrap(images, 0, n * 3 * height * width),
                    new Shape(n, 3, height, width));
            return map(answer(scratch, input), n, height, width).toFloatArray();
          }
        });
  }

  private NDList answer(NDManager scratch, NDArray input) {
    try {
      return model.getBlock().forward(new ParameterStore(scratch, false), new NDList(input), false);
    } catch (EngineException | IllegalArgumentException | UnsupportedOperationException e) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s fails on an image of shape %s: %s; check window, multiple and normalization in"
                  + " %s",
              file,
              input.getShape(),
              TorchScriptLoader.firstLine(e.getMessage()),
              TorchScriptCard.beside(file).getFileName()),
          e);
    }
  }

  /** (N, 1, height, width), 0 to 1. */
  private NDArray map(NDList answer, int n, int height, int width) {
    if (card.output() >= answer.size()) {
      throw unfit("it has " + answer.size() + " outputs, none with the number " + card.output());
    }
    var output = answer.get(card.output()).toType(DataType.FLOAT32, false);
    var shape = output.getShape();
    var maps = shape.dimension() == 3 ? output.expandDims(1) : output;
    shape = maps.getShape();
    if (shape.dimension() != 4
        || shape.get(0) != n
        || shape.get(1) <= card.channel()
        || shape.get(2) < 1
        || shape.get(3) < 1) {
      throw unfit(
          String.format(
              Locale.ROOT,
              "its output %d has the shape %s, which is not a map with a channel %d",
              card.output(),
              output.getShape(),
              card.channel()));
    }
    // Classes are weighed against each other before they are resized.
    var weighed = card.values() == TorchScriptCard.MapValues.SOFTMAX ? maps.softmax(1) : maps;
    var channel = weighed.get(":, {}:{}", card.channel(), card.channel() + 1);
    var sized =
        shape.get(2) == height && shape.get(3) == width
            ? channel
            : channel
                .getNDArrayInternal()
                .interpolation(new long[] {height, width}, BILINEAR, false);
    return card.values() == TorchScriptCard.MapValues.LOGITS
        ? Activation.sigmoid(sized)
        : sized.clip(0, 1);
  }

  private IllegalStateException unfit(String reason) {
    return new IllegalStateException(
        String.format(
            Locale.ROOT,
            "the output of %s does not match %s: %s",
            file,
            TorchScriptCard.beside(file).getFileName(),
            reason));
  }

  @Override
  public String device() {
    return Devices.name(model.getNDManager().getDevice()) + ", float32";
  }

  @Override
  public void close() {
    model.close();
  }
}
