/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.sparsevit.progress.ProgressListener;

/** A screening in a process of its own. */
final class ScreeningProcess {
  private ScreeningProcess() {}

  /**
   * @param wrapper what the command line of Java is given to; empty for nothing
   */
  static Process start(List<String> wrapper, Path inputs, Path results) throws IOException {
    return start(wrapper, inputs, results, null);
  }

  /**
   * @param wrapper what the command line of Java is given to; empty for nothing
   * @param archive to compare with and to add to; null for none
   */
  static Process start(List<String> wrapper, Path inputs, Path results, Path archive)
      throws IOException {
    var command = new ArrayList<>(wrapper);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            ScreeningProcess.class.getName(),
            inputs.toString(),
            results.toString()));
    if (archive != null) {
      command.add(archive.toString());
    }
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Says when it starts and, at the end, how many pictures it localized. */
  public static void main(String[] folders) throws IOException {
    var localizer = new BrightnessLocalizer(BrightnessLocalizer.SHA256, 25);
    System.out.println("started");
    var inputs = List.of(Path.of(folders[0]));
    var reuse = folders.length > 2 ? new ReuseOptions(true, folders[2], false) : ReuseOptions.ON;
    var options = ScreeningOptions.defaults().withReuse(reuse);
    var summary =
        new Screening(inputs, InputPatterns.ALL, Path.of(folders[1]), options)
            .run(localizer, ProgressListener.NONE, sentence -> {});
    System.out.println(localizer.localized);
    System.exit(summary.problems().isEmpty() ? 0 : 1);
  }
}
