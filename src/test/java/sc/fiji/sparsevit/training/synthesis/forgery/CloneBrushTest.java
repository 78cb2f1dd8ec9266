/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.sample.ForgeryKind;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.synthesis.options.SynthesisOptions;

class CloneBrushTest {

  @Test
  void strokesChangePixelsWhereTheMaskSaysAndNowhereElse() {
    var random = new SplittableRandom(1);
    var picture = new RgbRaster(160, 120);
    for (int i = 0; i < picture.pixels(); i++) {
      picture.set(i, random.nextInt(0x1000000));
    }
    var scene = Scene.withoutObjects(picture, History.NONE);
    var style = SampleStyle.draw(SynthesisOptions.lite(120, 160), 1, random);
    int painted = 0;
    for (int i = 0; i < 20; i++) {
      var patch = new CloneBrush().forge(scene, style, random);
      var result = Composition.of(scene).with(patch, ForgeryKind.INPAINTING);
      var sample = result.toSample();
      for (int p = 0; p < picture.pixels(); p++) {
        boolean same = picture.samples()[p] == result.picture().samples()[p];
        boolean near = patch.opacity().contains(p % 160 - patch.x(), p / 160 - patch.y());
        assertThat(same || near).isTrue();
        painted += sample.mask()[p] == 1 && !same ? 1 : 0;
      }
    }
    assertThat(painted).isGreaterThan(1000);
  }
}
