/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.Main;

/** Runs whole programs with the network cut off, where whoever asks for it is seen. */
class NetworkSilenceTest {

  private static final String SAMPLE =
      Path.of("sample-images", "copy-move-micrograph-16bit.tif").toAbsolutePath().toString();

  @TempDir Path folder;

  @Test
  void theFirstImageOfANewUserNeedsNoNetwork() throws Exception {
    // An empty cache: PyTorch is unpacked as on the first start.
    var outcome = run(emptyCache(), Main.class, "localize", SAMPLE, "--output", path("out"));

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    assertThat(outcome.output()).contains("for review").doesNotContain(CutOff.ASKED);
  }

  @Test
  void screeningAPdfNeedsNoNetwork() throws Exception {
    var pdf = Path.of("src/test/resources/cases/pdf_figure_in_3x4_tiles.pdf").toAbsolutePath();

    var outcome =
        run(
            OtherJvm.in(folder),
            Main.class,
            "batch",
            "--input",
            pdf.toString(),
            SAMPLE,
            "--output",
            path("results"));

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    assertThat(outcome.output()).contains("report.html").doesNotContain(CutOff.ASKED);
    assertThat(folder.resolve("results/report.html")).isNotEmptyFile();
  }

  @Test
  void aMacroInImageJNeedsNoNetwork() throws Exception {
    var macro =
        Files.writeString(
            folder.resolve("test.ijm"),
            """
            run("Try a Sample Image");
            print("regions: " + Overlay.size);
            run("SparseViT Fault Report");
            """);

    var outcome = run(OtherJvm.in(folder), HeadlessMacro.class, macro.toString(), "");

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    assertThat(outcome.output())
        .containsPattern("regions: [1-9]")
        .contains("self-test: passed")
        .doesNotContain(CutOff.ASKED);
  }

  @Test
  void whereNoPyTorchIsInstalledNoneIsDownloadedUnasked() throws Exception {
    var outcome =
        run(
            emptyCache().without("pytorch-native"),
            Main.class,
            "localize",
            SAMPLE,
            "--output",
            path("out"));

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output())
        .contains("put the pytorch-native-cpu JAR")
        .doesNotContain(CutOff.ASKED);
  }

  /** DJL does by itself; if this fails, the other tests see nothing. */
  @Test
  void whoAsksForTheNetworkIsSeen() throws Exception {
    var outcome = run(OtherJvm.in(folder).with("DJL_OFFLINE", "false"), Main.class, "diagnose");

    assertThat(outcome.output()).contains(CutOff.ASKED);
  }

  private OtherJvm emptyCache() {
    return OtherJvm.in(folder).with("ENGINE_CACHE_DIR", path("cache"));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static OtherJvm.Outcome run(OtherJvm jvm, Class<?> main, String... arguments)
      throws Exception {
    var all = Stream.concat(Stream.of(main.getName()), Stream.of(arguments));
    return jvm.run(CutOff.class, all.toArray(String[]::new));
  }
}
