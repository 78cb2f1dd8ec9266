/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  /** Of "abc", as the colors of one pixel. */
  @Test
  void imageIsKnownByItsColors() {
    int a = 0x61;
    int b = 0x62;
    int c = 0x63;
    var image = new ImagePlus("abc", new ColorProcessor(1, 1, new int[] {a << 16 | b << 8 | c}));

    assertThat(Fingerprint.of(RgbViews.of(image)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
