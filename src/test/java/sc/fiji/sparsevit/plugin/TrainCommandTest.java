/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import sc.fiji.sparsevit.training.TestSet;

class TrainCommandTest {

  @TempDir Path folder;

  @Test
  void trainsWithoutAScreenAndLeavesWeightsLogAndPlot() throws Exception {
    var data = TestSet.write(folder.resolve("data"), 1, 1, 90).toString();
    var run = folder.resolve("run");
    run(Map.of("data", data, "validation", data, "steps", 1, "output", run.toString()));

    assertThat(run.toFile().list())
        .contains("best.safetensors", "state.safetensors", "log.csv", "training_plot.png");
  }

  @Test
  void severalFoldersAreSeparatedAsInEveryOtherCommand() throws Exception {
    var one = folder.resolve("one").toString();
    var comma = Files.createDirectories(folder.resolve("two, three")).toString();

    assertThat(SeveralValues.paths("photos", one + "; " + comma))
        .containsExactly(Path.of(one), Path.of(comma));
    assertThat(SeveralValues.paths("photos", comma)).containsExactly(Path.of(comma));
    assertThat(SeveralValues.paths("photos", "")).isEmpty();
  }

  @Test
  void commasThatSeparatedThemEarlierStillDo() {
    assertThat(SeveralValues.paths("photos", "a, b,c"))
        .containsExactly(Path.of("a"), Path.of("b"), Path.of("c"));
  }

  @Test
  void everyParameterHasADescriptionAndAKindThatTheDialogShows() throws Exception {
    var module = new CommandModule(new CommandInfo(TrainCommand.class));
    assertThat(CommandParameter.of(module))
        .allSatisfy(
            parameter -> {
              assertThat(parameter.item().getDescription()).isNotBlank();
              assertThat(parameter.item().getType()).isIn(String.class, Object.class);
              assertThat(parameter.value()).isInstanceOfAny(String.class, Integer.class);
            });
  }

  private static void run(Map<String, Object> values) throws Exception {
    var module = new CommandModule(new CommandInfo(TrainCommand.class));
    values.forEach(module::setInput);
    module.run();
  }
}
