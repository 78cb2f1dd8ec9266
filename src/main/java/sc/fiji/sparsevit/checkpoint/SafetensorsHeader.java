/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the header of a safetensors file says.
 *
 * @param entries key to where its tensor lies
 * @param metadata text to text
 */
record SafetensorsHeader(Map<String, TensorEntry> entries, Map<String, String> metadata) {

  /** The header of a base network has 0.1 MB. */
  static final int MAX_BYTES = 4 << 20;

  /**
   * @param begin offset of the first byte after the header
   * @param length in bytes
   */
  record TensorEntry(DataType type, Shape shape, long begin, int length) {}

  /** Wide types come first in the data, so that every tensor is aligned. */
  static SafetensorsHeader of(StateDict weights) {
    var keys = new ArrayList<>(weights.tensors().keySet());
    keys.sort(Comparator.comparing(key -> -weights.tensors().get(key).type().getNumOfBytes()));
    var begins = new LinkedHashMap<String, Long>();
    long begin = 0;
    for (var key : keys) {
      begins.put(key, begin);
      begin += weights.tensors().get(key).data().remaining();
    }
    var entries = new LinkedHashMap<String, TensorEntry>();
    weights
        .tensors()
        .forEach(
            (key, tensor) ->
                entries.put(
                    key,
                    new TensorEntry(
                        tensor.type(),
                        tensor.shape(),
                        begins.get(key),
                        tensor.data().remaining())));
    return new SafetensorsHeader(entries, weights.metadata());
  }

  /** The keys in the order of their data. */
  List<String> keysByOffset() {
    var keys = new ArrayList<>(entries.keySet());
    keys.sort(
        Comparator.<String>comparingLong(key -> entries.get(key).begin())
            .thenComparing(key -> entries.get(key).length()));
    return keys;
  }

  /**
   * @throws CheckpointException naming the key whose data do not begin where those before it end
   */
  void requireNoGap() throws CheckpointException {
    long end = 0;
    for (var key : keysByOffset()) {
      var entry = entries.get(key);
      if (entry.begin() != end) {
        throw new CheckpointException(
            String.format(
                Locale.ROOT,
                "its header places tensor %s at offset %d instead of %d; copy or download the file"
                    + " again",
                key,
                entry.begin(),
                end));
      }
      end += entry.length();
    }
  }
}
