/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.cutout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.synthesis.SampleRandom;
import sc.fiji.sparsevit.training.synthesis.TestPhotos;

class SegmentationTest {

  private static final int WIDTH = 300;
  private static final int HEIGHT = 200;
  private static final double RADIUS = 40;

  @Test
  void aDiscOnAnotherColorIsCutOutAlongItsEdge() {
    var object = Segmentation.of(disc(), SampleRandom.of(1, 1)).anything(SampleRandom.of(1, 2));

    assertEquals(Math.PI * RADIUS * RADIUS, object.area(), 0.1 * Math.PI * RADIUS * RADIUS);
    assertEquals(150, object.x() + object.opacity().width() / 2.0, 3);
    assertEquals(100, object.y() + object.opacity().height() / 2.0, 3);
  }

  @Test
  void aHoleBelongsToWhatSurroundsIt() {
    var ring = disc();
    paint(ring, RADIUS / 2, 60);
    var segmentation = Segmentation.of(ring, SampleRandom.of(1, 1));
    double disc = Math.PI * RADIUS * RADIUS;

    int whole = 0;
    for (int i = 0; i < 20; i++) {
      double area = segmentation.anything(SampleRandom.of(2, i)).area();
      if (area > disc / 2) {
        assertEquals(disc, area, 0.1 * disc);
        whole++;
      }
    }
    assertTrue(whole > 5);
  }

  @Test
  void nothingIsCutOutOfAnEvenPicture() {
    var even = new RgbRaster(WIDTH, HEIGHT);

    var object = Segmentation.of(even, SampleRandom.of(1, 1)).anything(SampleRandom.of(1, 2));

    assertEquals(0, object.area());
  }

  @Test
  void theSameRandomNumbersDivideAPhotographAlike() throws Exception {
    var photo = TestPhotos.open().any(SampleRandom.of(3, 3)).pixels();

    assertArrayEquals(
        Segmentation.of(photo, SampleRandom.of(1, 1)).labels(),
        Segmentation.of(photo, SampleRandom.of(1, 1)).labels());
  }

  private static RgbRaster disc() {
    var picture = new RgbRaster(WIDTH, HEIGHT);
    Arrays.fill(picture.samples(), (byte) 60);
    paint(picture, RADIUS, 180);
    return picture;
  }

  private static void paint(RgbRaster picture, double radius, int gray) {
    for (int i = 0; i < picture.samples().length; i++) {
      int pixel = i % picture.pixels();
      if (Math.hypot(pixel % WIDTH - 150, pixel / WIDTH - 100) < radius) {
        picture.samples()[i] = (byte) gray;
      }
    }
  }
}
