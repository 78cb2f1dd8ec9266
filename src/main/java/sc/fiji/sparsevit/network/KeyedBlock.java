/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A block whose parameters and children carry the names that they have in the authors' checkpoints,
 * so that the state dict is the network's own and no table of names has to be kept in step with it.
 */
abstract class KeyedBlock extends AbstractBlock {

  private final Map<String, Parameter> ownByKey = new LinkedHashMap<>();
  private final Map<String, KeyedBlock> childByKey = new LinkedHashMap<>();

  /**
   * Everything a forward pass needs besides its input.
   *
   * @param watcher sees attention as it is computed
   */
  record Pass(ParameterStore store, boolean training, AttentionWatcher watcher) {

    Pass(ParameterStore store, boolean training) {
      this(store, training, AttentionWatcher.NONE);
    }

    NDArray value(Parameter parameter, NDArray beside) {
      return store.getValue(parameter, beside.getDevice(), training);
    }
  }

  /** A trained parameter. */
  final Parameter weight(String key, Initializer initial, long... shape) {
    return add(key, Parameter.Type.WEIGHT, true, initial, shape);
  }

  /** A parameter that checkpoints hold and the forward pass never calls: kept, not trained. */
  final Parameter unused(String key, Initializer initial, long... shape) {
    return add(key, Parameter.Type.WEIGHT, false, initial, shape);
  }

  /** State that a forward pass in training mode changes, such as running statistics. */
  final Parameter buffer(String key, Initializer initial, long... shape) {
    return add(key, Parameter.Type.OTHER, false, initial, shape);
  }

  final <B extends KeyedBlock> B child(String key, B block) {
    childByKey.put(key, block);
    return addChildBlock(key, block);
  }

  /** Adds every parameter and buffer below this block, under its state-dict key. */
  final void collectState(String prefix, Map<String, Parameter> into) {
    ownByKey.forEach((key, parameter) -> into.put(prefix + key, parameter));
    childByKey.forEach((key, block) -> block.collectState(prefix + key + ".", into));
  }

  /** Values of all parameters below this block, used or not; buffers are not counted. */
  final long parameterCount() {
    var state = new LinkedHashMap<String, Parameter>();
    collectState("", state);
    return state.values().stream()
        .filter(parameter -> parameter.getType() != Parameter.Type.OTHER)
        .mapToLong(parameter -> parameter.getShape().size())
        .sum();
  }

  private Parameter add(
      String key, Parameter.Type type, boolean trained, Initializer initial, long... shape) {
    var parameter =
        addParameter(
            Parameter.builder()
                .setName(key)
                .setType(type)
                .optShape(new Shape(shape))
                .optInitializer(initial)
                .optRequiresGrad(trained)
                .build());
    ownByKey.put(key, parameter);
    return parameter;
  }

  @Override
  protected final void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    // Parameter shapes follow from the configuration, so no child needs its true input shape.
    childByKey.values().forEach(block -> block.initialize(manager, type, inputs));
  }

  /** The same as the input's, which is right for every residual block and norm. */
  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return inputShapes;
  }
}
