/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ColorProcessor;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A part of a large photograph once more, 2,000 pixels away. */
record FarCopies(String name, List<Path> photos) implements HeldOutSet {
  private static final long LEAST_PIXELS = 12_000_000;
  private static final int DISTANCE = 2000;

  /** Those photographs that have at least 12 megapixels. */
  static FarCopies of(String name, Photographs photos) throws IOException {
    var large = new ArrayList<Path>();
    for (var file : photos.files()) {
      var size = size(file);
      if ((long) size.width * size.height >= LEAST_PIXELS) {
        large.add(file);
      }
    }
    return new FarCopies(name, List.copyOf(large));
  }

  @Override
  public int size() {
    return photos.size();
  }

  @Override
  public void make(int number, Chance chance, SetFolder folder) throws IOException {
    var file = photos.get(number);
    var photo = PictureIo.read(file);
    var how = new LinkedHashMap<String, Object>();
    how.put("made", "far copy");
    how.put("host", Names.name(file));
    var forgery = Attempts.until(Names.name(file), () -> forge(photo, chance, how));
    folder.forged(Names.of(number, Names.stem(file)), forgery, chance, how);
  }

  private static Optional<PastedForgery> forge(
      ColorProcessor photo, Chance chance, Map<String, Object> how) {
    int radius = chance.between(60, 180);
    var blob = Outline.of(Shapes.ofArea(Math.PI * radius * radius, chance));
    var bounds = blob.bounds();
    int x = chance.between(0, photo.getWidth() - bounds.width);
    int y = chance.between(0, photo.getHeight() - bounds.height);
    double direction = chance.between(0, 2 * Math.PI);
    var moved =
        AffineTransform.getTranslateInstance(
            DISTANCE * Math.cos(direction), DISTANCE * Math.sin(direction));
    var to = moved.transform(new Point(x, y), null);
    var at = new Point((int) to.getX(), (int) to.getY());
    if (at.x < 0
        || at.y < 0
        || at.x + bounds.width > photo.getWidth()
        || at.y + bounds.height > photo.getHeight()) {
      return Optional.empty();
    }
    how.put("radius", radius);
    how.put("cutAt", new int[] {x, y});
    how.put("pastedAt", new int[] {at.x, at.y});
    return Optional.of(CutPart.cut(photo, blob.movedTo(x, y)).over(photo, at))
        .filter(forgery -> forgery.showsIn(photo));
  }

  private static Dimension size(Path file) throws IOException {
    try (var stream = ImageIO.createImageInputStream(file.toFile())) {
      var readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new IOException(file + " is not a picture that can be read; leave it out.");
      }
      var reader = readers.next();
      try {
        reader.setInput(stream);
        return new Dimension(reader.getWidth(0), reader.getHeight(0));
      } finally {
        reader.dispose();
      }
    }
  }
}
