/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import sc.fiji.sparsevit.gpucheck.CheckBench.CheckPicture;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.inference.EngineContext;
import sc.fiji.sparsevit.inference.PointWindow;
import sc.fiji.sparsevit.inference.SparseVitWindow;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.network.matching.SelfMatcher;

/** The search for copies pairs the same places as on the CPU. */
final class CopiesCheck implements DeviceCheck {

  /** Ties may fall to the other side. */
  private static final double LEAST_SHARE = 0.999;

  @Override
  public String title() {
    return "The same copies as on the CPU";
  }

  @Override
  public CheckOutcome run(CheckBench bench) throws IOException {
    var byPicture = new LinkedHashMap<String, Object>();
    long tokens = 0;
    long same = 0;
    double onDevice = 0;
    double onCpu = 0;
    try (var cpu = Devices.open(DeviceChoice.CPU, warning -> {});
        var device = Devices.open(bench.device(), bench::say)) {
      for (var picture : bench.pictures()) {
        var reference = matches(cpu, picture);
        var other = matches(device, picture);
        int equal = 0;
        for (int i = 0; i < other.partners.length; i++) {
          equal += other.partners[i] == reference.partners[i] ? 1 : 0;
        }
        byPicture.put(
            picture.name(),
            String.format(Locale.ROOT, "%d of %d", equal, reference.partners.length));
        same += equal;
        tokens += reference.partners.length;
        onCpu += reference.seconds;
        onDevice += other.seconds;
      }
    }
    var figures = bench.figures();
    figures.put("places paired alike", same);
    figures.put("places", tokens);
    figures.put("seconds a window", onDevice / bench.pictures().size());
    figures.put("seconds a window on the CPU", onCpu / bench.pictures().size());
    figures.put("by picture", byPicture);
    return CheckOutcome.of(
        same >= LEAST_SHARE * tokens,
        String.format(
            Locale.ROOT,
            "%d of %d places have the same partner (at least %.1f %%).",
            same,
            tokens,
            100 * LEAST_SHARE),
        figures);
  }

  private record SearchResult(long[] partners, double seconds) {}

  /** In one window in the picture's middle; the second time, for the first one warms up. */
  private static SearchResult matches(NDManager manager, CheckPicture picture) {
    search(manager, picture);
    return search(manager, picture);
  }

  private static SearchResult search(NDManager manager, CheckPicture picture) {
    var wanted = SparseVitWindow.of(SparseVitConfig.lite());
    var image = picture.image();
    var window = PointWindow.around(image, wanted, image.width() / 2, image.height() / 2);
    float[] input = window.input(wanted);
    return EngineContext.call(
        () -> {
          try (var scratch = manager.newSubManager()) {
            long start = System.nanoTime();
            var array = scratch.create(input, new Shape(1, 3, window.height(), window.width()));
            long[] partners =
                SelfMatcher.match(array, SparseVit.DEVIATIONS).partners().toLongArray();
            return new SearchResult(partners, (System.nanoTime() - start) / 1e9);
          }
        });
  }
}
