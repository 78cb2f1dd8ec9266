/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.sparsevit.copies.Keypoint;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Measures how the index grows: of real pictures of a screening and, beyond those, of pictures that
 * are put together from keypoints of real ones, each from another.
 *
 * <pre>ReuseGrowth JOURNAL_FOLDER COUNT...</pre>
 */
public final class ReuseGrowth {
  private static final int ASKED = 200;

  private ReuseGrowth() {}

  public static void main(String[] arguments) throws IOException {
    var real = new ArrayList<MixedPictures.Real>();
    try (var files = Files.list(Path.of(arguments[0]))) {
      files
          .filter(file -> file.toString().endsWith(".features"))
          .sorted()
          .forEach(file -> real.add(() -> PictureFeatures.read(file)));
    }
    var pool = new ArrayList<Keypoint>();
    for (var file : real.subList(0, Math.min(400, real.size()))) {
      file.read().panels().forEach(p -> pool.addAll(p.features().keypoints()));
    }
    for (int i = 1; i < arguments.length; i++) {
      measure(real, pool, Integer.parseInt(arguments[i]));
    }
  }

  private static void measure(List<MixedPictures.Real> real, List<Keypoint> pool, int count)
      throws IOException {
    var pictures = new MixedPictures(real, pool, count);
    var file = Files.createTempFile("growth", ".index");
    double start = cpu();
    var numbers = WordIndex.write(file, pictures, ProgressListener.NONE);
    double built = cpu() - start;
    long candidates = 0;
    int panels = 0;
    start = cpu();
    try (var index = WordIndex.open(file)) {
      for (int i = 0; i < Math.min(ASKED, count); i++) {
        int picture = (int) ((long) i * Math.min(count, real.size()) / Math.min(ASKED, count));
        for (var panel : pictures.features(picture).panels()) {
          candidates += new Query(index).candidates(panel.features()).size();
          panels++;
        }
      }
    }
    double asked = (cpu() - start) / panels;
    System.out.printf(
        "%d pictures, %d panels: index %.1f s of CPU time (%.1f ms each), %d MB; a panel's question"
            + " %.1f ms, %.1f candidates%n",
        count,
        numbers.total(),
        built,
        1000 * built / count,
        Files.size(file) >> 20,
        1000 * asked,
        (double) candidates / panels);
    Files.delete(file);
  }

  private static double cpu() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }
}
