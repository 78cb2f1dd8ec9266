/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.util.Arrays;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.io.FailureText;

/** Windows of one size that are computed together, as many as memory allows. */
final class WindowBatch {

  private final WindowModel model;
  private final Looks looks;
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
     * @param seen in a batch, (n, height, width)
     * @param from index of the window's first
     */
    void accept(Place place, Seen seen, int from);
  }

  /**
   * @param windows that there are; no larger batch is needed
   */
  WindowBatch(WindowModel model, Looks looks, int height, int width, long windows) {
    this.model = model;
    this.looks = looks;
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
    if (filled == 0) {
      return;
    }
    float[] first = compute(input, filled);
    var seen = new Seen(joined(first), first);
    for (int i = 0; i < filled; i++) {
      receiver.accept(places[i], seen, i * height * width);
    }
    filled = 0;
  }

  /** The mean of all looks at each window. */
  private float[] joined(float[] first) {
    int[] suspicious =
        looks.further().isEmpty()
            ? new int[0]
            : IntStream.range(0, filled).filter(i -> isSuspicious(first, i)).toArray();
    if (suspicious.length == 0) {
      return first;
    }
    var joined = first.clone();
    for (var look : looks.further()) {
      add(look, suspicious, joined);
    }
    int area = height * width;
    for (int window : suspicious) {
      for (int i = window * area; i < (window + 1) * area; i++) {
        joined[i] /= 1 + looks.further().size();
      }
    }
    return joined;
  }

  private boolean isSuspicious(float[] probabilities, int window) {
    int area = height * width;
    for (int i = window * area; i < (window + 1) * area; i++) {
      if (probabilities[i] >= looks.from()) {
        return true;
      }
    }
    return false;
  }

  /** Adds what a look at some of the windows shows, where it belongs in the window as it is. */
  private void add(Look look, int[] windows, float[] sums) {
    int area = height * width;
    var shown = new float[windows.length * 3 * area];
    for (int i = 0; i < windows.length; i++) {
      look.write(input, windows[i] * 3 * area, shown, i * 3 * area, 3, height, width);
    }
    float[] probabilities = compute(shown, windows.length);
    for (int i = 0; i < windows.length; i++) {
      for (int pixel = 0; pixel < area; pixel++) {
        sums[windows[i] * area + pixel] +=
            probabilities[i * area + look.seen(pixel, height, width)];
      }
    }
  }

  /**
   * Where a card's memory is too small for a batch it may do for each half.
   *
   * @param windows (n or more, 3, height, width)
   * @return probabilities, (n, height, width)
   */
  private float[] compute(float[] windows, int n) {
    try {
      return model.probabilities(windows, n, height, width);
    } catch (RuntimeException e) {
      if (n == 1 || !FailureText.isGpuOutOfMemory(e)) {
        throw e;
      }
    }
    int half = n / 2;
    int values = 3 * height * width;
    float[] one = compute(windows, half);
    float[] other = compute(Arrays.copyOfRange(windows, half * values, n * values), n - half);
    var both = Arrays.copyOf(one, n * height * width);
    System.arraycopy(other, 0, both, half * height * width, (n - half) * height * width);
    return both;
  }
}
