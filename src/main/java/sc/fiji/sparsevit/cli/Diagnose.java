/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.diagnosis.Diagnosis;

@Command(
    name = "diagnose",
    description =
        "Prints what a bug report needs: versions, the machine, and the result of a self-test on a"
            + " built-in image. It contains nothing from your images and is not sent anywhere.",
    mixinStandardHelpOptions = true)
final class Diagnose implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var diagnosis = Diagnosis.run();
    spec.commandLine().getOut().print(diagnosis.text());
    spec.commandLine().getOut().flush();
    return diagnosis.passed() ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
