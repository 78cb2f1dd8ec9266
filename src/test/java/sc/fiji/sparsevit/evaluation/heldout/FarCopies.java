/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ColorProcessor;
import java.awt.Point;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parts of large photographs once more, 2,000 pixels away: two images of each. They test the search
 * for copies, which was not trained, so any photograph will do.
 */
record FarCopies(String name, List<Path> photos) implements HeldOutSet {
  private static final int OF_EACH = 2;
  private static final int DISTANCE = 2000;

  @Override
  public int size() {
    return OF_EACH * photos.size();
  }

  @Override
  public void make(int number, Chance chance, SetFolder folder) throws IOException {
    var file = photos.get(number / OF_EACH);
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
}
