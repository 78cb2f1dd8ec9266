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
import sc.fiji.sparsevit.report.Thumbnail;

/**
 * Small gray pictures of the maps of an evaluation (0 black, 1 white), in a folder: what the report
 * shows of the best and worst images, so that none has to be localized again.
 */
final class MapPreviews {
  private final Path folder;

  MapPreviews(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  void write(ResultKey key, ProbabilityMap map) throws IOException {
    // Not of a gray type: to scale one, Java goes through a color space that changes its values.
    var gray = new BufferedImage(map.width(), map.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < map.values().length; i++) {
      int level = Math.round(map.values()[i] * 255);
      gray.setRGB(i % map.width(), i / map.width(), level * 0x010101);
    }
    var preview = Thumbnail.scaled(gray, MapPictures.size(map.width(), map.height()));
    WholeFile.write(file(key), part -> ImageIO.write(preview, "png", part.toFile()));
  }

  boolean contains(ResultKey key) {
    return Files.isRegularFile(file(key));
  }

  /** The map of an image; each of its three colors is the probability, 0 to 255. */
  BufferedImage read(ResultKey key) throws IOException {
    return ImageIO.read(file(key).toFile());
  }

  /** Images of one name in several folders get different files. */
  private Path file(ResultKey key) {
    var name = Path.of(key.image()).getFileName();
    return folder.resolve(String.format(Locale.ROOT, "%s-%08x.png", name, key.image().hashCode()));
  }
}
