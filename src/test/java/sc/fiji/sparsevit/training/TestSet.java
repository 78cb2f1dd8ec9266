/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A data set of the field's layout: a red square on a gray of its own per image. */
public final class TestSet {

  private TestSet() {}

  /**
   * @param gray of the first image; each further one is a little brighter
   */
  public static Path write(Path folder, int forged, int authentic, int gray) throws IOException {
    for (var part : new String[] {"Tp", "Gt", "Au"}) {
      Files.createDirectories(folder.resolve(part));
    }
    for (int i = 0; i < forged; i++) {
      var name = "image" + i + ".png";
      write(folder.resolve("Tp").resolve(name), new Color(gray + i, gray + i, gray + i), Color.RED);
      write(folder.resolve("Gt").resolve(name), Color.BLACK, Color.WHITE);
    }
    for (int i = 0; i < authentic; i++) {
      var own = new Color(gray + i, gray + i, gray + i);
      write(folder.resolve("Au").resolve("image" + i + ".png"), own, own);
    }
    return folder;
  }

  private static void write(Path file, Color ground, Color square) throws IOException {
    var image = new BufferedImage(160, 144, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(ground);
    graphics.fillRect(0, 0, 160, 144);
    graphics.setColor(square);
    graphics.fillRect(100, 80, 40, 40);
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
  }
}
