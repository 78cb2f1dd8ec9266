/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonParser;
import ij.process.ColorProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FarCopiesTest {

  @TempDir Path folder;

  @Test
  void aPartOfALargePhotographIsSetIn2000PixelsAway() throws Exception {
    var host = new ColorProcessor(2500, 2300);
    var random = new Random(3);
    for (int i = 0; i < 2500 * 2300; i++) {
      host.set(i, 0x010101 * (100 + random.nextInt(100)));
    }
    var file = folder.resolve("host.png");
    PictureIo.writePng(host.getBufferedImage(), file);
    var far = new FarCopies("l_far", List.of(file));
    var set = SetFolder.create(folder.resolve("l_far")).withoutLoss();

    assertThat(far.size()).isEqualTo(2);
    far.make(1, Chance.of(4, "l_far", 1), set);

    var made =
        JsonParser.parseString(Files.readString(set.folder().resolve("made.jsonl")))
            .getAsJsonObject();
    var cut = made.getAsJsonArray("cutAt");
    var pasted = made.getAsJsonArray("pastedAt");
    int right = pasted.get(0).getAsInt() - cut.get(0).getAsInt();
    int down = pasted.get(1).getAsInt() - cut.get(1).getAsInt();
    assertThat(Math.hypot(right, down)).isCloseTo(2000, within(2.0));
    var forged = PictureIo.read(set.folder().resolve(made.get("image").getAsString()));
    var mask = PictureIo.read(set.folder().resolve("Gt/001_host.png"));
    int differing = 0;
    for (int i = 0; i < host.getPixelCount(); i++) {
      boolean marked = (mask.get(i) & 0xff) > 0;
      boolean same = (forged.get(i) & 0xffffff) == (host.get(i) & 0xffffff);
      differing += marked && !same ? 1 : 0;
      assertThat(marked || same).isTrue();
    }
    assertThat(differing).isGreaterThan(10_000);
  }
}
