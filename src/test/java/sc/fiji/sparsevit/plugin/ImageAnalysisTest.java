/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.LocalizationMode;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.progress.ProgressListener;

class ImageAnalysisTest {
  private static final SharedLocalizer SHARED = new SharedLocalizer();
  private static final LocalizationOptions OPTIONS = LocalizationOptions.networkAlone();

  private final List<String> progress = new ArrayList<>();

  @AfterAll
  static void close() {
    SHARED.close();
  }

  @Test
  void anotherThresholdNeedsNoInference() throws IOException {
    var image = TestImages.forged();
    var first = run(image, StackChoice.CURRENT, OPTIONS).get(0);
    progress.clear();

    var second = run(image, StackChoice.CURRENT, OPTIONS.withThreshold(0)).get(0);

    assertThat(progress).isEmpty();
    assertThat(second.map()).isSameAs(first.map());
    assertThat(area(second)).isGreaterThan(area(first));
  }

  @Test
  void whateverChangesTheMapIsLookedAtAnew() throws IOException {
    var image = TestImages.forged();
    var first = run(image, StackChoice.CURRENT, OPTIONS).get(0).map();
    image.getProcessor().set(3, 3, 0x123456);
    var edited = run(image, StackChoice.CURRENT, OPTIONS).get(0).map();
    image.setRoi(new OvalRoi(100, 0, 140, 140));
    var selected = run(image, StackChoice.CURRENT, OPTIONS).get(0).map();
    var squashed =
        run(image, StackChoice.CURRENT, OPTIONS.withMode(LocalizationMode.PAPER)).get(0).map();

    assertThat(edited).isNotSameAs(first);
    assertThat(selected.getWidth()).isEqualTo(140);
    assertThat(squashed.getPixels()).isNotEqualTo(selected.getPixels());
    // Native mode: two looks, and the enlarged image, which would be four, is not needed; paper:
    // one
    assertThat(progress)
        .containsExactly("1/6", "2/6", "6/6", "1/6", "2/6", "6/6", "1/6", "2/6", "6/6", "1/1");
  }

  @Test
  void whatIsRefusedIsNamed() {
    var tiny = IJ.createImage("tiny.png", "8-bit ramp", 100, 60, 1);

    assertThatThrownBy(() -> run(tiny, StackChoice.CURRENT, OPTIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("tiny.png: is too small to judge: 100 x 60 pixels");
  }

  @Test
  void progressIsThatOfTheWholeStack() throws IOException {
    var found = run(TestImages.stack(), StackChoice.ALL, OPTIONS);

    assertThat(found).hasSize(3);
    assertThat(progress)
        .containsExactly(
            "1/18", "2/18", "6/18", "7/18", "8/18", "12/18", "13/18", "14/18", "18/18");
  }

  @Test
  void cancelingEndsAStackAndKeepsWhatWasComplete() throws IOException {
    var image = TestImages.stack();
    var canceling =
        new ProgressListener() {
          @Override
          public void progress(long done, long total) {
            progress.add(done + "/" + total);
          }

          @Override
          public boolean isCanceled() {
            return progress.contains("6/18");
          }
        };

    assertThatThrownBy(
            () -> task(image, StackChoice.ALL, OPTIONS).run(SHARED, canceling, warning -> {}))
        .isInstanceOf(CancellationException.class);

    assertThat(image.isLocked()).isFalse();
    progress.clear();
    run(image, StackChoice.ALL, OPTIONS);
    assertThat(progress).containsExactly("7/18", "8/18", "12/18", "13/18", "14/18", "18/18");
  }

  @Test
  void escapeCancels() {
    try (var bar = new StatusBar(new TrainCommand())) {
      assertThat(bar.isCanceled()).isFalse();
      IJ.setKeyDown(KeyEvent.VK_ESCAPE);
      assertThat(bar.isCanceled()).isTrue();
    }
    try (var next = new StatusBar(new TrainCommand())) {
      assertThat(next.isCanceled()).isFalse();
    }
  }

  @Test
  void theModelIsOpenedOnce() throws IOException {
    var key = ModelKey.of("lite", ComputeOptions.defaults().withDevice(DeviceChoice.CPU));
    try (var shared = new SharedLocalizer()) {
      var first = shared.use(key, warning -> {}, localizer -> localizer);
      var second = shared.use(key, warning -> {}, localizer -> localizer);
      var other =
          shared.use(
              ModelKey.of("lite", ComputeOptions.defaults().withDevice(DeviceChoice.AUTO)),
              warning -> {},
              localizer -> localizer);

      assertThat(second).isSameAs(first);
      assertThat(other).isNotSameAs(first);
    }
  }

  @Test
  void whoAsksForAGpuAndGetsNoneIsToldEachTime() throws IOException {
    var key = ModelKey.of("lite", ComputeOptions.defaults().withDevice(DeviceChoice.GPU));
    var warnings = new ArrayList<String>();
    try (var shared = new SharedLocalizer()) {
      var device = shared.use(key, warnings::add, localizer -> localizer.device());
      shared.use(key, warnings::add, localizer -> localizer);

      assertThat(warnings).hasSize(device.startsWith("gpu") ? 0 : 2);
    }
  }

  private List<Localization> run(ImagePlus image, StackChoice stack, LocalizationOptions options)
      throws IOException {
    return task(image, stack, options)
        .run(SHARED, (done, total) -> progress.add(done + "/" + total), warning -> {});
  }

  private static ImageAnalysis task(
      ImagePlus image, StackChoice stack, LocalizationOptions options) {
    var model = ModelKey.of("lite", ComputeOptions.defaults().withDevice(DeviceChoice.CPU));
    return new ImageAnalysis(
        image, stack.positions(image), options, Optional.empty(), model, List.of());
  }

  private static long area(Localization found) {
    return found.regions().regions().stream().mapToLong(region -> region.area()).sum();
  }
}
