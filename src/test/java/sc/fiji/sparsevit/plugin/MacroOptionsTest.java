/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.plugin.frame.Recorder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleException;

class MacroOptionsTest {

  @Test
  void pairsSetTheirParametersAndLeaveTheOthers() throws ModuleException {
    var parameters = parameters();

    MacroOptions.apply(" threshold=0.25  min_area=7 mode=paper ", parameters);

    assertThat(values(parameters))
        .containsEntry("threshold", 0.25)
        .containsEntry("min_area", 7)
        .containsEntry("mode", "paper")
        .containsEntry("model", "lite")
        .containsEntry("stack", "current");
  }

  @Test
  void aValueInBracketsMayHoldBlanksBracketsAndEqualSigns() throws ModuleException {
    var parameters = parameters();

    MacroOptions.apply("model=[/my models/a=b [1].pth] threshold=1", parameters);

    assertThat(values(parameters))
        .containsEntry("model", "/my models/a=b [1].pth")
        .containsEntry("threshold", 1.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "treshold=0.5 | there is no option \"treshold\"",
        "Threshold=0.5 | there is no option \"Threshold\"",
        "image=1 | there is no option \"image\"",
        "threshold=2 | threshold is a number from 0.0 to 1.0, not \"2\"",
        "threshold=NaN | threshold is a number from 0.0 to 1.0, not \"NaN\"",
        "threshold=0,5 | threshold is a number from 0.0 to 1.0, not \"0,5\"",
        "threshold= | threshold is a number from 0.0 to 1.0, not \"\"",
        "min_area=-1 | min_area is a whole number from 0, not \"-1\"",
        "min_area=1.5 | min_area is a whole number from 0, not \"1.5\"",
        "mode=fast | mode is native, thorough, or paper, not \"fast\"",
        "device=tpu | device is auto, cpu, or gpu, not \"tpu\"",
        "precision=half | precision is float32 or auto, not \"half\"",
        "stack=true | stack is current or all, not \"true\"",
        "stack | the option \"stack\" does not have the form key=value",
        "mode=paper mode=native | the option \"mode\" is given twice",
        "model=[a b | the value of \"model\" has no closing bracket",
      })
  void whatIsNotUnderstoodIsNamed(String options, String sentence) throws ModuleException {
    var parameters = parameters();

    assertThatThrownBy(() -> MacroOptions.apply(options, parameters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(sentence);
  }

  @Test
  void whatIsRecordedMeansTheSameAgain() throws ModuleException {
    var parameters = parameters();
    MacroOptions.apply("threshold=0.75 model=[/my models/m.pth] stack=all", parameters);
    Recorder.record = true;
    try {
      MacroOptions.record(parameters);
      var again = parameters();
      MacroOptions.apply(Recorder.getCommandOptions(), again);

      assertThat(values(again)).isEqualTo(values(parameters));
    } finally {
      Recorder.record = false;
      Recorder.resetCommandOptions();
    }
  }

  private static List<CommandParameter> parameters() throws ModuleException {
    return CommandParameter.of(new CommandModule(new CommandInfo(LocalizeCommand.class)));
  }

  private static Map<String, Object> values(List<CommandParameter> parameters) {
    return parameters.stream()
        .collect(Collectors.toMap(CommandParameter::name, CommandParameter::value));
  }
}
