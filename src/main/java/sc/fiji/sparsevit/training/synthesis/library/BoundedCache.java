/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.library;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The most recently used values, up to a number of bytes. Safe for use by several threads. */
public final class BoundedCache<K, V> {

  /** Reads the value of a key. */
  @FunctionalInterface
  public interface Reader<K, V> {
    V read(K key) throws IOException;
  }

  private final long capacity;
  private final ToLongFunction<V> size;
  private final Map<K, V> values = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  /**
   * @param capacity in bytes
   * @param size of a value, in bytes
   */
  public BoundedCache(long capacity, ToLongFunction<V> size) {
    this.capacity = capacity;
    this.size = size;
  }

  /** The value of a key. Two threads may read the same value at once; neither waits. */
  public V get(K key, Reader<K, V> reader) throws IOException {
    synchronized (this) {
      var known = values.get(key);
      if (known != null) {
        return known;
      }
    }
    var value = reader.read(key);
    synchronized (this) {
      if (values.putIfAbsent(key, value) == null) {
        bytes += size.applyAsLong(value);
      }
      var oldest = values.values().iterator();
      while (bytes > capacity) {
        bytes -= size.applyAsLong(oldest.next());
        oldest.remove();
      }
    }
    return value;
  }
}
