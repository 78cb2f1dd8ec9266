/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartGrowthTest {

  private static final int WIDTH = 1500;
  private static final int HEIGHT = 1000;
  private static final int RADIUS = 60;

  private final Similarity there = DotPictures.taking(300, 300, 1100, 700, 0, false, 1);
  private final Luminance picture =
      DotPictures.copied(DotPictures.dots(WIDTH, HEIGHT, 4), 300, 300, RADIUS, there);
  private final SearchWork work = new SearchWork();

  @Test
  void aPartGrowsToItsOutlineAndTheRestOfThePictureIsNotLookedAt() {
    var part = grown(place(300, 300), place(320, 290));

    double disc = Math.PI * RADIUS * RADIUS;
    assertThat(part.area() / disc).isCloseTo(1, within(0.15));
    assertThat(work.pixels() / disc).isLessThan(6);
  }

  @Test
  void placesFarFromOneAnotherThatFitOnlyByChanceAreNoPart() {
    var copied = DotPictures.copied(picture, 1300, 100, 12, there);

    assertThat(grown(copied, place(1300, 100), place(100, 900))).isNull();
  }

  @Test
  void whatNoiseHidesBetweenStrongerPlacesBelongsToAPartButIsNotSure() {
    var growth = growth(withNoise(picture, 2));

    var part = growth.from(List.of(place(300, 300), place(320, 290)));

    double disc = Math.PI * RADIUS * RADIUS;
    assertThat(part.area() / disc).isBetween(0.8, 1.1);
    assertThat(growth.sure().area() / disc).isLessThan(0.75);
  }

  private CopyPart grown(Match... places) {
    return grown(picture, places);
  }

  private CopyPart grown(Luminance in, Match... places) {
    return growth(in).from(List.of(places));
  }

  private PartGrowth growth(Luminance in) {
    var bounds = new Rectangle(WIDTH, HEIGHT);
    return new PartGrowth(in, in, there, bounds, new WorkLimit(in, work));
  }

  /** As compression changes it. */
  private static Luminance withNoise(Luminance picture, double deviation) {
    var random = new Random(5);
    byte[] levels = picture.levels().clone();
    for (int i = 0; i < levels.length; i++) {
      double level = (levels[i] & 255) + deviation * random.nextGaussian();
      levels[i] = (byte) (int) Math.max(0, Math.min(255, Math.round(level)));
    }
    return new Luminance(WIDTH, HEIGHT, levels);
  }

  private Match place(int x, int y) {
    return new Match(
        keypoint(x, y), keypoint((float) there.x(x, y), (float) there.y(x, y)), false, 0);
  }

  private static Keypoint keypoint(float x, float y) {
    return new Keypoint(x, y, 1, 0, true, new byte[Descriptor.LENGTH]);
  }
}
