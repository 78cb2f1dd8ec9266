/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingEngineTest {

  @Test
  void withoutTheNativeLibraryTheRemedyIsSaid(@TempDir Path folder) throws Exception {
    var macro =
        Files.writeString(
            folder.resolve("test.ijm"),
            """
            newImage("ramp", "8-bit ramp", 160, 160, 1);
            run("SparseViT Manipulation Localization", "device=cpu");
            print("the macro went on");
            """);

    var outcome =
        OtherJvm.in(folder)
            .without("pytorch-native")
            .with("ENGINE_CACHE_DIR", folder.resolve("empty").toString())
            .with("DJL_OFFLINE", "true")
            .run(HeadlessMacro.class, macro.toString(), "");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.output())
        .contains("PyTorch's native library cannot be loaded")
        .contains("put the pytorch-native-cpu JAR")
        .doesNotContain("\tat ")
        .doesNotContain("the macro went on");
  }
}
