/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import sc.fiji.sparsevit.inference.PaperResolution;
import sc.fiji.sparsevit.inference.Window;
import sc.fiji.sparsevit.inference.WindowModel;
import sc.fiji.sparsevit.io.FailureText;
import sc.fiji.sparsevit.model.Models;

/** What a window costs when several are computed together. */
final class BatchTimings {

  private static final List<Integer> SIZES = List.of(1, 2, 4, 8, 16);
  private static final int WARM_UP = 2;

  private BatchTimings() {}

  /** Ends early where a batch does not fit into memory. */
  static List<BenchmarkResult.BatchTiming> measure(BenchmarkOptions options, Consumer<String> say)
      throws IOException {
    var timings = new ArrayList<BenchmarkResult.BatchTiming>();
    try (var model = Models.open(options.model(), options.compute(), say)) {
      for (int windows : SIZES) {
        try {
          timings.add(timing(model.network(), windows, options));
        } catch (RuntimeException e) {
          say.accept(
              String.format(
                  Locale.ROOT, "A batch of %d windows %s.", windows, FailureText.reason(e)));
          break;
        }
      }
    }
    return List.copyOf(timings);
  }

  private static BenchmarkResult.BatchTiming timing(
      WindowModel network, int windows, BenchmarkOptions options) {
    var window = network.window();
    int side = window.side() == Window.WHOLE ? PaperResolution.SIDE : window.side();
    int values = 3 * side * side;
    var one = new float[values];
    window.normalization().write(TestPicture.image(side, side).pixels(), one, 0);
    var input = new float[windows * values];
    for (int i = 0; i < windows; i++) {
      System.arraycopy(one, 0, input, i * values, values);
    }
    int repetitions = Math.max(1, options.repetitions() / 4);
    var seconds = new double[WARM_UP + repetitions];
    for (int i = 0; i < seconds.length; i++) {
      long start = System.nanoTime();
      network.probabilities(input, windows, side, side);
      seconds[i] = (System.nanoTime() - start) / 1e9;
    }
    double[] warm = Arrays.copyOfRange(seconds, WARM_UP, seconds.length);
    Arrays.sort(warm);
    var used = CardMemory.used(options.compute().device());
    return new BenchmarkResult.BatchTiming(
        windows, warm[warm.length / 2] / windows, used.isPresent() ? used.getAsLong() : null);
  }
}
