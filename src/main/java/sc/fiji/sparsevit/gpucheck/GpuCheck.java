/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import sc.fiji.sparsevit.Version;
import sc.fiji.sparsevit.gpucheck.CheckOutcome.CheckVerdict;
import sc.fiji.sparsevit.gpucheck.CheckReport.DoneCheck;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.io.FailureText;
import sc.fiji.sparsevit.io.TemporaryFiles;
import sc.fiji.sparsevit.model.Models;
import sc.fiji.sparsevit.report.LineChart;

/**
 * Makes all checks of a device, one after the other; the files are rewritten after each, so that
 * nothing is lost of a run that ends early.
 */
public final class GpuCheck {

  private final GpuCheckOptions options;
  private final Path output;
  private final Consumer<String> say;

  /**
   * @param output folder for the results; created if missing
   * @param say told, in a sentence, what is being checked, and what came of it
   */
  public GpuCheck(GpuCheckOptions options, Path output, Consumer<String> say) {
    this.options = options;
    this.output = output;
    this.say = say;
  }

  /**
   * @throws IOException when the results cannot be written
   * @throws IllegalStateException when the device that was asked for does not compute
   */
  public CheckReport run() throws IOException, InterruptedException {
    var device = device();
    var identity = Models.describe(options.model());
    var machine = CheckedMachine.describe();
    var done = new ArrayList<DoneCheck>();
    var charts = new ArrayList<List<LineChart>>();
    var scratch = TemporaryFiles.folder();
    // What hangs in a driver cannot be interrupted: it is left behind.
    var worker = Executors.newSingleThreadExecutor(GpuCheck::daemon);
    CheckReport report = null;
    try {
      var bench = new CheckBench(options, device, scratch, say);
      for (var kind : options.checks()) {
        var check = kind.check();
        bench.begin();
        bench.say("Checking: " + check.title() + ".");
        long start = System.nanoTime();
        var outcome = outcome(check, bench, worker);
        done.add(DoneCheck.of(check.title(), outcome, (System.nanoTime() - start) / 1e9));
        charts.add(outcome.charts());
        say.accept(check.title() + ": " + outcome.verdict() + ". " + outcome.sentence());
        report =
            new CheckReport(
                Version.NAME + " " + Version.current(),
                device.toString(),
                bench.isGpu() ? "the CPU" : "the CPU with itself, so no GPU was checked",
                identity.name(),
                identity.sha256(),
                machine,
                List.copyOf(done));
        GpuCheckFiles.write(report, charts, output);
      }
      return report;
    } finally {
      worker.shutdownNow();
      delete(scratch);
    }
  }

  /** The one that was asked for, or that {@code auto} comes to. */
  private DeviceChoice device() {
    var warnings = new ArrayList<String>();
    try (var manager = Devices.open(options.device(), warnings::add)) {
      if (!warnings.isEmpty()) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "%s cannot be checked: %s",
                options.device(),
                String.join(" ", warnings).replace(Devices.INSTEAD, "")));
      }
      return DeviceChoice.of(Devices.name(manager.getDevice()));
    }
  }

  private static CheckOutcome outcome(DeviceCheck check, CheckBench bench, ExecutorService worker)
      throws InterruptedException {
    long left = bench.left().toMillis();
    if (left == 0) {
      return CheckOutcome.of(
          CheckVerdict.IMPOSSIBLE, "The time limit was reached before this check.", Map.of());
    }
    var running = worker.submit(() -> check.run(bench));
    try {
      return running.get(left, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      running.cancel(true);
      return CheckOutcome.of(
          CheckVerdict.IMPOSSIBLE,
          "The time limit was reached during this check; allow more time. Last step: "
              + bench.said(),
          bench.figures());
    } catch (ExecutionException e) {
      return CheckOutcome.of(CheckVerdict.FAILED, FailureText.sentence(e) + ".", bench.figures());
    }
  }

  private static void delete(Path scratch) {
    try {
      TemporaryFiles.delete(scratch);
    } catch (IOException e) {
      // A check that was left behind still writes there.
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "sparsevit-gpu-check");
    thread.setDaemon(true);
    return thread;
  }
}
