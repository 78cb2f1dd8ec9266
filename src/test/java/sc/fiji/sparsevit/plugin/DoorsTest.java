/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import sc.fiji.sparsevit.EvidenceSearch;
import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.LocalizationMode;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.progress.ProgressListener;

class DoorsTest {

  @ParameterizedTest
  @CsvSource({"native,10,off", "paper,64,on"})
  void menuCommandAndScriptGiveTheSameMask(String mode, int area, String evidence)
      throws Exception {
    var options =
        LocalizationOptions.defaults()
            .withMode(LocalizationMode.of(mode))
            .withMinimumArea(area)
            .withCopies(EvidenceSearch.of("copies", evidence))
            .withCompression(EvidenceSearch.of("compression", evidence))
            .withSeams(EvidenceSearch.of("seams", evidence))
            .withGrain(EvidenceSearch.of("grain", evidence));
    // Whatever the weights find, this is among it.
    double threshold = localize(options).score() / 2;
    byte[] expected = script(options.withThreshold(threshold));
    assertThat(expected).contains((byte) 255).contains((byte) 0);

    assertThat(
            menu(
                "mode=%s threshold=%s min_area=%d copies=%s compression=%s seams=%s grain=%s"
                    .formatted(mode, threshold, area, evidence, evidence, evidence, evidence)))
        .isEqualTo(expected);
    assertThat(
            command(
                "mode",
                mode,
                "threshold",
                threshold,
                "min_area",
                area,
                "copies",
                evidence,
                "compression",
                evidence,
                "seams",
                evidence,
                "grain",
                evidence))
        .isEqualTo(expected);
  }

  @Test
  void whatIsLeftOutHasTheSameDefaultEverywhere() throws Exception {
    byte[] expected = script(LocalizationOptions.defaults());

    assertThat(menu("device=cpu")).isEqualTo(expected);
    assertThat(command()).isEqualTo(expected);
  }

  static List<CommandInfo> commands() {
    try (var context = new Context(CommandService.class)) {
      return context.service(CommandService.class).getCommands().stream()
          .filter(info -> info.getDelegateClassName().startsWith("sc.fiji.sparsevit."))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theMenuItemIsThePlugInsAloneAndNamesTheCommand(CommandInfo info) throws Exception {
    assertThat(info.getMenuPath())
        .as(
            "A command with a menu takes the menu item over in Fiji: then macros open dialogs,"
                + " wrong values are passed over, and the image may be another one.")
        .isEmpty();
    assertThat(info.isVisible()).as("Fiji's search bar lists the menu item already.").isFalse();
    assertThat(Files.readAllLines(Path.of("plugins.config")))
        .contains(
            "Plugins>Forensics, \"%s\", %s(\"%s\")"
                .formatted(
                    info.getLabel(), JavaCheck.class.getName(), info.getDelegateClassName()));
  }

  private static byte[] script(LocalizationOptions options) throws Exception {
    return (byte[]) localize(options).regions().mask().getPixels();
  }

  private static Localization localize(LocalizationOptions options) throws Exception {
    try (var localizer = ManipulationLocalizer.open("lite")) {
      return localizer.localize(TestImages.forged(), options, ProgressListener.NONE);
    }
  }

  private static byte[] menu(String options) throws Exception {
    var image = TestImages.forged();
    assertThat(MenuItem.run(image, options)).isNull();
    return mask(image);
  }

  private static byte[] command(Object... inputs) throws Exception {
    var image = TestImages.forged();
    var all = Arrays.copyOf(inputs, inputs.length + 2);
    all[inputs.length] = "image";
    all[inputs.length + 1] = image;
    try (var context = new Context(CommandService.class)) {
      context
          .service(CommandService.class)
          .run("sc.fiji.sparsevit.plugin.LocalizeCommand", true, all)
          .get();
    }
    return mask(image);
  }

  private static byte[] mask(ImagePlus image) {
    return (byte[]) TestImages.maskOfOverlay(image).getPixels();
  }
}
