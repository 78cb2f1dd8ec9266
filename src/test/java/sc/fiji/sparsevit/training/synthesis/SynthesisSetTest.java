/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.sample.ForgeryKind;
import sc.fiji.sparsevit.training.synthesis.options.SynthesisOptions;

class SynthesisSetTest {

  private static final int COUNT = 12;
  private static final long SEED = 3;

  @TempDir private Path folder;

  @Test
  void everySampleIsWrittenWithItsMaskAndListed() throws IOException {
    var synthesizer = synthesizer();
    var progress = new ArrayList<Integer>();
    SynthesisSet.write(synthesizer, SEED, COUNT, folder, progress::add);

    assertThat(progress).hasSize(COUNT).last().isEqualTo(COUNT);
    assertThat(folder.resolve(SynthesisSet.CONTACT_SHEET)).isNotEmptyFile();
    var listing = listing(folder);
    assertThat(listing.get("seed").getAsLong()).isEqualTo(SEED);
    var samples = listing.getAsJsonArray("samples");
    assertThat(samples).hasSize(COUNT);
    for (int i = 0; i < COUNT; i++) {
      var expected = synthesizer.synthesize(SEED, i);
      var image = folder.resolve(samples.get(i).getAsJsonObject().get("image").getAsString());
      assertThat(read(image).samples()).isEqualTo(expected.picture().samples());
      var mask = folder.resolve("Gt").resolve(image.getFileName());
      if (expected.kind() == ForgeryKind.AUTHENTIC) {
        assertThat(image.getParent()).hasFileName("Au");
        assertThat(mask).doesNotExist();
      } else {
        assertThat(image.getParent()).hasFileName("Tp");
        assertThat(forged(read(mask))).isEqualTo(expected.mask());
      }
    }
  }

  @Test
  void aFolderWithASetIsNotMixedWithAnother() throws IOException {
    SynthesisSet.write(synthesizer(), SEED, 1, folder, done -> {});
    var other = synthesizer();
    assertThatThrownBy(() -> SynthesisSet.write(other, SEED, 1, folder, done -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("choose another folder");
  }

  private static ForgerySynthesizer synthesizer() throws IOException {
    return new ForgerySynthesizer(TestPhotos.open(), SynthesisOptions.lite(64, 96));
  }

  private static JsonObject listing(Path folder) throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve(SynthesisSet.LISTING)))
        .getAsJsonObject();
  }

  private static RgbRaster read(Path file) throws IOException {
    return RgbRaster.of(ImageIO.read(file.toFile()));
  }

  private static byte[] forged(RgbRaster mask) {
    var forged = new byte[mask.pixels()];
    for (int i = 0; i < forged.length; i++) {
      forged[i] = (byte) (mask.samples()[i] == -1 ? 1 : 0);
    }
    return forged;
  }
}
