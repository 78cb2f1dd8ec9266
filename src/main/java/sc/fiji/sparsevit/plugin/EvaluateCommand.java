/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.IOException;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.sparsevit.evaluation.Evaluation;
import sc.fiji.sparsevit.evaluation.EvaluationOptions;
import sc.fiji.sparsevit.evaluation.ResultText;
import sc.fiji.sparsevit.inference.ProgressListener;

/** Measures a model on a data set of forged and authentic images. */
@Plugin(
    type = Command.class,
    headless = true,
    menu = {
      @Menu(label = "Plugins"),
      @Menu(label = "Forensics"),
      @Menu(label = "SparseViT Evaluate")
    })
public final class EvaluateCommand extends MeasuringCommand {

  @Parameter(
      label = "Data set",
      description =
          "A folder with Tp and Gt, or Au, or all three; or a JSON list of images and masks.",
      style = CommandDialog.DIRECTORY,
      persist = false)
  private String data = "";

  @Parameter(
      label = "Output folder",
      description = "Gets metrics.json, per_image.csv and report.html.",
      style = CommandDialog.DIRECTORY,
      persist = false)
  private String output = "";

  @Parameter(
      label = "Threshold",
      description = "Pixels with a higher probability than this count as flagged.",
      min = "0",
      max = "1",
      stepSize = "0.01",
      style = "slider,format:0.00",
      persist = false)
  private double threshold = 0.5;

  @Parameter(
      label = "Limit",
      description = "At most so many forged and so many authentic images; 0 for all.",
      min = "0",
      persist = false)
  private int limit = 0;

  @Parameter(
      label = "Robustness",
      description = "yes: also under blur, noise and JPEG compression, which takes far longer.",
      choices = {"no", "yes"},
      persist = false)
  private String robustness = "no";

  @Parameter(
      label = "Run",
      description = "new, or resume the one in the output folder with the same values.",
      choices = {"new", "resume"},
      persist = false)
  private String run = "new";

  @Override
  ResultText measure(ProgressListener progress) throws IOException {
    var options =
        new EvaluationOptions(
            FilePath.of("data", data),
            FilePath.of("output", output),
            options().withThreshold(threshold),
            limit,
            robustness.equals("yes"),
            run.equals("resume"));
    var summary = withModel(localizer -> Evaluation.run(localizer, options, progress));
    return ResultText.of(summary, options.output());
  }
}
