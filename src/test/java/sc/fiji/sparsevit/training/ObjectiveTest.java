/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.DoubleBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.network.Features;
import sc.fiji.sparsevit.network.GradientCheck;
import sc.fiji.sparsevit.training.sample.History;

class ObjectiveTest {

  private static final int SAMPLES = 3;
  private static final int PIXELS = 8;
  private static final Shape MAPS = new Shape(SAMPLES, 1, 2, 4);

  private final NDManager manager = NDManager.newBaseManager();
  private final Random random = new Random(4);

  /** The second sample is authentic; one logit is far out. */
  private final double[] logits =
      IntStream.range(0, SAMPLES * PIXELS)
          .mapToDouble(i -> i == 3 ? -95 : 2 * random.nextGaussian())
          .toArray();

  private final double[] mask =
      IntStream.range(0, SAMPLES * PIXELS)
          .mapToDouble(i -> i / PIXELS != 1 && i % 3 == 0 ? 1 : 0)
          .toArray();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void partsEqualPlainArithmetic() {
    var loss =
        new Objective(3, 0.5f, 2, 0.25f)
            .of(array(MAPS, logits), array(MAPS, mask), manager.create(0.25));

    double crossEntropy = 0;
    for (int i = 0; i < logits.length; i++) {
      double p = sigmoid(logits[i]);
      crossEntropy -= mask[i] == 1 ? 3 * Math.log(p) : Math.log(1 - p);
    }
    crossEntropy /= logits.length;
    double dice = (dice(0) + dice(2)) / 2;
    // Of so few pixels the worst are one, the most suspected of the authentic sample.
    double worst = 0;
    for (int i = PIXELS; i < 2 * PIXELS; i++) {
      worst = Math.max(worst, -Math.log(1 - sigmoid(logits[i])));
    }
    assertThat(loss.crossEntropy().getDouble()).isCloseTo(crossEntropy, within(1e-9));
    assertThat(loss.dice().getDouble()).isCloseTo(dice, within(1e-9));
    assertThat(loss.total().getDouble())
        .isCloseTo(crossEntropy + 0.5 * dice + 2 * 0.25 + 0.25 * worst, within(1e-9));
  }

  @Test
  void theWorstPixelsOfEveryAuthenticSampleCountAndNoOthers() {
    // Of 100 pixels the two highest: 3 and 2 in the first sample, 1 twice in the second. The third
    // is forged.
    var values = new double[300];
    java.util.Arrays.fill(values, -4);
    values[7] = 3;
    values[50] = 2;
    values[110] = 1;
    values[180] = 1;
    values[210] = 9;
    var truth = new double[300];
    truth[290] = 1;
    var shape = new Shape(3, 1, 10, 10);

    double with = total(new Objective(1, 0, 0, 0.5f), shape, values, truth);
    double without = total(new Objective(1, 0, 0, 0), shape, values, truth);

    double first = (softPlus(3) + softPlus(2)) / 2;
    assertThat(with - without).isCloseTo(0.5 * (first + softPlus(1)) / 2, within(1e-9));
  }

  private double total(Objective objective, Shape shape, double[] values, double[] truth) {
    return objective
        .of(array(shape, values), array(shape, truth), manager.create(0.0))
        .total()
        .getDouble();
  }

  private static double softPlus(double logit) {
    return Math.log1p(Math.exp(logit));
  }

  @Test
  void diceOfAuthenticSamplesAloneIsZero() {
    var loss =
        Objective.lite().of(array(MAPS, logits), array(MAPS, new double[24]), manager.create(0.0));

    assertThat(loss.dice().getDouble()).isZero();
    assertThat(loss.total().getDouble()).isPositive().isFinite();
  }

  @Test
  void gradientsEqualFiniteDifferences() {
    var variable = array(MAPS, logits);
    var history = manager.create(0.25);
    new GradientCheck(
            () -> Objective.lite().of(variable, array(MAPS, mask), history.square()).total())
        .each(Map.of("logits", variable, "history", history));
  }

  @Test
  void historyIsReadFromBothMapsAndComparedWithItsMeanInEveryCell() {
    var heads = new HistoryHeads(Toy.config(), manager, DataType.FLOAT64);
    // Unread, the error is the history's own; |e| - 0.5 above 1, e squared over 2 below.
    double[] history = new double[2 * History.CHANNELS * 16 * 16];
    java.util.Arrays.fill(history, 0, history.length / 2, 3);
    java.util.Arrays.fill(history, history.length / 2, history.length, -0.5);
    var batch = batch(history, 1, 1);

    assertThat(heads.loss(features(), batch).getDouble())
        .isCloseTo(2 * (2.5 + 0.125) / 2, within(1e-6));
    assertThat(heads.loss(features(), batch(history, 0, 1)).getDouble())
        .as("a sample of unknown history does not count")
        .isCloseTo(2 * 0.125 / 2, within(1e-6));
  }

  @Test
  void historyGradientsEqualFiniteDifferences() {
    var heads = new HistoryHeads(Toy.config(), manager, DataType.FLOAT64);
    var features = features();
    var batch = batch(random.doubles(2 * History.CHANNELS * 16 * 16, -3, 3).toArray(), 1, 1);
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    heads
        .parameters()
        .forEach(
            (key, parameter) -> {
              var array = parameter.getArray();
              array.set(DoubleBuffer.wrap(random.doubles(array.size(), -0.3, 0.3).toArray()));
              arrays.put(key, array);
            });
    arrays.put("stage 2", features.stage2());
    arrays.put("stage 3", features.maps().get(1));

    new GradientCheck(() -> heads.loss(features, batch)).each(arrays);
  }

  /** Maps of a 16x16 picture under the toy configuration. */
  private Features features() {
    return new Features(
        noise(new Shape(2, 8, 2, 2)),
        List.of(noise(new Shape(2, 16, 1, 1)), noise(new Shape(2, 16, 1, 1)), noise(new Shape(1))));
  }

  private TrainingBatch batch(double[] history, double... known) {
    var none = manager.zeros(new Shape(0));
    return new TrainingBatch(
        none,
        none,
        array(new Shape(2, History.CHANNELS, 16, 16), history),
        array(new Shape(2, 1, 1, 1), known));
  }

  private NDArray noise(Shape shape) {
    return array(shape, random.doubles(shape.size(), -1, 1).toArray());
  }

  private NDArray array(Shape shape, double[] values) {
    var array = manager.zeros(shape, DataType.FLOAT64);
    array.set(DoubleBuffer.wrap(values));
    return array;
  }

  private double dice(int sample) {
    double overlap = 0;
    double sizes = 0;
    for (int i = sample * PIXELS; i < (sample + 1) * PIXELS; i++) {
      double p = sigmoid(logits[i]);
      overlap += p * mask[i];
      sizes += p * p + mask[i];
    }
    return 1 - 2 * overlap / (sizes + 1);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
