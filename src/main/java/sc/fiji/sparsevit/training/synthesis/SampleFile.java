/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import sc.fiji.sparsevit.io.WholeFile;
import sc.fiji.sparsevit.training.sample.TrainingSample;

/** Writes samples as PNG files, which lose nothing. */
public final class SampleFile {

  private static final int WHITE = 255;

  private SampleFile() {}

  /**
   * What the network is shown.
   *
   * @throws IOException when it cannot be written
   */
  public static void writePicture(TrainingSample sample, Path file) throws IOException {
    write(sample.picture().toBufferedImage(), file);
  }

  /**
   * The mask, white where forged and black elsewhere.
   *
   * @throws IOException when it cannot be written
   */
  public static void writeMask(TrainingSample sample, Path file) throws IOException {
    int width = sample.picture().width();
    var mask = new BufferedImage(width, sample.picture().height(), BufferedImage.TYPE_BYTE_GRAY);
    byte[] gray = ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < gray.length; i++) {
      gray[i] = (byte) (WHITE * sample.mask()[i]);
    }
    write(mask, file);
  }

  static void write(BufferedImage image, Path file) throws IOException {
    WholeFile.write(
        file,
        part -> {
          try (var stream = Files.newOutputStream(part)) {
            ImageIO.write(image, "png", stream);
          }
        });
  }
}
