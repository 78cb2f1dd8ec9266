/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.network.SparseVit;

class SelfMatcherTest {

  private static final int HEIGHT = 192;
  private static final int WIDTH = 256;
  private static final int ROWS = HEIGHT / 8;
  private static final int COLUMNS = WIDTH / 8;

  /** Of the evidence, the share of 5x5 neighbors with the same shift. */
  private static final int AGREEMENT = 3;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void aPartThatWasCopiedIsFoundToThePixel() {
    float[] image = texture(1);
    copy(image, 40, 30, 64, 87, 123);
    var found = match(image);

    // Tokens whose 16x16 patch and whose neighbors lie in the part.
    for (int row = (87 + 24) / 8; row < (87 + 64 - 24) / 8; row++) {
      for (int column = (123 + 24) / 8; column < (123 + 64 - 24) / 8; column++) {
        int partnerRow = (row * 8 + 4 - 47) / 8;
        int partnerColumn = (column * 8 + 4 - 93) / 8;
        assertThat(found.partner(row, column)).isEqualTo(partnerRow * COLUMNS + partnerColumn);
        assertThat(found.evidence(0, row, column)).isCloseTo(1, within(0.01f));
        assertThat(found.evidence(1, row, column)).isCloseTo(1, within(0.01f));
        assertThat(found.evidence(AGREEMENT, row, column)).isEqualTo(1);
      }
    }
  }

  @Test
  void theSourceFindsItsCopyToo() {
    float[] image = texture(2);
    copy(image, 40, 30, 64, 87, 123);

    assertThat(match(image).partner(8, 7))
        .isEqualTo((8 * 8 + 4 + 47) / 8 * COLUMNS + (7 * 8 + 4 + 93) / 8);
  }

  @Test
  void brightnessAndContrastOfTheCopyMayDiffer() {
    float[] image = texture(3);
    copy(image, 40, 30, 64, 87, 123);
    forPart(87, 123, 64, i -> image[i] = 0.8f * image[i] + 0.3f);

    assertThat(match(image).evidence(AGREEMENT, 14, 19)).isEqualTo(1);
  }

  @Test
  void whereNothingWasCopiedNeighborsDisagree() {
    var found = match(texture(4));
    int agreeing = 0;
    for (int token = 0; token < ROWS * COLUMNS; token++) {
      agreeing += found.evidence(AGREEMENT, token / COLUMNS, token % COLUMNS) > 0.5 ? 1 : 0;
    }

    assertThat(agreeing).isZero();
  }

  @Test
  void nothingIsMatchedWithItsOwnSurroundings() {
    // Bricks that repeat every 16 pixels: the best fit nearby is perfect, and does not count.
    float[] image = new float[3 * HEIGHT * WIDTH];
    float[] brick = texture(5);
    for (int i = 0; i < image.length; i++) {
      int y = i / WIDTH % HEIGHT % 16;
      image[i] = brick[y * WIDTH + i % WIDTH % 16];
    }
    var found = match(image);
    for (int token = 0; token < ROWS * COLUMNS; token++) {
      int partner = found.partner(token / COLUMNS, token % COLUMNS);
      int down = Math.abs(partner / COLUMNS - token / COLUMNS);
      int right = Math.abs(partner % COLUMNS - token % COLUMNS);
      assertThat(Math.max(down, right)).as("token " + token).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void aFlatImageGivesNoEvidence() {
    var found = match(new float[3 * HEIGHT * WIDTH]);

    assertThat(found.evidence(0, 12, 16)).isZero();
    assertThat(found.evidence(5, 12, 16)).isZero();
  }

  @Test
  void imagesOfABatchDoNotSeeEachOther() {
    float[] one = texture(6);
    float[] other = texture(7);
    copy(other, 40, 30, 64, 87, 123);
    float[] both = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    var matches =
        SelfMatcher.match(
            manager.create(both, new Shape(2, 3, HEIGHT, WIDTH)), SparseVit.DEVIATIONS);
    var alone =
        SelfMatcher.match(
            manager.create(other, new Shape(1, 3, HEIGHT, WIDTH)), SparseVit.DEVIATIONS);

    assertThat(matches.evidence().get(1).toFloatArray()).isEqualTo(alone.evidence().toFloatArray());
    assertThat(matches.partners().get(1).toLongArray()).isEqualTo(alone.partners().toLongArray());
  }

  @Test
  void lengthsOfAllPatchesAreThoseOfEach() {
    var random = new Random(8);
    float[] plane = new float[40 * 56];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = 255 * random.nextFloat();
    }
    var patches = new PatchPlane(plane, 40, 56);
    float[] lengths = patches.lengths();
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 56; x++) {
        assertThat(lengths[y * 56 + x]).isCloseTo(patches.at(y, x).length(), within(0.01f));
      }
    }
  }

  @Test
  void takingTheMeanOffLeavesAPlaneWithoutItsSlowChanges() {
    float[] ramp = new float[30 * 40];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = 2 * (i / 40) + 3 * (i % 40);
    }
    var planes = new Planes(ramp, new float[0]);
    float[] rest = planes.withoutMean(planes.sums(30, 40), 30, 40, 8);

    // Where the square does not hang over the edge, a ramp's mean is its middle.
    for (int y = 8; y < 22; y++) {
      for (int x = 8; x < 32; x++) {
        assertThat(rest[y * 40 + x]).isCloseTo(0, within(1e-3f));
      }
    }
    assertThat(rest[0]).isCloseTo(-(2 * 4 + 3 * 4), within(1e-3f));
  }

  private FoundMatches match(float[] image) {
    var matches =
        SelfMatcher.match(
            manager.create(image, new Shape(1, 3, HEIGHT, WIDTH)), SparseVit.DEVIATIONS);
    return new FoundMatches(matches.evidence().toFloatArray(), matches.partners().toLongArray());
  }

  private record FoundMatches(float[] evidence, long[] partners) {
    float evidence(int channel, int row, int column) {
      return evidence[(channel * ROWS + row) * COLUMNS + column];
    }

    int partner(int row, int column) {
      return (int) partners[row * COLUMNS + column];
    }
  }

  /** Noise of several sizes, another in every channel; values as normalized images have them. */
  private static float[] texture(long seed) {
    var random = new Random(seed);
    float[] image = new float[3 * HEIGHT * WIDTH];
    for (int size = 1; size <= 16; size *= 2) {
      int columns = WIDTH / size;
      float[] noise = new float[3 * HEIGHT / size * columns];
      for (int i = 0; i < noise.length; i++) {
        noise[i] = 0.5f * (float) random.nextGaussian();
      }
      for (int i = 0; i < image.length; i++) {
        image[i] += noise[i / WIDTH / size * columns + i % WIDTH / size];
      }
    }
    return image;
  }

  /** Puts the square at (fromY, fromX) also at (toY, toX). */
  private static void copy(float[] image, int fromY, int fromX, int side, int toY, int toX) {
    float[] before = image.clone();
    int back = (toY - fromY) * WIDTH + toX - fromX;
    forPart(toY, toX, side, i -> image[i] = before[i - back]);
  }

  private static void forPart(int fromY, int fromX, int side, IntConsumer action) {
    for (int c = 0; c < 3; c++) {
      for (int y = fromY; y < fromY + side; y++) {
        for (int x = fromX; x < fromX + side; x++) {
          action.accept((c * HEIGHT + y) * WIDTH + x);
        }
      }
    }
  }
}
