/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.LocalizationMode;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.checkpoint.CheckpointException;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.script.OtherNetwork;
import sc.fiji.sparsevit.progress.ProgressListener;

class TorchScriptLoaderTest {

  private static final String CARD =
      "{\"name\":\"Redness\",\"window\":\"whole\",\"multiple\":2,\"values\":\"logits\",\"license\":\"none\","
          + "\"normalization\":{\"mean\":[0.5,0.5,0.5],\"std\":[0.5,0.5,0.5]}}";

  @TempDir private Path folder;
  private Path archive;

  @BeforeEach
  void name() {
    archive = folder.resolve("redness.pt");
  }

  @Test
  void aNetworkOfOthersLocalizesInBothModes() throws Exception {
    OtherNetwork.REDNESS.write(archive);
    card(CARD);
    var warnings = new ArrayList<String>();
    try (var localizer =
        ManipulationLocalizer.open(named(), ComputeOptions.defaults(), warnings::add)) {
      for (var mode : LocalizationMode.values()) {
        var options = LocalizationOptions.defaults().withMode(mode);
        var found = localizer.localize(redAtTheLeft(), options, ProgressListener.NONE);

        assertThat(found.map().getf(10, 20)).as("red").isGreaterThan(0.9f);
        assertThat(found.map().getf(150, 20)).as("blue").isLessThan(0.1f);
        assertThat(found.regions().regions()).hasSize(1);
      }
      assertThat(localizer.model().name()).isEqualTo("Redness");
      assertThat(localizer.model().architecture().toJson().toString())
          .contains("\"license\":\"none\"");
    }
    assertThat(warnings)
        .anyMatch(warning -> warning.contains("contains code, which runs on this computer"));
  }

  @Test
  void theCardSaysWhichOutputAndWhichClassIsTheMap() throws Exception {
    OtherNetwork.SECOND_OF_TWO.write(archive);
    card(CARD.replace("\"logits\"", "\"softmax\",\"output\":1,\"channel\":1"));

    try (var localizer = ManipulationLocalizer.open(named())) {
      var found =
          localizer.localize(redAtTheLeft(), LocalizationOptions.defaults(), ProgressListener.NONE);
      assertThat(found.map().getf(10, 20)).isGreaterThan(0.9f);
      assertThat(found.map().getf(150, 20)).isLessThan(0.1f);
    }
  }

  @Test
  void anArchiveIsOnlyOpenedWhenItIsNamedAsWhatItIs() throws Exception {
    OtherNetwork.REDNESS.write(archive);
    card(CARD);

    assertThatThrownBy(() -> ManipulationLocalizer.open(archive.toString()))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("would run on this computer")
        .hasMessageContaining("torchscript:" + archive);
  }

  @ParameterizedTest
  @CsvSource({
    "NO_MAP, has the shape (1), which is not a map",
    "READS_A_FILE, its code calls torch.from_file",
    "ONE_SIZE, fails on an image of shape",
  })
  void aNetworkThatDoesNotFitIsRefusedInASentence(OtherNetwork network, String reason)
      throws Exception {
    network.write(archive);
    card(CARD.replace("\"whole\"", "128"));

    assertThatThrownBy(() -> ManipulationLocalizer.open(named()))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(archive.toString())
        .hasMessageContaining(reason);
  }

  @Test
  void aBrokenArchiveIsRefusedInASentence() throws Exception {
    OtherNetwork.REDNESS.write(archive);
    card(CARD);
    byte[] whole = Files.readAllBytes(archive);
    for (byte[] broken : List.of(Arrays.copyOf(whole, whole.length / 2), new byte[0])) {
      Files.write(archive, broken);
      assertThatThrownBy(() -> ManipulationLocalizer.open(named()))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining(archive.toString());
    }
    // Whole as a zip, with sources that are no TorchScript.
    var text = new String(whole, StandardCharsets.ISO_8859_1);
    Files.write(
        archive,
        text.replace("forward(self", "forwarf(self").getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> ManipulationLocalizer.open(named()))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("redness.pt");
  }

  @Test
  void withoutACardItIsSaidWhatIsMissing() throws Exception {
    OtherNetwork.REDNESS.write(archive);

    assertThatThrownBy(() -> ManipulationLocalizer.open(named()))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("needs a description, redness.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"name\":\"Redness\", | '' | it lacks name",
        "\"logits\" | \"odds\" | values must be logits",
        "\"license\" | \"terms\" | there is no key terms",
        "\"license\" | \"inputs\" | CAT-Net",
        "[0.5,0.5,0.5],\"std\" | [0.5],\"std\" | mean and std of red",
        "\"whole\" | 100 | multiple",
      })
  void aCardThatCannotBeIsRefusedWithTheKey(String part, String other, String reason)
      throws Exception {
    OtherNetwork.REDNESS.write(archive);
    card(CARD.replace("\"multiple\":2", "\"multiple\":32").replace(part.strip(), other.strip()));

    assertThatThrownBy(() -> Models.describe(named()))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("redness.json")
        .hasMessageContaining(reason);
  }

  private String named() {
    return "torchscript:" + archive;
  }

  private void card(String json) throws IOException {
    Files.writeString(folder.resolve("redness.json"), json);
  }

  private static ImagePlus redAtTheLeft() {
    var pixels = new ColorProcessor(180, 100);
    for (int i = 0; i < 180 * 100; i++) {
      pixels.set(i, i % 180 < 90 ? 0xff0000 : 0x0000ff);
    }
    return new ImagePlus("halves", pixels);
  }
}
