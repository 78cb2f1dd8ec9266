/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The weights of a network by the names that the authors' code gives them, in the file's order.
 *
 * @param tensors key to tensor
 * @param metadata free text that travels with a safetensors file; empty for a PyTorch checkpoint
 */
public record StateDict(Map<String, StoredTensor> tensors, Map<String, String> metadata) {

  public StateDict {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** Tensors without metadata. */
  public StateDict(Map<String, StoredTensor> tensors) {
    this(tensors, Map.of());
  }

  /** The same tensors with other metadata. */
  public StateDict withMetadata(Map<String, String> other) {
    return new StateDict(tensors, other);
  }

  public boolean isEmpty() {
    return tensors.isEmpty();
  }

  /** The tensors whose keys begin with a prefix, without it. */
  public StateDict under(String prefix) {
    var found = new LinkedHashMap<String, StoredTensor>();
    tensors.forEach(
        (key, tensor) -> {
          if (key.startsWith(prefix)) {
            found.put(key.substring(prefix.length()), tensor);
          }
        });
    return new StateDict(found, metadata);
  }

  /** The tensors whose keys do not begin with a prefix. */
  public StateDict without(String prefix) {
    var left = new LinkedHashMap<>(tensors);
    left.keySet().removeIf(key -> key.startsWith(prefix));
    return new StateDict(left, metadata);
  }

  /** These tensors and those of another one, whose keys get a prefix. */
  public StateDict with(String prefix, StateDict other) {
    var all = new LinkedHashMap<>(tensors);
    other.tensors.forEach((key, tensor) -> all.put(prefix + key, tensor));
    return new StateDict(all, metadata);
  }

  /** The same keys and metadata with every tensor converted. */
  public StateDict map(UnaryOperator<StoredTensor> conversion) {
    var converted = new LinkedHashMap<String, StoredTensor>();
    tensors.forEach((key, tensor) -> converted.put(key, conversion.apply(tensor)));
    return new StateDict(converted, metadata);
  }
}
