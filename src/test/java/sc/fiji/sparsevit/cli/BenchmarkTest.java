/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkTest {
  @TempDir Path folder;

  @Test
  void aConfigurationIsMeasuredWithoutAModelInAJvmOfItsOwn() throws Exception {
    var terminal =
        Terminal.run(
            "benchmark", "--output", folder, "--config", "lite", "--measure", "start,memory");

    assertThat(terminal.exitCode()).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("First map saved", "benchmark.html");
    var json = JsonParser.parseString(Files.readString(folder.resolve("benchmark.json")));
    var result = json.getAsJsonObject();
    assertThat(result.getAsJsonObject("start").get("seconds").getAsDouble()).isPositive();
    assertThat(result.has("window")).isFalse();
    if (Files.exists(Path.of("/proc/self/status"))) {
      var memory = result.getAsJsonObject("memory");
      assertThat(memory.get("beyond_heap_bytes").getAsLong()).isPositive();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--measure=speed, not \"speed\"",
    "--config=huge, there is no configuration huge",
    "--precision=half, not \"half\"",
  })
  void wrongUsageIsSaidInASentenceThatNamesTheValue(String option, String sentence) {
    var terminal = Terminal.run("benchmark", "--output", folder, option);

    assertThat(terminal.exitCode()).isEqualTo(2);
    assertThat(terminal.err()).contains(sentence);
  }
}
