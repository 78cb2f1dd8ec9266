/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.raster.RgbRaster;

class NativeProtocolTest {

  @Test
  void imagesThatFillASampleEitherWayAreSeenFromAllEightSides() {
    var corner = picture(96, 96, 5, 20, 24, 12);
    var random = new SplittableRandom(1);
    var places = new HashSet<Integer>();
    for (int i = 0; i < 300; i++) {
      var seen = NativeProtocol.view(64, 64).apply(corner, random);
      if (seen.picture().width() == 96) {
        places.add(centerOf(seen));
      }
    }
    assertThat(places).hasSize(8);
  }

  @Test
  void imagesThatFitOneWayOnlyAreSeenThatWay() {
    var upright = picture(64, 96, 5, 20, 24, 12);
    var random = new SplittableRandom(1);
    for (int i = 0; i < 50; i++) {
      var seen = NativeProtocol.view(96, 64).apply(upright, random).picture();
      assertThat(seen.width()).isGreaterThan(seen.height());
    }
  }

  @Test
  void whatIsDoneToValuesLeavesSizeAndMaskAlone() {
    var original = picture(64, 48, 5, 20, 24, 12);
    var random = new SplittableRandom(1);
    int changed = 0;
    for (int i = 0; i < 40; i++) {
      var result = NativeProtocol.processing().apply(original, random);
      assertThat(result.mask()).isEqualTo(original.mask());
      assertThat(result.picture().width()).isEqualTo(64);
      assertThat(result.picture().height()).isEqualTo(48);
      changed += result.picture().equals(original.picture()) ? 0 : 1;
    }
    assertThat(changed).isGreaterThan(20);
  }

  @Test
  void sameRandomNumbersGiveTheSameImage() {
    var original = picture(64, 48, 5, 20, 24, 12);
    var one = NativeProtocol.processing().apply(original, new SplittableRandom(3));
    var other = NativeProtocol.processing().apply(original, new SplittableRandom(3));
    assertThat(one.picture().samples()).isEqualTo(other.picture().samples());
  }

  private static MaskedPicture picture(
      int width, int height, int left, int top, int length, int depth) {
    var pixels = new RgbRaster(width, height);
    var mask = new byte[width * height];
    for (int i = 0; i < mask.length; i++) {
      int x = i % width;
      int y = i / width;
      boolean inside = x >= left && x < left + length && y >= top && y < top + depth;
      mask[i] = (byte) (inside ? 1 : 0);
      pixels.set(i, inside ? 0xc03020 : 0x305030 + (x * 7 + y * 13) % 32);
    }
    return new MaskedPicture(pixels, mask);
  }

  private static int centerOf(MaskedPicture seen) {
    int width = seen.picture().width();
    long x = 0;
    long y = 0;
    long count = 0;
    for (int i = 0; i < seen.mask().length; i++) {
      if (seen.mask()[i] != 0) {
        x += i % width;
        y += i / width;
        count++;
      }
    }
    return (int) (x / count * 1000 + y / count);
  }
}
