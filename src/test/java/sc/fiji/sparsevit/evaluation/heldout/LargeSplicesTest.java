/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import static org.assertj.core.api.Assertions.assertThat;

import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.data.ForgeryDatasets;

class LargeSplicesTest {

  @TempDir Path folder;

  @Test
  void eachPhotographIsForgedAndLeftAloneInThreeSizes() throws Exception {
    var splices = new LargeSplices("q_large", List.of(photo("bright", 150), photo("dark", 20)));
    var set = SetFolder.create(folder.resolve("q_large")).withoutLoss();

    assertThat(splices.size()).isEqualTo(6);
    for (int number = 0; number < 6; number++) {
      splices.make(number, Chance.of(4, "q_large", number), set);
    }

    assertThat(ForgeryDatasets.read(set.folder()).get(0).images()).hasSize(12);
    int[] widths = {768, 1280, 1300};
    for (int number = 0; number < 6; number++) {
      String name = Names.of(number, number < 3 ? "bright" : "dark");
      var untouched = PictureIo.read(set.folder().resolve("Au/" + name + ".png"));
      var forged = PictureIo.read(set.folder().resolve("Tp/" + name + ".png"));
      var mask = PictureIo.read(set.folder().resolve("Gt/" + name + ".png"));
      assertThat(untouched.getWidth()).isEqualTo(widths[number % 3]);
      int marked = 0;
      int foreign = 0;
      for (int i = 0; i < forged.getPixelCount(); i++) {
        if ((mask.get(i) & 0xff) > 0) {
          marked++;
          int gray = forged.get(i) & 0xff;
          foreign += (number < 3 ? gray < 150 : gray > 60) ? 1 : 0;
        }
      }
      // At least half of the other photograph
      assertThat(foreign).isEqualTo(marked);
      assertThat((double) marked / forged.getPixelCount()).isBetween(0.002, 0.09);
    }
  }

  @Test
  void onePhotographHasNoOther() throws Exception {
    assertThat(new LargeSplices("q_large", List.of(photo("alone", 20))).size()).isZero();
  }

  private Path photo(String name, int darkest) throws IOException {
    var photo = new ColorProcessor(1300, 900);
    var random = new Random(3);
    for (int i = 0; i < photo.getPixelCount(); i++) {
      photo.set(i, 0x010101 * (darkest + random.nextInt(40)));
    }
    var file = folder.resolve(name + ".png");
    PictureIo.writePng(photo.getBufferedImage(), file);
    return file;
  }
}
