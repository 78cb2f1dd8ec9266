/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.progress.ProgressListener;

/** Holds short numbers to float32, where the processor has them. */
class PrecisionTest {

  private static final ComputeOptions CPU = ComputeOptions.defaults().withDevice(DeviceChoice.CPU);

  private static final List<String> SAMPLES =
      List.of(
          "splice-shuttle.png",
          "splice-helmet-jpeg.jpg",
          "copy-move-rocket.png",
          "copy-move-micrograph-16bit.tif");

  private static ManipulationLocalizer exact;
  private static ManipulationLocalizer reduced;

  @BeforeAll
  static void open() throws Exception {
    exact = ManipulationLocalizer.open("lite", CPU, warning -> {});
    reduced =
        ManipulationLocalizer.open("lite", CPU.withPrecision(PrecisionChoice.AUTO), warning -> {});
  }

  @AfterAll
  static void close() {
    exact.close();
    reduced.close();
  }

  @Test
  void flagsTheSamePixelsOfTheSamples() throws Exception {
    assumeTrue(
        !reduced.device().equals(exact.device()), "this processor multiplies no 16-bit numbers");
    long both = 0;
    long either = 0;
    for (var sample : SAMPLES) {
      float[] expected = map(exact, sample);
      float[] actual = map(reduced, sample);
      for (int i = 0; i < expected.length; i++) {
        both += expected[i] > 0.5f && actual[i] > 0.5f ? 1 : 0;
        either += expected[i] > 0.5f || actual[i] > 0.5f ? 1 : 0;
        assertThat(actual[i]).as(sample).isCloseTo(expected[i], within(0.01f));
      }
    }

    // Over all samples, because a mask of some hundred pixels changes by more with its border
    // alone.
    assertThat((double) both / either).as("IoU").isGreaterThan(0.99);
  }

  private static float[] map(ManipulationLocalizer localizer, String sample) throws Exception {
    var file = ImageFile.open(Path.of("sample-images", sample));
    var position = StackPosition.all(file.image()).get(0);
    var found =
        localizer.localize(file, position, LocalizationOptions.defaults(), ProgressListener.NONE);
    return (float[]) found.map().getPixels();
  }
}
