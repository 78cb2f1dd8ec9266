/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.inference.StretchedGround;
import sc.fiji.sparsevit.inference.StretchedPart;
import sc.fiji.sparsevit.report.EvidenceCard.Previews;

/** The right half of a picture has a ground of 220, with a patch of 250 in its lower half. */
class PreviewLayersTest {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 320;
  private static final Rectangle RIGHT = new Rectangle(640, 0, 640, 320);

  private final ColorProcessor picture = new ColorProcessor(WIDTH, HEIGHT);

  @Test
  void withoutAnEvenGroundThereIsNoPictureWithMoreContrast() {
    assertThat(previews(List.of()).contrast()).isNull();
  }

  @Test
  void onlyTheEvenGroundIsShownWithMoreContrast() throws IOException {
    picture.setColor(0xdcdcdc);
    picture.fill();
    picture.setColor(0xfafafa);
    picture.fillRect(800, 160, 320, 160);

    var shown = decoded(previews(List.of(new StretchedPart(RIGHT, new StretchedGround(220)))));

    assertThat(shown.getWidth()).isEqualTo(640);
    assertThat(gray(shown, 160, 80)).isCloseTo(220, within(3));
    assertThat(gray(shown, 350, 80)).isCloseTo(30 * 255 / 60, within(3));
    assertThat(gray(shown, 480, 120)).isCloseTo(255, within(3));
    assertThat(picture.get(700, 10) & 0xffffff).isEqualTo(0xdcdcdc);
  }

  private Previews previews(List<StretchedPart> grounds) {
    return PreviewLayers.of(
        picture, new FloatProcessor(WIDTH, HEIGHT), new ByteProcessor(WIDTH, HEIGHT), grounds);
  }

  private static BufferedImage decoded(Previews previews) throws IOException {
    var bytes = Base64.getDecoder().decode(previews.contrast().split(",")[1]);
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }

  private static int gray(BufferedImage shown, int x, int y) {
    return shown.getRGB(x, y) >> 8 & 0xff;
  }
}
