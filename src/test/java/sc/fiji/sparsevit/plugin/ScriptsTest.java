/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.run.RunService;
import org.scijava.script.ScriptService;
import org.scijava.thread.ThreadService;

/** What a script gets, in the languages that people script Fiji in. */
class ScriptsTest {
  private final Context context =
      new Context(CommandService.class, ModuleService.class, ScriptService.class, RunService.class);
  private final ImagePlus image = TestImages.forged();

  @TempDir private Path folder;

  @AfterEach
  void dispose() {
    WindowManager.setTempCurrentImage(null);
    context.dispose();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localize.groovy", "localize.py"})
  void theExamplesRun(String script) throws Exception {
    var scripts = context.service(ScriptService.class);
    scripts.addAlias(ImagePlus.class); // as in Fiji

    var module = scripts.run(Path.of("scripts", script).toFile(), true, "image", image).get();

    assertThat(module.getOutput("summary")).asString().contains("forged: ", "above the threshold");
  }

  @Test
  void theExampleInJavaRuns() throws Exception {
    var source = Path.of("scripts", "Localize_Image.java").toString();
    var classPath = System.getProperty("java.class.path");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath, "-d", folder + "", source))
        .isZero();
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      var info = new CommandInfo(loader.loadClass("Localize_Image").asSubclass(Command.class));

      var module = context.service(ModuleService.class).run(info, true, "image", image).get();

      assertThat(module.getOutput("summary")).asString().contains("forged: ");
    }
  }

  @Test
  void theCommandReturnsMapTableAndSentenceAndShowsNothing() throws Exception {
    int[] open = WindowManager.getIDList();
    var found = run(Map.of("threshold", 0, "image", image));

    var map = (ImagePlus) found.getOutput("probability");
    assertThat(map.getTitle()).isEqualTo("forged probability");
    assertThat(map.getBitDepth()).isEqualTo(32);
    var regions = (ResultsTable) found.getOutput("regions");
    assertThat(regions.size()).isPositive();
    assertThat(regions.getStringValue("Image", 0)).isEqualTo("forged");
    assertThat(found.getOutput("summary")).asString().startsWith("forged: ");
    assertThat(WindowManager.getIDList()).isEqualTo(open);
    assertThat(((Cancelable) found).isCanceled()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "threshold|abc|threshold is a number from 0.0 to 1.0, not \"abc\"",
        "threshold|2|threshold is a number from 0.0 to 1.0, not \"2\"",
        "min_area|64.5|min_area is a whole number from 0, not \"64.5\"",
        "mode|foo|mode is native, thorough, or paper, not \"foo\"",
      })
  void aWrongValueIsRefusedWithItsName(String name, String value, String sentence) {
    assertThatThrownBy(() -> run(Map.of("image", image, name, value)))
        .isInstanceOf(ExecutionException.class)
        .hasStackTraceContaining(sentence)
        .rootCause()
        // What SciJava prints of it is the sentence alone.
        .satisfies(failure -> assertThat(failure.getStackTrace()).isEmpty())
        .hasMessage(sentence);
  }

  @Test
  void anUnknownNameIsRefused() {
    assertThatThrownBy(() -> run(Map.of("image", image, "treshold", 0.3)))
        .hasMessageContaining("treshold");
  }

  @Test
  void whatItWasCanceledForIsKnown() throws Exception {
    var modules = context.service(ModuleService.class);
    var module = modules.createModule(new CommandInfo(LocalizeCommand.class));
    ((Cancelable) module).cancel("not needed any more");

    modules.run(module, true, "image", image).get();

    assertThat(((Cancelable) module).isCanceled()).isTrue();
    assertThat(module.getOutput("probability")).isNull();
  }

  @Test
  void anImageThatAThreadOfSciJavaIsLeftWithIsNeverTaken() throws Exception {
    var found =
        context
            .service(ThreadService.class)
            .run(
                () -> {
                  WindowManager.setTempCurrentImage(TestImages.authentic());
                  return Optional.ofNullable(ActiveImage.get());
                })
            .get();

    assertThat(found.filter(image -> image.getTitle().equals("authentic"))).isEmpty();
  }

  @Test
  void theLauncherRunsACommandByItsTitle() throws Exception {
    var inputs = new HashMap<String, Object>();
    inputs.put("input", folder.toString());
    inputs.put("output", folder.resolve("out").toString());
    javax.imageio.ImageIO.write(image.getBufferedImage(), "png", folder.resolve("a.png").toFile());

    context.service(RunService.class).run("SparseViT Screen Folder", inputs);

    assertThat(folder.resolve("out/report.html")).isNotEmptyFile();
  }

  private Module run(Map<String, Object> inputs) throws Exception {
    return context.service(CommandService.class).run(LocalizeCommand.class, true, inputs).get();
  }
}
