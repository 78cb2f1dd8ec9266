/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.batch.InputPatterns;
import sc.fiji.sparsevit.batch.PictureLocalizer;
import sc.fiji.sparsevit.batch.Screening;
import sc.fiji.sparsevit.batch.ScreeningOptions;
import sc.fiji.sparsevit.gpucheck.CheckBench.CheckPicture;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.report.RunRecordJson;

/** The same maps as on the CPU, in float32 and in short numbers, and the device rightly named. */
final class AgreementCheck implements DeviceCheck {

  /** Largest difference of a probability in float32. */
  private static final double TOLERANCE = 1e-3;

  /** Least agreement of all masks together in short numbers. */
  private static final double LEAST_IOU = 0.99;

  @Override
  public String title() {
    return "The same maps as on the CPU";
  }

  @Override
  public CheckOutcome run(CheckBench bench) throws Exception {
    var figures = bench.figures();
    var cpu = maps(bench, CheckBench.onCpu());
    var exact = maps(bench, bench.onDevice(PrecisionChoice.FLOAT32));
    var shorter = maps(bench, bench.onDevice(PrecisionChoice.AUTO));
    var exactDifference = compare(bench, cpu, exact, figures);
    var shorterDifference = compare(bench, cpu, shorter, figures);
    figures.put("with TF32 allowed", roundedProducts(bench, cpu));
    var recorded = recordedDevice(bench);
    figures.put("device in the run record", recorded);
    boolean named = recorded.equals(exact.device);
    boolean passed =
        exactDifference.largest() <= TOLERANCE && shorterDifference.iou() >= LEAST_IOU && named;
    return CheckOutcome.of(
        passed,
        String.format(
            Locale.ROOT,
            "%s: probabilities within %.2g of the CPU's (at most %.0e); %s: masks agree with an IoU"
                + " of %.4f (at least %.2f)%s.",
            exact.device,
            exactDifference.largest(),
            TOLERANCE,
            shorter.device,
            shorterDifference.iou(),
            LEAST_IOU,
            named ? "" : "; the run record names the device as " + recorded),
        figures);
  }

  /** What one way to compute made of all pictures. */
  private record ComputedMaps(String device, List<float[]> maps, double seconds) {}

  private static ComputedMaps maps(CheckBench bench, ComputeOptions compute) throws IOException {
    try (var localizer = bench.open(compute)) {
      bench.say(
          String.format(
              Locale.ROOT,
              "Localizing in %d pictures, %s.",
              bench.pictures().size(),
              localizer.device()));
      long start = System.nanoTime();
      var maps = new ArrayList<float[]>();
      for (var picture : bench.pictures()) {
        maps.add(map(localizer, picture));
      }
      return new ComputedMaps(localizer.device(), maps, (System.nanoTime() - start) / 1e9);
    }
  }

  static float[] map(ManipulationLocalizer localizer, CheckPicture picture) {
    var options = LocalizationOptions.networkAlone();
    var found = localizer.localize(picture.image(), options, ProgressListener.NONE);
    return (float[]) found.map().getPixels();
  }

  private static MapDifference compare(
      CheckBench bench, ComputedMaps cpu, ComputedMaps other, Map<String, Object> figures)
      throws IOException {
    var all = MapDifference.NONE;
    var byPicture = new LinkedHashMap<String, Object>();
    for (int i = 0; i < cpu.maps.size(); i++) {
      var one = MapDifference.between(cpu.maps.get(i), other.maps.get(i));
      byPicture.put(bench.pictures().get(i).name(), figures(one));
      all = all.and(one);
    }
    var together = figures(all);
    together.put("seconds", other.seconds);
    together.put("seconds on the CPU in float32", cpu.seconds);
    together.put("by picture", byPicture);
    figures.put(other.device, together);
    return all;
  }

  private static Map<String, Object> figures(MapDifference difference) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("largest difference of a probability", difference.largest());
    figures.put("mask IoU", difference.iou());
    figures.put("pixels in either mask", difference.either());
    return figures;
  }

  /** How far TF32 would be from float32: nothing here asks for it. */
  private static Object roundedProducts(CheckBench bench, ComputedMaps cpu)
      throws IOException, InterruptedException {
    bench.say("The same with TF32 allowed, in a process of its own.");
    var all = MapDifference.NONE;
    var maps = RoundedProducts.maps(bench);
    for (int i = 0; i < maps.size(); i++) {
      all = all.and(MapDifference.between(cpu.maps.get(i), maps.get(i)));
    }
    return figures(all);
  }

  /** What the run record of a screening says. */
  private static String recordedDevice(CheckBench bench) throws IOException {
    var results = bench.folder("screened");
    var picture = bench.pictures().get(0).file();
    try (var localizer = bench.open(bench.onDevice(PrecisionChoice.FLOAT32))) {
      new Screening(List.of(picture), InputPatterns.ALL, results, ScreeningOptions.defaults())
          .run(PictureLocalizer.of(localizer), ProgressListener.NONE, message -> {});
    }
    try (var files = Files.walk(results)) {
      for (var file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        try {
          return RunRecordJson.read(file).device();
        } catch (IOException noRecord) {
          // The table of the screening.
        }
      }
    }
    throw new IOException("the screening left no run record in " + results);
  }
}
