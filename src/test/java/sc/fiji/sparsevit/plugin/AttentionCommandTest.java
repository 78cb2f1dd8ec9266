/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.PointRoi;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.attention.AttentionStack;
import sc.fiji.sparsevit.inference.ComputeOptions;

class AttentionCommandTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void theMapsFollowThePoint() throws Exception {
    assumeFalse(GraphicsEnvironment.isHeadless(), "there is no display");
    var image = TestImages.forged();
    image.show();
    image.setRoi(new PointRoi(20, 20));
    var look = new AttentionLook(image, "lite", ComputeOptions.defaults(), false);
    var study = look.study(20, 20);
    var stack = new AttentionStack(study).at(20, 20, "attention");
    float[] wanted = pixels(new AttentionStack(study).at(70, 40, "expected"));
    try {
      new AttentionView(look, study, stack).show(20, 20);
      assertThat(stack.getWindow()).isNotNull();
      // What a macro's getList and selectImage go through.
      assertThat(WindowManager.getImageTitles())
          .contains(image.getTitle(), "attention", image.getTitle() + " attention page");
      assertThat(pixels(stack)).isNotEqualTo(wanted);

      image.setRoi(new PointRoi(70, 40));

      var end = Instant.now().plus(PATIENCE);
      while (!Arrays.equals(pixels(stack), wanted) && Instant.now().isBefore(end)) {
        Thread.sleep(50);
      }
      assertThat(pixels(stack)).isEqualTo(wanted);
    } finally {
      stack.close();
      WindowManager.closeAllWindows();
    }
  }

  @Test
  void filesAreWrittenWhereTheyAreWanted() throws Exception {
    var image = TestImages.forged();
    image.setRoi(new PointRoi(30, 25));

    var error = MenuItem.run(AttentionCommand.class, image, "output=[" + folder + "]");

    assertThat(error).isNull();
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder(
            image.getShortTitle() + "_attention_30_25.tif",
            image.getShortTitle() + "_attention_30_25.png");
  }

  @Test
  void withoutAPointItIsSaidWhatToDo() throws Exception {
    assertThat(MenuItem.run(AttentionCommand.class, TestImages.forged(), "mode=native"))
        .contains("select a point in the image with the point tool first");
  }

  private static float[] pixels(ImagePlus stack) {
    return ((float[]) stack.getStack().getPixels(1)).clone();
  }
}
