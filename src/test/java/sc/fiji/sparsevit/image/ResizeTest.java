/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import org.junit.jupiter.api.Test;

class ResizeTest {

  @Test
  void squashOfAPhotographEqualsTheAuthorsPipeline() throws IOException {
    var resized = Resize.bilinear(chelsea(), 512, 512);

    var expected = golden().getAsJsonArray("resized_rgb_every_997th");
    assertThat(expected).hasSize(789);
    int[] rgb = Pixels.rgb(resized);
    for (int k = 0; k < expected.size(); k++) {
      int index = k * 997;
      int actual = rgb[index / 3] >> (16 - 8 * (index % 3)) & 0xff;
      assertThat(actual).as("byte %d", index).isEqualTo(expected.get(k).getAsInt());
    }
  }

  @Test
  void ownSizeChangesNothing() throws IOException {
    var source = chelsea();

    assertThat(Pixels.rgb(Resize.bilinear(source, 451, 300))).isEqualTo(Pixels.rgb(source));
  }

  @Test
  void centersOfPixelsAreHalfway() {
    var source = ArrayImgs.argbs(new int[] {0xff000000, 0xff0064c8}, 2, 1);

    assertThat(Pixels.rgb(Resize.bilinear(source, 4, 1)))
        .containsExactly(0x000000, 0x001932, 0x004b96, 0x0064c8);
  }

  @Test
  void onePixelFillsEverySize() {
    var source = ArrayImgs.argbs(new int[] {0xff123456}, 1, 1);

    assertThat(Pixels.rgb(Resize.bilinear(source, 3, 2))).hasSize(6).containsOnly(0x123456);
  }

  private static RandomAccessibleInterval<ARGBType> chelsea() throws IOException {
    BufferedImage image = ImageIO.read(ResizeTest.class.getResource("/images/chelsea.png"));
    int width = image.getWidth();
    int height = image.getHeight();
    return ArrayImgs.argbs(image.getRGB(0, 0, width, height, null, 0, width), width, height);
  }

  private static JsonObject golden() throws IOException {
    try (var json = ResizeTest.class.getResourceAsStream("/golden/pipeline_chelsea_seed1.json")) {
      return new Gson()
          .fromJson(new InputStreamReader(json, StandardCharsets.UTF_8), JsonObject.class);
    }
  }
}
