/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.sample.ForgeryKind;
import sc.fiji.sparsevit.training.sample.TrainingSample;

class StretchedSourceTest {

  private static final int SIDE = 32;
  private static final int GROUND = 240;

  @Test
  void halfOfTheBlotsAreShownWithTheirGroundStretched() {
    var source = new StretchedSource(number -> blot(GROUND), 3);

    var stretched = LongStream.range(0, 200).mapToObj(source::sample).filter(this::isStretched);

    assertThat(stretched.count()).isBetween(75L, 125L);
  }

  @Test
  void aStretchedSampleKeepsItsMaskAndLosesItsHistory() {
    var blot = blot(GROUND);
    var source = new StretchedSource(number -> blot, 3);

    var stretched =
        LongStream.range(0, 20).mapToObj(source::sample).filter(this::isStretched).findFirst();

    assertThat(stretched).isPresent();
    assertThat(stretched.get().mask()).isEqualTo(blot.mask());
    assertThat(stretched.get().history()).isNull();
    assertThat(stretched.get().kind()).isEqualTo(ForgeryKind.INPAINTING);
    // A trace of two gray levels: 210 to 255 become 0 to 255.
    assertThat(stretched.get().picture().at(0, 0, 0)).isEqualTo(159);
    assertThat(isStretched(blot)).isFalse();
  }

  @Test
  void whatHasNoEvenGroundIsShownAsItIs() {
    var uneven = blot(GROUND);
    for (int i = 0; i < uneven.picture().samples().length; i++) {
      uneven.picture().samples()[i] = (byte) (i % SIDE);
    }
    var source = new StretchedSource(number -> uneven, 3);

    assertThat(LongStream.range(0, 50).mapToObj(source::sample)).allMatch(uneven::equals);
  }

  @Test
  void darkGroundsAreStretchedToo() {
    var source = new StretchedSource(number -> blot(10), 3);

    // 0 to 40 become 0 to 255.
    assertThat(LongStream.range(0, 50).mapToObj(source::sample))
        .extracting(sample -> sample.picture().at(0, 5, 5))
        .contains(10, 64);
  }

  @Test
  void aSampleDependsOnItsNumberAlone() {
    var source = new StretchedSource(number -> blot(GROUND), 3);

    assertThat(LongStream.range(0, 30).mapToObj(n -> isStretched(source.sample(n))))
        .containsExactlyElementsOf(
            LongStream.range(0, 30).mapToObj(n -> isStretched(source.sample(n))).toList());
  }

  private boolean isStretched(TrainingSample sample) {
    return sample.picture().at(0, SIDE / 2, SIDE / 2) == 170;
  }

  /** Even, with a trace of two gray levels in its corner. */
  private static TrainingSample blot(int ground) {
    var picture = new RgbRaster(SIDE, SIDE);
    Arrays.fill(picture.samples(), (byte) ground);
    for (int c = 0; c < RgbRaster.CHANNELS; c++) {
      picture.samples()[c * SIDE * SIDE] = (byte) (ground - 2);
    }
    var mask = new byte[SIDE * SIDE];
    mask[0] = 1;
    return new TrainingSample(picture, mask, new float[SIDE * SIDE], ForgeryKind.INPAINTING);
  }
}
