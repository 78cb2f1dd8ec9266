/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.initializer.Initializer;
import java.util.LinkedHashMap;
import java.util.Map;
import sc.fiji.sparsevit.network.Features;
import sc.fiji.sparsevit.network.OwnedScalar;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.training.sample.History;

/**
 * Two linear readers of every pixel's history, from stage 2's map (H/8) and from the last map of
 * stage 3 (H/16). They give the network something to hold on to before it can locate anything, and
 * are dropped after training.
 */
final class HistoryHeads {

  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final int lastOfStage3;

  HistoryHeads(SparseVitConfig config, NDManager manager, DataType type) {
    lastOfStage3 = config.stage3().size() - 1;
    add("history.stage2", config.earlyChannels(), manager, type);
    add("history.stage3", config.stage3Channels(), manager, type);
  }

  Map<String, Parameter> parameters() {
    return parameters;
  }

  /** Smooth L1 between both read-outs and the history averaged to their grids, summed. */
  NDArray loss(Features features, TrainingBatch batch) {
    return loss("history.stage2", features.stage2(), batch)
        .add(loss("history.stage3", features.maps().get(lastOfStage3), batch));
  }

  private NDArray loss(String name, NDArray map, TrainingBatch batch) {
    var read =
        Conv2d.conv2d(map, array(name + ".weight"), array(name + ".bias")).singletonOrThrow();
    var error =
        read.sub(target(batch.histories(), map.getShape().get(2))).mul(batch.historyKnown()).abs();
    var clipped = error.minimum(OwnedScalar.of(1, error));
    // 0.5 e^2 below 1, e - 0.5 above.
    return clipped.mul(error.sub(clipped.mul(OwnedScalar.of(0.5, clipped)))).mean();
  }

  /** Histories averaged to a grid of so many rows. */
  private static NDArray target(NDArray histories, long rows) {
    long cells = histories.getShape().get(2) / rows;
    var cell = new Shape(cells, cells);
    return cells == 1
        ? histories
        : histories.getNDArrayInternal().avgPool(cell, cell, new Shape(0, 0), false, true);
  }

  private NDArray array(String key) {
    return parameters.get(key).getArray();
  }

  private void add(String name, int channels, NDManager manager, DataType type) {
    add(name + ".weight", new Shape(History.CHANNELS, channels, 1, 1), manager, type);
    add(name + ".bias", new Shape(History.CHANNELS), manager, type);
  }

  private void add(String key, Shape shape, NDManager manager, DataType type) {
    var parameter =
        Parameter.builder()
            .setName(key)
            .setType(Parameter.Type.WEIGHT)
            .optShape(shape)
            .optInitializer(Initializer.ZEROS)
            .build();
    parameter.initialize(manager, type);
    parameters.put(key, parameter);
  }
}
