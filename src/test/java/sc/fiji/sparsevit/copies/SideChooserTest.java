/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.progress.ProgressListener;

class SideChooserTest {

  private static final int WIDTH = 460;

  private static final Luminance PICTURE =
      DotPictures.copied(
          DotPictures.dots(WIDTH, 320, 1),
          110,
          150,
          60,
          DotPictures.taking(110, 150, 330, 180, 0, false, 1));

  private final CopyPair pair = CopyFinder.within(PICTURE, ProgressListener.NONE).get(0);

  @Test
  void thePartThatTheNetworkSeesIsTheCopy() {
    for (int x : new int[] {110, 330}) {
      float[] map = map(pair.first().contains(x, 160) ? pair.first() : pair.second(), 0.8f);

      var sided = SideChooser.choose(PICTURE, map, pair);

      assertThat(sided.isClear()).isTrue();
      assertThat(sided.pair().second().contains(x, 160)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0.7", "0, 1.5", "30, 1"})
  void whereTheNetworkIsSilentThePartThatTheOtherOneExplainsIsTheCopy(
      double degrees, double scale) {
    var to = DotPictures.taking(110, 150, 330, 180, degrees, false, scale);
    var picture = DotPictures.copied(DotPictures.dots(WIDTH, 320, 3), 110, 150, 60, to);
    var found = CopyFinder.within(picture, ProgressListener.NONE).get(0);

    for (var either : List.of(found, found.reversed())) {
      var sided = SideChooser.choose(picture, new float[WIDTH * 320], either);

      assertThat(sided.isClear()).isTrue();
      assertThat(sided.pair().first().contains(110, 150)).isTrue();
    }
  }

  /** In the background, out of focus, both parts explain each other; the picture is one of ours. */
  @Test
  void anEnlargedCopyHasLostTheFastestChanges() throws IOException {
    var image = ImageIO.read(new File("sample-images/copy-move-dandelion.png"));
    var picture = CopyMeasurement.luminance(image);
    var found = CopyFinder.within(picture, ProgressListener.NONE).get(0);

    for (var either : List.of(found, found.reversed())) {
      var sided = SideChooser.choose(picture, new float[picture.levels().length], either);

      assertThat(sided.isClear()).isTrue();
      assertThat(sided.pair().transformation().words()).isEqualTo("1.35 times as large");
    }
  }

  @Test
  void whereBothPartsExplainEachOtherTheSeamTells() {
    for (var either : List.of(pair, pair.reversed())) {
      var sided = SideChooser.choose(PICTURE, new float[PICTURE.levels().length], either);

      assertThat(sided.isClear()).isTrue();
      assertThat(sided.pair().second().contains(330, 180)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.7, 1.5})
  void theOutlinesReachNearlyToTheSeam(double scale) {
    var to = DotPictures.taking(110, 150, 330, 180, 0, false, scale);
    var picture = DotPictures.copied(DotPictures.dots(WIDTH, 320, 3), 110, 150, 60, to);
    var found = CopyFinder.within(picture, ProgressListener.NONE).get(0);

    var sided = SideChooser.choose(picture, new float[WIDTH * 320], found);

    double disk = Math.PI * 60 * 60;
    assertThat(sided.pair().first().area() / disk).isBetween(0.93, 1.05);
    assertThat(sided.pair().second().area() / (disk * scale * scale)).isBetween(0.93, 1.05);
  }

  @Test
  void theCopyIsRaisedAndTheOriginalLowered() {
    float[] map = map(pair.first(), 0.8f);
    var sided = new SidedPair(pair, 0.9);

    SideChooser.apply(List.of(sided), map, WIDTH);

    assertThat(at(map, pair.second())).isGreaterThan(0.5f);
    assertThat(at(map, pair.first())).isLessThan(0.5f);
    assertThat(map[0]).isEqualTo(0.02f);
  }

  @Test
  void whereEitherMayBeTheCopyBothAreRaised() {
    float[] map = map(pair.first(), 0.02f);

    SideChooser.apply(List.of(new SidedPair(pair, 0.55)), map, WIDTH);

    assertThat(at(map, pair.second())).isGreaterThan(0.5f);
    assertThat(at(map, pair.first())).isGreaterThan(0.5f);
  }

  private static float[] map(CopyPart part, float inside) {
    var map = new float[PICTURE.levels().length];
    Arrays.fill(map, 0.02f);
    for (int i = 0; i < map.length; i++) {
      map[i] = part.contains(i % WIDTH, i / WIDTH) ? inside : map[i];
    }
    return map;
  }

  private static float at(float[] map, CopyPart part) {
    var box = part.box();
    return map[(int) box.getCenterY() * WIDTH + (int) box.getCenterX()];
  }
}
