/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ColorProcessor;
import java.awt.Point;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An ellipse of a photograph once more elsewhere in it. */
record Copies(String name, Photographs photos, List<CopyChange> changes) implements HeldOutSet {

  /** What else is done to a copy. */
  enum CopyChange {
    MOVED,
    TURNED,
    MIRRORED,
    SCALED;

    /** As in names of files. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int LEAST = 36;
  private static final int MOST = 96;

  @Override
  public int size() {
    return photos.files().size();
  }

  @Override
  public void make(int number, Chance chance, SetFolder folder) throws IOException {
    var host = photos.files().get(number);
    var frame = photos.frame(number, chance);
    var change = changes.get(number % changes.size());
    var how = new LinkedHashMap<String, Object>();
    how.put("made", "copy");
    how.put("host", Names.name(host));
    how.put("change", change.word());
    var forgery = Attempts.until(Names.name(host), () -> forge(frame, change, chance, how));
    folder.forged(Names.of(number, change.word()), forgery, chance, how);
  }

  private static Optional<PastedForgery> forge(
      ColorProcessor frame, CopyChange change, Chance chance, Map<String, Object> how) {
    int longest = Math.min(MOST, Math.min(frame.getWidth(), frame.getHeight()) / 2);
    int width = chance.between(LEAST, longest);
    int height = chance.between(LEAST, longest);
    var ellipse = Outline.of(Shapes.ellipse(width, height));
    var outline =
        ellipse.movedTo(
            chance.between(0, frame.getWidth() - ellipse.bounds().width),
            chance.between(0, frame.getHeight() - ellipse.bounds().height));
    var part = changed(CutPart.cut(frame, outline), change, chance, how);
    var size = part.bounds();
    if (size.width > frame.getWidth() || size.height > frame.getHeight()) {
      return Optional.empty();
    }
    var at =
        new Point(
            chance.between(0, frame.getWidth() - size.width),
            chance.between(0, frame.getHeight() - size.height));
    how.put("size", new int[] {width, height});
    how.put("cutAt", new int[] {outline.bounds().x, outline.bounds().y});
    how.put("pastedAt", new int[] {at.x, at.y});
    if (new Rectangle(at, size.getSize()).intersects(outline.bounds())) {
      return Optional.empty();
    }
    return Optional.of(part.over(frame, at)).filter(forgery -> forgery.showsIn(frame));
  }

  private static CutPart changed(
      CutPart part, CopyChange change, Chance chance, Map<String, Object> how) {
    switch (change) {
      case TURNED -> {
        double degrees = chance.between(5.0, 355.0);
        how.put("degrees", degrees);
        return part.turned(degrees);
      }
      case MIRRORED -> {
        return part.mirrored();
      }
      case SCALED -> {
        double factor = chance.half() ? chance.between(0.5, 0.8) : chance.between(1.25, 2.0);
        how.put("factor", factor);
        return part.scaled(factor);
      }
      default -> {
        return part;
      }
    }
  }
}
