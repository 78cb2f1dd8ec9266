/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.IOException;
import org.scijava.Priority;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.sparsevit.evaluation.Evaluation;
import sc.fiji.sparsevit.evaluation.EvaluationOptions;
import sc.fiji.sparsevit.evaluation.ResultText;
import sc.fiji.sparsevit.help.MeasuringHelp;
import sc.fiji.sparsevit.image.ForgedMark;
import sc.fiji.sparsevit.progress.ProgressListener;

/** Measures a model on a data set of forged and authentic images. */
@Plugin(
    type = Command.class,
    label = "SparseViT Evaluate",
    visible = false,
    headless = true,
    priority = Priority.HIGH)
public final class EvaluateCommand extends RegionCommand {

  @Parameter(
      label = "Data set",
      description = MeasuringHelp.DATA,
      style = CommandDialog.DIRECTORY,
      persist = false)
  private String data = "";

  @Parameter(
      label = "Output folder",
      description = MeasuringHelp.OUTPUT,
      style = CommandDialog.DIRECTORY,
      persist = false)
  private String output = "";

  @Parameter(label = "Limit", description = MeasuringHelp.LIMIT, min = "0", persist = false)
  private Object limit = 0;

  @Parameter(
      label = "Robustness",
      description = MeasuringHelp.ROBUSTNESS,
      choices = {"no", "yes"},
      persist = false)
  private String robustness = "no";

  @Parameter(
      label = "Run",
      description = MeasuringHelp.RESUME,
      choices = {"new", "resume"},
      persist = false)
  private String run = "new";

  @Parameter(label = "Forged value", description = MeasuringHelp.FORGED_VALUE, persist = false)
  private String forged_value = ForgedMark.BRIGHT.text();

  @Override
  String activity() {
    return "measuring";
  }

  @Override
  String work(ProgressListener progress) throws IOException {
    var options =
        new EvaluationOptions(
            FilePath.of("data", data),
            FilePath.of("output", output),
            options(),
            (Integer) limit,
            robustness.equals("yes"),
            run.equals("resume"),
            new ForgedMark(forged_value));
    var summary = withModel(localizer -> Evaluation.run(localizer, options, progress));
    return Log.results(ResultText.of(summary, options.output()));
  }
}
