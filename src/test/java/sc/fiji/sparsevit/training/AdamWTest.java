/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdamWTest {

  private static final float DECAY = 0.05f;

  private final NDManager manager = NDManager.newBaseManager();
  private final Parameter matrix = parameter("matrix", new Shape(1, 3));
  private final Parameter vector = parameter("vector", new Shape(3));
  private final Map<String, Parameter> both = new LinkedHashMap<>();

  @AfterEach
  void close() {
    manager.close();
  }

  /** One number under AdamW as its publication and PyTorch have it, in double precision. */
  private static final class Reference {
    private double weight = 1;
    private double mean;
    private double variance;

    void update(double gradient, double rate, double decay, int t) {
      mean = 0.9 * mean + 0.1 * gradient;
      variance = 0.999 * variance + 0.001 * gradient * gradient;
      double step = mean / (1 - Math.pow(0.9, t));
      double size = Math.sqrt(variance / (1 - Math.pow(0.999, t))) + 1e-8;
      weight -= rate * (step / size + decay * weight);
    }
  }

  @Test
  void matricesDecayAndVectorsDoNot() {
    // The smallest gradients are of the order of epsilon, whose place in the formula they show.
    float[] gradients = {0.5f, -2e-3f, 3e-8f};
    var optimizer = optimizer(0);
    var decaying = references();
    var plain = references();
    for (int step = 0; step < 20; step++) {
      float rate = 1e-2f / (1 + step);
      float growth = 1 + step % 3;
      backward(gradients, growth);
      optimizer.update(step, rate, 1, optimizer.gradientNorm(1));
      for (int i = 0; i < 3; i++) {
        decaying[i].update(growth * gradients[i], rate, DECAY, step + 1);
        plain[i].update(growth * gradients[i], rate, 0, step + 1);
      }
    }
    assertWeights(matrix, decaying);
    assertWeights(vector, plain);
  }

  @Test
  void gradientOfSeveralPassesIsTheirMean() {
    var optimizer = optimizer(0);
    backward(new float[] {1, 2, -3}, 1);
    backward(new float[] {3, 0, -1}, 1);
    float norm = optimizer.gradientNorm(2);
    optimizer.update(0, 0.1f, 2, norm);

    assertThat(norm).isCloseTo((float) Math.sqrt(2 * (4 + 1 + 4)), within(1e-5f));
    assertThat(moment("adam.mean.vector"))
        .containsExactly(new float[] {0.2f, 0.1f, -0.2f}, within(1e-6f));
    assertThat(vector.getArray().getGradient().toFloatArray()).containsOnly(0);
  }

  @Test
  void longGradientIsCutToTheLimitAndAShortOneLeftAlone() {
    var optimizer = optimizer(1);
    backward(new float[] {3, 0, 4}, 1);
    float norm = optimizer.gradientNorm(1);
    optimizer.update(0, 0, 1, norm);
    assertThat(norm).isCloseTo((float) Math.sqrt(50), within(1e-5f));
    assertThat(moment("adam.mean.vector"))
        .containsExactly(new float[] {0.3f / norm, 0, 0.4f / norm}, within(1e-6f));

    backward(new float[] {0.1f, 0, 0}, 1);
    optimizer.update(1, 0, 1, optimizer.gradientNorm(1));
    assertThat(moment("adam.mean.vector")[0]).isCloseTo(0.9f * 0.3f / norm + 0.01f, within(1e-6f));
  }

  @Test
  void parameterThatTookNoPartStaysAsItIs() {
    var optimizer = optimizer(1);
    try (var collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(vector.getArray().mul(2).sum());
    }
    optimizer.update(0, 0.1f, 1, optimizer.gradientNorm(1));

    assertThat(matrix.getArray().toFloatArray()).containsOnly(1 - 0.1f * DECAY);
    assertThat(vector.getArray().toFloatArray()[0]).isLessThan(1);
  }

  private Map<String, NDArray> moments;

  private AdamW optimizer(float clipNorm) {
    both.put("matrix", matrix);
    both.put("vector", vector);
    var optimizer = new AdamW(both, manager, DECAY, clipNorm);
    moments = optimizer.moments();
    return optimizer;
  }

  private float[] moment(String key) {
    return moments.get(key).toFloatArray();
  }

  private void backward(float[] gradients, float factor) {
    try (var collector = Engine.getInstance().newGradientCollector()) {
      var slope = manager.create(gradients).mul(factor);
      collector.backward(
          matrix.getArray().mul(slope).sum().add(vector.getArray().mul(slope).sum()));
    }
  }

  private static Reference[] references() {
    return new Reference[] {new Reference(), new Reference(), new Reference()};
  }

  private static void assertWeights(Parameter parameter, Reference[] references) {
    float[] weights = parameter.getArray().toFloatArray();
    for (int i = 0; i < weights.length; i++) {
      assertThat((double) weights[i])
          .as("weight %d", i)
          .isCloseTo(references[i].weight, within(2e-6));
    }
  }

  private Parameter parameter(String name, Shape shape) {
    var parameter =
        Parameter.builder()
            .setName(name)
            .setType(Parameter.Type.WEIGHT)
            .optShape(shape)
            .optInitializer(Initializer.ONES)
            .build();
    parameter.initialize(manager, DataType.FLOAT32);
    return parameter;
  }
}
