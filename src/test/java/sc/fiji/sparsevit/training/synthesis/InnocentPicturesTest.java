/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.sample.ForgeryKind;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.sample.TrainingSample;
import sc.fiji.sparsevit.training.synthesis.forgery.Annotations;
import sc.fiji.sparsevit.training.synthesis.forgery.Composition;
import sc.fiji.sparsevit.training.synthesis.forgery.SampleStyle;
import sc.fiji.sparsevit.training.synthesis.forgery.Scene;
import sc.fiji.sparsevit.training.synthesis.library.PhotoLibrary;
import sc.fiji.sparsevit.training.synthesis.options.KindOptions;
import sc.fiji.sparsevit.training.synthesis.options.SynthesisOptions;

class InnocentPicturesTest {

  private static final SynthesisOptions OPTIONS = SynthesisOptions.lite(128, 192);

  @Test
  void authenticSamplesAreNowhereForgedWhateverTheyShow() throws IOException {
    var synthesizer =
        new ForgerySynthesizer(
            TestPhotos.open(), OPTIONS.withKinds(new KindOptions(1, 0.5, 0.3, 0.1)));
    for (int i = 0; i < 60; i++) {
      assertThat(synthesizer.synthesize(3, i).forgedShare()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pagesAndSistersFillTheirSizeAndFollowTheirSeed(boolean page) throws IOException {
    var studio = studio(page, TestPhotos.open());
    for (int seed = 0; seed < 8; seed++) {
      var one = scene(studio, seed);
      assertThat(one.picture().width()).isEqualTo(192);
      assertThat(one.picture().height()).isEqualTo(128);
      assertThat(scene(studio, seed).picture().samples()).isEqualTo(one.picture().samples());
    }
  }

  @Test
  void whatRepeatsAmongSistersIsNoCopy() throws IOException {
    var studio = studio(false, TestPhotos.open());
    int equal = 0;
    int blocks = 0;
    var seen = scene(studio, 2).picture();
    for (int shift = 8; shift < 180; shift++) {
      for (int x = 0; x + shift + 8 <= 192; x += 8) {
        blocks++;
        equal += same(seen, x, x + shift, 60) ? 1 : 0;
      }
    }
    assertThat(equal).isLessThan(blocks / 100);
  }

  @Test
  void whatIsWrittenOnAForgeryIsNotForged() {
    int covered = 0;
    for (int seed = 0; seed < 20; seed++) {
      var gray = new RgbRaster(120, 90);
      Arrays.fill(gray.samples(), (byte) 100);
      var layers = new byte[gray.pixels()];
      Arrays.fill(layers, (byte) 1);
      var forged =
          new Composition(gray, layers, List.of(History.NONE, History.NONE), ForgeryKind.SPLICE);
      var sample = Annotations.on(forged, new SplittableRandom(seed)).toSample();
      for (int i = 0; i < layers.length; i++) {
        assertThat(sample.mask()[i]).isEqualTo((byte) (changed(sample, i) ? 0 : 1));
        covered += changed(sample, i) ? 1 : 0;
      }
      assertThat(gray.samples()).containsOnly((byte) 100);
    }
    assertThat(covered).isPositive();
  }

  @Test
  void panelThatIsShownAgainCoversAnotherToThePixel() throws IOException {
    var studio = studio(true, TestPhotos.open());
    int reused = 0;
    for (int seed = 0; seed < 40; seed++) {
      var scene = scene(studio, seed);
      var panels = scene.objects().get();
      var random = new SplittableRandom(seed);
      var patch = studio.splice(scene, SampleStyle.draw(OPTIONS, 1, random), random);
      for (var panel : panels) {
        boolean covers = patch.x() == panel.x() && patch.y() == panel.y();
        if (covers && patch.opacity() == panel.opacity()) {
          assertThat(patch.picture().width()).isEqualTo(panel.opacity().width());
          reused++;
        }
      }
    }
    assertThat(reused).isPositive();
  }

  private static boolean changed(TrainingSample sample, int i) {
    byte[] samples = sample.picture().samples();
    int pixels = sample.mask().length;
    return samples[i] != 100 || samples[pixels + i] != 100 || samples[2 * pixels + i] != 100;
  }

  private static boolean same(RgbRaster picture, int x, int otherX, int y) {
    for (int row = y; row < y + 8; row++) {
      for (int k = 0; k < 8; k++) {
        if (picture.at(1, x + k, row) != picture.at(1, otherX + k, row)) {
          return false;
        }
      }
    }
    return true;
  }

  private static Studio studio(boolean page, PhotoLibrary library) {
    return page ? new PageStudio(library, OPTIONS) : new SisterStudio(library, OPTIONS);
  }

  private static Scene scene(Studio studio, int seed) {
    var random = new SplittableRandom(seed);
    return studio.scene(SampleStyle.draw(OPTIONS, 1, random), random);
  }
}
