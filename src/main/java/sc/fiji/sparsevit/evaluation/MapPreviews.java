/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import sc.fiji.sparsevit.evaluation.MapSource.ProbabilityMap;
import sc.fiji.sparsevit.io.WholeFile;

/**
 * Small gray pictures of the maps of an evaluation (0 black, 1 white), in a folder: what the report
 * shows of the best and worst images, so that none has to be localised again.
 */
final class MapPreviews {
  private final Path folder;

  MapPreviews(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  void write(ResultKey key, ProbabilityMap map) throws IOException {
    var gray = new BufferedImage(map.width(), map.height(), BufferedImage.TYPE_BYTE_GRAY);
    var row = new int[map.width()];
    for (int y = 0; y < map.height(); y++) {
      for (int x = 0; x < row.length; x++) {
        row[x] = Math.round(map.values()[y * row.length + x] * 255);
      }
      gray.getRaster().setPixels(0, y, row.length, 1, row);
    }
    var preview = Thumbnails.scaled(gray, Thumbnails.size(map.width(), map.height()));
    WholeFile.write(file(key), part -> ImageIO.write(preview, "png", part.toFile()));
  }

  boolean contains(ResultKey key) {
    return Files.isRegularFile(file(key));
  }

  BufferedImage read(ResultKey key) throws IOException {
    return ImageIO.read(file(key).toFile());
  }

  /** Images of one name in several folders get different files. */
  private Path file(ResultKey key) {
    var name = Path.of(key.image()).getFileName();
    return folder.resolve(String.format(Locale.ROOT, "%s-%08x.png", name, key.image().hashCode()));
  }
}
