/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Our numbers beside those of the field's own evaluators. */
class MetricsGoldenTest {
  private static final Offset<Double> TOLERANCE = within(1e-6);

  private final Golden golden = read();

  @TestFactory
  Stream<DynamicTest> pixelScoresEqualTheFieldsOnForgedImages() {
    return golden.cases.stream()
        .filter(PixelCase::isForged)
        .map(
            pixels ->
                DynamicTest.dynamicTest(
                    "case " + golden.cases.indexOf(pixels), () -> compare(pixels)));
  }

  @Test
  void imageLevelScoresEqualTheFields() {
    var images = new LabeledScores(golden.images.score, golden.images.label);

    assertThat(Confusion.at(images, 0.5).f1()).isCloseTo(golden.images.f1, TOLERANCE);
    assertThat(Auc.of(images)).isCloseTo(golden.images.auc, TOLERANCE);
  }

  private static void compare(PixelCase pixels) {
    var all = new LabeledScores(pixels.probability, pixels.mask);
    var scores = PixelScores.of(pixels.valid == null ? all : all.where(pixels.valid), 0.5);

    assertThat(scores.f1()).isCloseTo(pixels.f1, TOLERANCE);
    assertThat(scores.iou()).isCloseTo(pixels.iou, TOLERANCE);
    assertThat(scores.reverseF1()).isCloseTo(pixels.reverseF1, TOLERANCE);
    assertThat(scores.reverseIou()).isCloseTo(pixels.reverseIou, TOLERANCE);
    assertThat(scores.doubleF1()).isCloseTo(pixels.doubleF1, TOLERANCE);
    assertThat(scores.doubleIou()).isCloseTo(pixels.doubleIou, TOLERANCE);
  }

  private static Golden read() {
    var file = MetricsGoldenTest.class.getResourceAsStream("/golden/metrics_seed1.json");
    try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      return new Gson().fromJson(reader, Golden.class);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private record Golden(List<PixelCase> cases, @SerializedName("image_level") ImageLevel images) {}

  private record PixelCase(
      float[] probability,
      byte[] mask,
      byte[] valid,
      @SerializedName("pixel_f1_origin") double f1,
      @SerializedName("pixel_iou_origin") double iou,
      @SerializedName("pixel_f1_reverse") double reverseF1,
      @SerializedName("pixel_iou_reverse") double reverseIou,
      @SerializedName("pixel_f1_double") double doubleF1,
      @SerializedName("pixel_iou_double") double doubleIou) {
    boolean isForged() {
      return new LabeledScores(probability, mask).positives() > 0;
    }
  }

  private record ImageLevel(float[] score, byte[] label, double f1, double auc) {}
}
