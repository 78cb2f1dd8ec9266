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
import sc.fiji.sparsevit.evaluation.Calibration;
import sc.fiji.sparsevit.evaluation.CalibrationOptions;
import sc.fiji.sparsevit.evaluation.CalibrationOptions.Basis;
import sc.fiji.sparsevit.evaluation.CalibrationProfiles;
import sc.fiji.sparsevit.evaluation.ResultText;
import sc.fiji.sparsevit.help.MeasuringHelp;
import sc.fiji.sparsevit.progress.ProgressListener;

/** Finds the threshold for a wanted false-positive rate on the user's own untouched images. */
@Plugin(
    type = Command.class,
    label = "SparseViT Calibrate",
    visible = false,
    headless = true,
    priority = Priority.HIGH)
public final class CalibrateCommand extends ModelCommand {

  @Parameter(
      label = "Authentic images",
      description = MeasuringHelp.AUTHENTIC,
      style = CommandDialog.DIRECTORY,
      persist = false)
  private String authentic = "";

  @Parameter(label = "Profile name", description = MeasuringHelp.NAME, persist = false)
  private String name = "";

  @Parameter(
      label = "Maximum rate",
      description = MeasuringHelp.RATE,
      min = "0",
      max = "1",
      stepSize = "0.01",
      style = "slider,format:0.000",
      persist = false)
  private Object rate = CalibrationOptions.DEFAULT_RATE;

  @Parameter(
      label = "Rate of",
      description = MeasuringHelp.OF,
      choices = {"images", "pixels"},
      persist = false)
  private String of = Basis.IMAGES.toString();

  @Override
  String activity() {
    return "calibrating";
  }

  @Override
  String work(ProgressListener progress) throws IOException {
    var options =
        new CalibrationOptions(
            name.strip(),
            FilePath.of("authentic", authentic),
            (Double) rate,
            Basis.of(of),
            options());
    var profiles = CalibrationProfiles.ofUser().created();
    var calibration = withModel(localizer -> Calibration.run(localizer, options, progress));
    var file = profiles.save(calibration.profile());
    return Log.results(ResultText.of(calibration, file));
  }
}
