/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.Version;
import sc.fiji.sparsevit.benchmark.BenchmarkResult.ProductRates;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.inference.Looks;
import sc.fiji.sparsevit.inference.NativeResolution;
import sc.fiji.sparsevit.inference.script.ProductRate;
import sc.fiji.sparsevit.io.TemporaryFiles;
import sc.fiji.sparsevit.model.Models;
import sc.fiji.sparsevit.model.OpenModel;
import sc.fiji.sparsevit.network.Cost;
import sc.fiji.sparsevit.progress.ProgressListener;

/** Measures a model on this machine. */
public final class BenchmarkRun {

  private static final int SIDE = 512;

  /** The first runs are slower: the engine settles on its kernels. */
  private static final int WARM_UP = 3;

  private final BenchmarkOptions options;
  private final Consumer<String> say;

  /**
   * @param say told, in a sentence, what is being measured and what had to be left out
   */
  public BenchmarkRun(BenchmarkOptions options, Consumer<String> say) {
    this.options = options;
    this.say = say;
  }

  /**
   * @throws IOException if the model cannot be opened or there is no room for pictures to measure
   *     with
   */
  public BenchmarkResult run() throws IOException, InterruptedException {
    var folder = TemporaryFiles.folder();
    try {
      // In JVMs of their own, and first: this one would take memory and processors from them.
      var start = wants(Measurement.START) ? FirstMap.measure(options, folder) : null;
      var memory = memory(folder);
      try (var model = Models.open(options.model(), options.compute(), say)) {
        var device = model.network().device();
        // Of no use beside a GPU, and slow where there are many processors.
        var rates = device.startsWith("cpu") ? rates() : null;
        var window = wants(Measurement.WINDOW) ? window(model, rates) : null;
        var batches = wants(Measurement.BATCHES) ? BatchTimings.measure(options, say) : null;
        var sizes = wants(Measurement.SIZES) ? sizes(model) : null;
        var throughput = folder(folder);
        return new BenchmarkResult(
            Version.current(),
            BenchmarkResult.Machine.current(),
            model.identity().name(),
            options.compute().precision().toString(),
            device,
            rates,
            window,
            batches,
            sizes,
            throughput,
            start,
            memory);
      }
    } finally {
      TemporaryFiles.delete(folder);
    }
  }

  private boolean wants(Measurement measurement) {
    if (options.measurements().contains(measurement)) {
      say.accept("Measuring: " + measurement + ".");
      return true;
    }
    return false;
  }

  private BenchmarkResult.Memory memory(Path folder) throws IOException, InterruptedException {
    if (!wants(Measurement.MEMORY)) {
      return null;
    }
    if (!MemoryProbe.isPossible()) {
      say.accept("Memory is not measured: this system does not report the peak of a process.");
      return null;
    }
    return MemoryProbe.measure(options, folder);
  }

  private BenchmarkResult.Folder folder(Path folder) throws IOException {
    if (!wants(Measurement.FOLDER)) {
      return null;
    }
    try (var localizer = ManipulationLocalizer.open(options.model(), options.compute(), say)) {
      return FolderThroughput.measure(localizer, options, folder);
    }
  }

  private ProductRates rates() throws IOException {
    say.accept("Measuring matrix products.");
    var oneDnn = ProductRate.oneDnn();
    var bfloat16 = ProductRate.bfloat16();
    return new ProductRates(
        ProductRate.float32(),
        oneDnn.isPresent() ? oneDnn.getAsDouble() : null,
        bfloat16.isPresent() ? bfloat16.getAsDouble() : null);
  }

  private BenchmarkResult.SingleWindow window(OpenModel model, ProductRates rates) {
    var cost = model.identity().architecture().cost(SIDE, SIDE);
    double[] seconds = singleWindows(model);
    double fastest = seconds[0];
    double median = seconds[seconds.length / 2];
    if (cost.isEmpty()) {
      return new BenchmarkResult.SingleWindow(null, median, fastest, null);
    }
    double operations = 2e-9 * Cost.total(cost).products();
    return new BenchmarkResult.SingleWindow(
        operations, median, fastest, rates == null ? null : operations / fastest / rates.float32());
  }

  /** In increasing order. */
  private double[] singleWindows(OpenModel model) {
    var picture = TestPicture.image(SIDE, SIDE);
    return DoubleStream.generate(() -> seconds(model, picture, ProgressListener.NONE))
        .limit(WARM_UP + options.repetitions())
        .skip(WARM_UP)
        .sorted()
        .toArray();
  }

  private List<BenchmarkResult.SizeTiming> sizes(OpenModel model) {
    var sizes = new ArrayList<BenchmarkResult.SizeTiming>();
    for (int megapixels : options.megapixels()) {
      int side = (int) Math.round(1000 * Math.sqrt(megapixels));
      double[] single = singleWindows(model);
      var windows = new long[1];
      double seconds =
          seconds(model, TestPicture.image(side, side), (done, total) -> windows[0] = total);
      double each = seconds / windows[0];
      sizes.add(
          new BenchmarkResult.SizeTiming(
              megapixels, windows[0], each, each / single[single.length / 2]));
    }
    return List.copyOf(sizes);
  }

  /** Of one look: whether a second one follows depends on what the model thinks of the picture. */
  private static double seconds(OpenModel model, RgbImage picture, ProgressListener listener) {
    long start = System.nanoTime();
    NativeResolution.localize(model.network(), picture, Looks.ONE, listener);
    return (System.nanoTime() - start) / 1e9;
  }
}
