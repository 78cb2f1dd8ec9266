/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleException;

/** Holds the table of parameters in docs/fiji.md to the commands. */
class ParameterTableTest {
  private static final Path PAGE = Path.of("docs", "fiji.md");
  private static final String START =
      "<!-- The tables are made from the code, see ParameterTableTest. -->\n";
  private static final String END = "<!-- End of the tables -->\n";

  /** Writes the tables anew: run this from the top folder when a parameter has changed. */
  public static void main(String[] arguments) throws IOException {
    var page = Files.readString(PAGE);
    var before = page.substring(0, page.indexOf(START) + START.length());
    Files.writeString(PAGE, before + tables() + page.substring(page.indexOf(END)));
  }

  @Test
  void thePageHasEveryParameterAsItIs() throws IOException {
    var page = Files.readString(PAGE);

    assertThat(page.substring(page.indexOf(START) + START.length(), page.indexOf(END)))
        .as("run ParameterTableTest.main")
        .isEqualTo(tables());
  }

  private static String tables() {
    return DoorsTest.commands().stream()
        .sorted(Comparator.comparing(CommandInfo::getLabel))
        .map(ParameterTableTest::table)
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  private static String table(CommandInfo info) {
    try {
      var rows =
          CommandParameter.of(new CommandModule(info)).stream()
              .map(ParameterTableTest::row)
              .collect(Collectors.joining());
      var results = new StringBuilder();
      info.outputs()
          .forEach(
              item ->
                  results.append(
                      "- `%s` (%s): %s\n"
                          .formatted(
                              item.getName(),
                              item.getType().getSimpleName(),
                              item.getDescription())));
      return "### %s\n\nClass `%s`.\n\n| key | values | default | meaning |\n|---|---|---|---|\n%s\nResults for scripts:\n\n%s"
          .formatted(info.getLabel(), info.getDelegateClassName(), rows, results);
    } catch (ModuleException e) {
      throw new AssertionError(e);
    }
  }

  private static String row(CommandParameter parameter) {
    var standard = parameter.defaultValue().toString();
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            parameter.name(),
            values(parameter),
            standard.isEmpty() ? "" : "`" + standard + "`",
            parameter.item().getDescription().replace("|", "\\|"));
  }

  private static String values(CommandParameter parameter) {
    if (parameter.isNumber()) {
      return (parameter.isWhole() ? "whole number " : "number ") + parameter.range();
    }
    return parameter.isText()
        ? "text"
        : parameter.choices().stream()
            .map(choice -> "`" + choice + "`")
            .collect(Collectors.joining(", "));
  }
}
