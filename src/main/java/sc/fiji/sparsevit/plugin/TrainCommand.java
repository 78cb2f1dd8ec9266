/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.scijava.Priority;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.help.ModelHelp;
import sc.fiji.sparsevit.help.TrainingHelp;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.training.TrainingPlan;
import sc.fiji.sparsevit.training.TrainingPreset;
import sc.fiji.sparsevit.training.TrainingRun;

/** Trains a model on a lab's own photographs or data sets, with a plot that grows. */
@Plugin(
    type = Command.class,
    label = "SparseViT Train",
    visible = false,
    headless = true,
    priority = Priority.HIGH)
public final class TrainCommand extends ForensicCommand {

  private static final double HALF = 0.5;

  @Parameter(
      label = "Photographs",
      description = TrainingHelp.PHOTOS + SeveralValues.HELP,
      style = CommandDialog.DIRECTORY,
      required = false,
      persist = false)
  private String photos = "";

  @Parameter(
      label = "Data set",
      description =
          TrainingHelp.DATA
              + SeveralValues.HELP
              + " If photographs are given, too, half of the samples come from each.",
      style = CommandDialog.FILE,
      required = false,
      persist = false)
  private String data = "";

  @Parameter(
      label = "Validation set",
      description = TrainingHelp.VALIDATION,
      style = CommandDialog.FILE,
      required = false,
      persist = false)
  private String validation = "";

  @Parameter(
      label = "Preset",
      description = TrainingHelp.PRESET,
      choices = {"lite", "paper"},
      persist = false)
  private String preset = TrainingPreset.LITE.toString();

  @Parameter(
      label = "Initial weights",
      description = TrainingHelp.FROM,
      style = CommandDialog.FILE,
      persist = false)
  private String from = ModelCatalog.DEFAULT;

  @Parameter(
      label = "Steps",
      description = TrainingHelp.STEPS + " About 1.5 s each on a laptop with lite.",
      min = "1",
      persist = false)
  private Object steps = (int) TrainingPreset.LITE.steps();

  @Parameter(
      label = "Device",
      description = ModelHelp.DEVICE,
      choices = {"auto", "cpu", "gpu"},
      persist = false)
  private String device = ComputeOptions.defaults().device().toString();

  @Parameter(
      label = "Output folder",
      description = TrainingHelp.OUTPUT,
      style = CommandDialog.DIRECTORY,
      persist = false)
  private String output = "";

  @Parameter(
      label = "Run",
      description = TrainingHelp.RESUME,
      choices = {"new", "resume"},
      persist = false)
  private String run = "new";

  @Override
  String activity() {
    return "training";
  }

  @Override
  String work(ProgressListener progress) throws IOException {
    var plan = plan();
    var watch = new TrainingWindow(plan, progress);
    try {
      if (run.equals("resume")) {
        TrainingRun.resume(plan, watch, watch::note);
      } else {
        TrainingRun.start(plan, watch, watch::note);
      }
      return watch.ended();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException(e.getMessage());
    } finally {
      watch.finish();
    }
  }

  private TrainingPlan plan() {
    var way = TrainingPreset.of(preset);
    return new TrainingPlan(
        way,
        SeveralValues.paths("photos", photos),
        SeveralValues.paths("data", data),
        HALF,
        validation.isBlank()
            ? Optional.empty()
            : Optional.of(FilePath.of("validation", validation)),
        from.strip(),
        Optional.empty(),
        way.size(),
        false,
        way.options((Integer) steps),
        DeviceChoice.of(device),
        FilePath.of("output", output));
  }
}
