/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.util.Arrays;
import sc.fiji.sparsevit.io.FailureText;

/** Windows of one size that are computed together, as many as memory allows. */
final class WindowBatch {

  private final WindowModel model;
  private final int height;
  private final int width;
  private final float[] input;
  private final Place[] places;
  private int filled;

  /** Where a window lies: its row and column among the windows. */
  record Place(int row, int column) {}

  /** Takes in what a window came to. */
  interface Receiver {
    /**
     * @param probabilities of a batch, (n, height, width)
     * @param from index of the window's first
     */
    void accept(Place place, float[] probabilities, int from);
  }

  /**
   * @param windows that there are; no larger batch is needed
   */
  WindowBatch(WindowModel model, int height, int width, long windows) {
    this.model = model;
    this.height = height;
    this.width = width;
    int size = (int) Math.min(windows, model.windowsAtOnce());
    input = new float[Math.multiplyExact(size * 3 * height, width)];
    places = new Place[size];
  }

  boolean isFull() {
    return filled == places.length;
  }

  /** Where the next window's values belong in {@link #input}. */
  int start() {
    return filled * 3 * height * width;
  }

  float[] input() {
    return input;
  }

  /** The window whose values were put in. */
  void add(Place place) {
    places[filled++] = place;
  }

  /** Computes what was put in and starts over. */
  void flush(Receiver receiver) {
    compute(0, filled, receiver);
    filled = 0;
  }

  /** Where a card's memory is too small for a batch it may do for each half. */
  private void compute(int first, int count, Receiver receiver) {
    if (count == 0) {
      return;
    }
    int values = 3 * height * width;
    float[] part =
        first == 0 ? input : Arrays.copyOfRange(input, first * values, (first + count) * values);
    float[] probabilities;
    try {
      probabilities = model.probabilities(part, count, height, width);
    } catch (RuntimeException e) {
      if (count == 1 || !FailureText.isGpuOutOfMemory(e)) {
        throw e;
      }
      compute(first, count / 2, receiver);
      compute(first + count / 2, count - count / 2, receiver);
      return;
    }
    for (int i = 0; i < count; i++) {
      receiver.accept(places[first + i], probabilities, i * height * width);
    }
  }
}
