/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.SparseVitConfig;

/** Puts a state dict into a network and takes it out again. */
public final class Weights {

  /** What the keys of an encoder that was trained alone lack. */
  private static final String ENCODER = "encoder_net.";

  private Weights() {}

  /**
   * @throws CheckpointException when the state dict does not have exactly the keys and shapes of
   *     the configuration
   */
  public static void requireFit(StateDict weights, SparseVitConfig config)
      throws CheckpointException {
    match(weights, new SparseVit(config), "").requireComplete();
  }

  /**
   * A frozen network with these weights. Nothing is allocated before keys and shapes are known to
   * fit, so a configuration that lies about the weights costs nothing.
   *
   * @throws CheckpointException when the state dict does not have exactly the keys and shapes of
   *     the configuration
   */
  public static SparseVit network(StateDict weights, SparseVitConfig config, NDManager manager)
      throws CheckpointException {
    requireFit(weights, config);
    var network = new SparseVit(config);
    // Drawing random numbers for base takes longer than all else together.
    network.state().values().stream()
        .filter(parameter -> parameter.getType() == Parameter.Type.WEIGHT)
        .forEach(parameter -> parameter.setInitializer(Initializer.ZEROS));
    network.initialized(manager).freeze(true);
    load(weights, network);
    return network;
  }

  /**
   * Fills every parameter and buffer of an initialized network.
   *
   * @throws CheckpointException when the state dict does not have exactly the network's keys and
   *     shapes; the network is unchanged then
   */
  public static void load(StateDict weights, SparseVit network) throws CheckpointException {
    var match = match(weights, network, "");
    match.requireComplete();
    fill(weights, network, match);
  }

  /**
   * Fills what fits and leaves the rest as it is: the start of training from ImageNet's {@code
   * uniformer_base} weights, whose keys lack the encoder's prefix.
   *
   * @param network an initialized network
   * @return what was loaded and what was not
   * @throws CheckpointException when nothing fits
   */
  public static KeyMatch loadMatching(StateDict weights, SparseVit network)
      throws CheckpointException {
    var match = match(weights, network, ENCODER);
    if (match.loaded().isEmpty()) {
      throw match.misfit();
    }
    fill(weights, network, match);
    return match;
  }

  /** The values that the network has now, with its configuration as metadata. */
  public static StateDict save(SparseVit network) {
    var tensors = new LinkedHashMap<String, StoredTensor>();
    network
        .state()
        .forEach(
            (key, parameter) -> {
              var array = parameter.getArray();
              tensors.put(
                  key,
                  new StoredTensor(array.getDataType(), array.getShape(), array.toByteBuffer()));
            });
    return new StateDict(tensors, ModelConfig.metadata(network.config()));
  }

  private static KeyMatch match(StateDict weights, SparseVit network, String prefix) {
    var loaded = new LinkedHashMap<String, String>();
    var missing = new ArrayList<String>();
    var misshapen = new ArrayList<String>();
    var unknown = new LinkedHashMap<>(weights.tensors());
    network
        .state()
        .forEach(
            (key, parameter) -> {
              var source = source(weights, key, prefix);
              var tensor = unknown.remove(source);
              if (tensor == null) {
                missing.add(key);
              } else if (tensor.shape().equals(parameter.getShape())) {
                loaded.put(key, source);
              } else {
                misshapen.add(
                    String.format(
                        Locale.ROOT,
                        "%s %s instead of %s",
                        key,
                        tensor.shape(),
                        parameter.getShape()));
              }
            });
    return new KeyMatch(loaded, missing, List.copyOf(unknown.keySet()), misshapen);
  }

  private static String source(StateDict weights, String key, String prefix) {
    return weights.tensors().containsKey(key) || !key.startsWith(prefix)
        ? key
        : key.substring(prefix.length());
  }

  private static void fill(StateDict weights, SparseVit network, KeyMatch match) {
    Map<String, Parameter> state = network.state();
    match
        .loaded()
        .forEach(
            (key, source) -> {
              var array = state.get(key).getArray();
              ArrayContent.replace(
                  array, weights.tensors().get(source).to(array.getDataType()).data());
            });
  }
}
