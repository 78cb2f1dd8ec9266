/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Point;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.data.ForgeryDatasets;
import sc.fiji.sparsevit.data.LabeledImage;
import sc.fiji.sparsevit.io.Sha256;
import sc.fiji.sparsevit.training.HeldOutFiles;

class HeldOutSetsTest {
  private static final List<String> FORGED =
      List.of(
          "a_splices",
          "b_copies",
          "c_turned",
          "d_small",
          "i_stamped",
          "k_sisters",
          "m_lossless",
          "o_twice",
          "r_erased");
  private static final List<String> UNTOUCHED =
      List.of("e_photos", "f_figures", "g_lookalikes", "n_harmless", "p_twice");

  /** Of each set; fewer would show no page of panels. */
  private static final int MOST = 8;

  @TempDir static Path temp;
  private static Path photos;
  private static List<String> heldOut;
  private static Path sets;

  @BeforeAll
  static void makeSets() throws IOException {
    photos = Files.createDirectories(temp.resolve("photos"));
    heldOut =
        IntStream.range(0, 1000)
            .mapToObj(i -> "photo" + i + ".png")
            .filter(name -> HeldOutFiles.contains(Path.of(name)))
            .limit(3)
            .sorted()
            .toList();
    var trained =
        IntStream.range(0, 1000)
            .mapToObj(i -> "photo" + i + ".png")
            .filter(name -> !HeldOutFiles.contains(Path.of(name)))
            .limit(3);
    for (String name : Stream.concat(heldOut.stream(), trained).toList()) {
      PictureIo.writePng(photograph(name).getBufferedImage(), photos.resolve(name));
    }
    sets = make("sets", 5, MOST);
  }

  @Test
  void theSameSeedGivesTheSameFilesAndAnotherOneOthers() throws IOException {
    assertThat(hashes(make("again", 5, MOST))).isEqualTo(hashes(sets));

    String mask = "b_copies/Gt/000_moved.png";
    assertThat(Sha256.of(make("other", 6, 1).resolve(mask)))
        .isNotEqualTo(Sha256.of(sets.resolve(mask)));
  }

  @Test
  void everyForgeryHasAMaskOfItsSizeAndNoUntouchedImageHasOne() throws IOException {
    for (String name : FORGED) {
      var set = ForgeryDatasets.read(sets.resolve(name)).get(0);
      assertThat(set.problems()).isEmpty();
      assertThat(set.images()).isNotEmpty().allMatch(LabeledImage::isForged);
      for (var image : set.images()) {
        var picture = PictureIo.read(image.image());
        var mask = PictureIo.read(image.mask().orElseThrow());
        assertThat(mask.getWidth()).isEqualTo(picture.getWidth());
        assertThat(mask.getHeight()).isEqualTo(picture.getHeight());
        assertThat(Outline.of((ByteProcessor) mask.convertToByte(false)).area())
            .isBetween(1, picture.getPixelCount() / 2);
      }
    }
    for (String name : UNTOUCHED) {
      var set = ForgeryDatasets.read(sets.resolve(name)).get(0);
      assertThat(set.problems()).isEmpty();
      assertThat(set.images()).isNotEmpty().noneMatch(LabeledImage::isForged);
      assertThat(sets.resolve(name).resolve("Gt")).doesNotExist();
    }
  }

  @Test
  void onlyPhotographsThatTrainingHoldsOutAreUsed() throws IOException {
    assertThat(Files.list(sets.resolve("e_photos/Au")).map(Names::name))
        .containsExactlyInAnyOrder(
            "000_" + heldOut.get(0), "001_" + heldOut.get(1), "002_" + heldOut.get(2));
    for (String name : List.of("a_splices", "b_copies", "c_turned", "d_small")) {
      assertThat(Files.readAllLines(sets.resolve(name).resolve("made.jsonl")))
          .hasSize(3)
          .allMatch(line -> heldOut.stream().anyMatch(photo -> line.contains(photo)))
          .noneMatch(line -> line.contains("photo0.png"));
    }
    assertThat(HeldOutFiles.contains(Path.of("photo0.png"))).isFalse();
  }

  @Test
  void withoutMaterialASetIsLeftOut() throws IOException {
    assertThat(sets.resolve("l_far")).doesNotExist();
  }

  @Test
  void setsAreNeverMixedWithEarlierOnes() throws IOException {
    assertThatThrownBy(() -> make("sets", 2, 1)).hasMessageContaining("exists already");
  }

  @Test
  void aFigureThatIsMostlyGroundIsStampedWhereItShowsSomething() throws IOException {
    var figure = new ColorProcessor(900, 900);
    figure.setColor(Color.WHITE);
    figure.fill();
    figure.insert(photograph("corner"), 0, 0);
    var file = temp.resolve("corner.png");
    PictureIo.writePng(figure.getBufferedImage(), file);
    var set = new StampedFigures("corners", 4, FigureSources.of(List.of(file)));
    var folder = SetFolder.create(temp.resolve("corners"));

    for (int number = 0; number < set.size(); number++) {
      set.make(number, Chance.of(1, set.name(), number), folder);
    }

    assertThat(ForgeryDatasets.read(temp.resolve("corners")).get(0).images()).hasSize(4);
  }

  @Test
  void aPartThatIsOnlyMovedKeepsItsPixels() {
    var picture = photograph("any");
    var part = CutPart.cut(picture, Outline.of(new Rectangle(20, 30, 40, 25)));
    var forgery = part.over(picture, new Point(100, 90));
    assertThat(Outline.of(forgery.mask()).bounds()).isEqualTo(new Rectangle(100, 90, 40, 25));
    for (int y = 0; y < 25; y++) {
      for (int x = 0; x < 40; x++) {
        assertThat(forgery.image().get(100 + x, 90 + y) & 0xffffff)
            .isEqualTo(picture.get(20 + x, 30 + y) & 0xffffff);
      }
    }
  }

  private static Path make(String name, long seed, int most) throws IOException {
    var output = temp.resolve(name);
    HeldOutSets.main(
        new String[] {
          output.toString(),
          photos.toString(),
          "--figures",
          photos.toString(),
          "--textures",
          photos.resolve(heldOut.get(0)).toString(),
          "--things",
          photos.resolve(heldOut.get(1)).toString(),
          "--seed",
          String.valueOf(seed),
          "--most",
          String.valueOf(most)
        });
    return output;
  }

  private static Map<String, String> hashes(Path folder) throws IOException {
    var hashes = new TreeMap<String, String>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(folder.relativize(file).toString(), Sha256.of(file));
      }
    }
    return hashes;
  }

  /** Bright and dark things on a grainy ground. */
  private static ColorProcessor photograph(String name) {
    var chance = Chance.of(1, name, 0);
    var photo = new ColorProcessor(240, 180);
    for (int i = 0; i < photo.getPixelCount(); i++) {
      int gray = 100 + i % 240 / 4 + chance.between(0, 20);
      photo.set(i, gray << 16 | gray << 8 | gray);
    }
    for (int i = 0; i < 30; i++) {
      photo.setColor(new Color(chance.between(0, 0xffffff)));
      photo.fillOval(
          chance.between(0, 220),
          chance.between(0, 160),
          chance.between(10, 50),
          chance.between(10, 50));
    }
    return photo;
  }
}
