/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.inference.SparseVitWindow;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.raster.GaussianBlur;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.sample.ForgeryKind;
import sc.fiji.sparsevit.training.sample.TrainingSample;

class WhiteningTest {

  private static final int SIDE = 128;

  /** Blurred noise on a strong gradient: neighbors and colors depend on each other. */
  private static TrainingSample sample(long number) {
    var random = SampleSource.random(9, number);
    var picture = new RgbRaster(SIDE, SIDE);
    for (int i = 0; i < picture.pixels(); i++) {
      int gray = 30 + (int) (number * 3 + i / SIDE) % 150;
      picture.set(
          i,
          (gray + random.nextInt(40)) << 16
              | (gray + random.nextInt(60)) << 8
              | (gray + random.nextInt(20)));
    }
    picture = GaussianBlur.ofSigma(0.5).apply(picture);
    return new TrainingSample(picture, new byte[SIDE * SIDE], null, ForgeryKind.AUTHENTIC);
  }

  @Test
  void firstFiltersOfALiteStartMakePatchesUncorrelatedWithVarianceOne() throws Exception {
    try (var manager = NDManager.newBaseManager()) {
      var network = new SparseVit(SparseVitConfig.lite()).initialized(manager);
      new StartingWeights("nothing", Optional.empty())
          .put(network, TrainingPreset.LITE, WhiteningTest::sample, note -> {});
      network.freeze(true);

      var patches = patches(network, manager);
      for (int a = 0; a < 48; a += 5) {
        assertThat(covariance(patches, a, a)).as("variance of %d", a).isCloseTo(1, within(0.02));
        for (int b = 0; b < a; b += 3) {
          assertThat(covariance(patches, a, b)).as("%d with %d", a, b).isCloseTo(0, within(0.02));
        }
      }
      assertThat(network.state().get("encoder_net.blocks3.0.gamma_1").getArray().toFloatArray())
          .containsOnly(0.1f);
      assertThat(network.state().get("lmu.gamma3").getArray().toFloatArray()).containsOnly(0.1f);
    }
  }

  @Test
  void paperStartsAsItsAuthorsDid() throws Exception {
    try (var manager = NDManager.newBaseManager()) {
      var network = new SparseVit(Toy.config()).initialized(manager);
      new StartingWeights("nothing", Optional.empty())
          .put(network, TrainingPreset.PAPER, WhiteningTest::sample, note -> {});
      assertThat(network.state().get("lmu.gamma1").getArray().toFloatArray()).containsOnly(1e-6f);
    }
  }

  /** What the first layer makes of all samples that it was made for: (48, patches). */
  private static float[][] patches(SparseVit network, NDManager manager) {
    int samples = 64;
    int plane = SIDE / 4 * SIDE / 4;
    var result = new float[48][samples * plane];
    for (int i = 0; i < samples; i++) {
      var input = new float[3 * SIDE * SIDE];
      SparseVitWindow.NORMALIZATION.write(sample(i).picture().samples(), input, 0);
      float[] made =
          Conv2d.conv2d(
                  manager.create(input, new Shape(1, 3, SIDE, SIDE)),
                  network.state().get("encoder_net.patch_embed1.proj.weight").getArray(),
                  network.state().get("encoder_net.patch_embed1.proj.bias").getArray(),
                  new Shape(4, 4))
              .singletonOrThrow()
              .toFloatArray();
      for (int c = 0; c < 48; c++) {
        System.arraycopy(made, c * plane, result[c], i * plane, plane);
      }
    }
    return result;
  }

  private static double covariance(float[][] patches, int a, int b) {
    double sumA = 0;
    double sumB = 0;
    double products = 0;
    int n = patches[a].length;
    for (int i = 0; i < n; i++) {
      sumA += patches[a][i];
      sumB += patches[b][i];
      products += (double) patches[a][i] * patches[b][i];
    }
    return products / n - sumA / n * sumB / n;
  }
}
