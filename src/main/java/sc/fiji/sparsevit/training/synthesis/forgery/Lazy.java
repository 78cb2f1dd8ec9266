/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.util.function.Supplier;

/** Makes a value when it is first asked for, and keeps it. For one thread. */
public final class Lazy<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private T value;

  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    if (value == null) {
      value = maker.get();
    }
    return value;
  }
}
