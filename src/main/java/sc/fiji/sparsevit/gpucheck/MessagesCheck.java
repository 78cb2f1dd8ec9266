/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Map;
import java.util.function.Supplier;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.benchmark.TestPicture;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.DeviceChoice.DeviceKind;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.inference.EngineContext;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.io.FailureText;
import sc.fiji.sparsevit.progress.ProgressListener;

/** A device that is not there, and a card without memory left, end in a sentence. */
final class MessagesCheck implements DeviceCheck {

  private static final int NO_SUCH_GPU = 99;

  /** Of an array that helps to fill the card: 256 MB. */
  private static final long VALUES = 1L << 26;

  /** A fault of the program says so in these words. */
  private static final String UNEXPECTED = "unexpectedly";

  /** Of a picture that takes several batches of windows, or one after the other. */
  private static final int SIDE = 2000;

  @Override
  public String title() {
    return "Messages";
  }

  @Override
  public CheckOutcome run(CheckBench bench) throws IOException {
    var figures = bench.figures();
    boolean passed = missingDevice(bench, figures);
    if (bench.isGpu()) {
      passed &= fullCard(bench, figures);
    } else {
      figures.put("a card without memory left", "not possible here: the CPU is no card");
    }
    return CheckOutcome.of(
        passed,
        passed
            ? "Every failure was reported in a sentence."
            : "A failure was not reported, or not in a sentence; see the numbers.",
        figures);
  }

  /** The CPU takes over, and says so once. */
  private static boolean missingDevice(CheckBench bench, Map<String, Object> figures)
      throws IOException {
    var missing = new DeviceChoice(DeviceKind.GPU, NO_SUCH_GPU);
    var warnings = new ArrayList<String>();
    var compute = bench.onDevice(PrecisionChoice.FLOAT32).withDevice(missing);
    try (var localizer =
        ManipulationLocalizer.open(bench.options().model(), compute, warnings::add)) {
      figures.put("told about " + missing, String.join(" ", warnings));
      figures.put("then computes", localizer.device());
      return warnings.size() == 1 && localizer.device().startsWith("cpu");
    }
  }

  /** Fills the card, and then frees of it what little a picture of many windows needs. */
  private static boolean fullCard(CheckBench bench, Map<String, Object> figures)
      throws IOException {
    bench.say("Filling the card.");
    var compute = bench.onDevice(PrecisionChoice.FLOAT32);
    try (var localizer = bench.open(compute);
        var manager = Devices.open(bench.device(), bench::say)) {
      var picture = TestPicture.image(SIDE, SIDE);
      Supplier<String> work =
          () ->
              sentence(
                  () ->
                      localizer.localize(
                          picture, LocalizationOptions.networkAlone(), ProgressListener.NONE));
      var filled = new ArrayDeque<NDArray>();
      var full = sentence(() -> fill(manager, filled));
      var nothing = work.get();
      figures.put("told about an array", full);
      figures.put("gigabytes taken", filled.size() * VALUES * Float.BYTES / 1e9);
      figures.put("told about a picture with nothing free", nothing);
      int freed = 0;
      var answer = nothing;
      while (!answer.isEmpty() && !filled.isEmpty()) {
        filled.removeLast().close();
        freed++;
        answer = work.get();
      }
      figures.put(
          "gigabytes free when a picture of many windows could be localized in",
          freed * VALUES * Float.BYTES / 1e9);
      boolean told = isSentence(full) && (nothing.isEmpty() || isSentence(nothing));
      return told && answer.isEmpty();
    }
  }

  private static void fill(NDManager manager, Deque<NDArray> filled) {
    EngineContext.call(
        () -> {
          while (true) {
            var array = manager.zeros(new Shape(VALUES));
            // Only what is read back is known to be there.
            array.get("0:1").toFloatArray();
            filled.add(array);
          }
        });
  }

  private static boolean isSentence(String told) {
    return !told.isEmpty() && !told.contains(UNEXPECTED) && told.lines().count() == 1;
  }

  /** What a failure is reported as; empty if there is none. */
  private static String sentence(Runnable work) {
    try {
      work.run();
      return "";
    } catch (RuntimeException e) {
      return FailureText.sentence(e);
    }
  }
}
