/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import sc.fiji.sparsevit.copies.Luminance;
import sc.fiji.sparsevit.report.ScreenedPicture;
import sc.fiji.sparsevit.reuse.PictureCollection;
import sc.fiji.sparsevit.reuse.PictureFeatures;

/**
 * The pictures of a screening, as its tasks left them.
 *
 * @param journal that keeps them
 * @param pictures that are compared, in an order that does not depend on who ran the tasks
 */
record JournalPictures(Journal journal, List<ScreenedPicture> pictures)
    implements PictureCollection {

  private static final String DAMAGED = " is damaged; delete it and run the screening again";

  @Override
  public int size() {
    return pictures.size();
  }

  @Override
  public PictureFeatures features(int picture) throws IOException {
    var file = journal.features(pictures.get(picture).stem());
    try {
      return PictureFeatures.read(file);
    } catch (IOException e) {
      throw new IOException(file + DAMAGED, e);
    }
  }

  @Override
  public Luminance luminance(int picture) throws IOException {
    return gray(journal.gray(pictures.get(picture).stem()));
  }

  /** The gray levels as a PNG file. */
  byte[] levels(int picture) throws IOException {
    return Files.readAllBytes(journal.gray(pictures.get(picture).stem()));
  }

  private static Luminance gray(Path file) throws IOException {
    BufferedImage image;
    try (var stream = new BufferedInputStream(Files.newInputStream(file))) {
      image = ImageIO.read(stream);
    } catch (IOException e) {
      throw new IOException(file + DAMAGED, e);
    }
    if (image == null || !(image.getRaster().getDataBuffer() instanceof DataBufferByte bytes)) {
      throw new IOException(file + DAMAGED);
    }
    return new Luminance(image.getWidth(), image.getHeight(), bytes.getData());
  }
}
