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
import java.util.Map;
import java.util.Optional;

/**
 * A part of a scientific picture once more elsewhere in it: only moved, mirrored, turned by 180
 * degrees, or with another contrast; half PNG, half JPEG, as the untouched ones.
 */
record StampedFigures(String name, int size, FigureSources figures) implements HeldOutSet {
  private static final List<String> CHANGES = List.of("moved", "mirrored", "turned", "contrast");
  private static final int LEAST = 24;
  private static final int MOST = 90;

  @Override
  public void make(int number, Chance chance, SetFolder folder) throws IOException {
    String change = CHANGES.get(number % CHANGES.size());
    String source = figures.source(number).name();
    var how = new LinkedHashMap<String, Object>();
    how.put("made", "stamped");
    how.put("from", source);
    how.put("change", change);
    var forgery = figures.forged(number, chance, crop -> forge(crop, change, chance, how));
    folder.forgedEitherWay(Names.of(number, change), forgery, chance, how);
  }

  private static Optional<PastedForgery> forge(
      ColorProcessor picture, String change, Chance chance, Map<String, Object> how) {
    int width = chance.between(LEAST, MOST);
    int height = chance.between(LEAST, MOST);
    boolean round = chance.half();
    var shape = round ? Shapes.ellipse(width, height) : new Rectangle(width, height);
    var place = Objects.lively(picture, () -> Outline.of(shape), chance);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    var bounds = place.get().bounds();
    var at =
        new Point(
            chance.between(0, picture.getWidth() - bounds.width),
            chance.between(0, picture.getHeight() - bounds.height));
    if (new Rectangle(at, bounds.getSize()).intersects(bounds)) {
      return Optional.empty();
    }
    double feather = chance.half() ? chance.between(0.5, 1.2) : 0;
    how.put("outline", round ? "ellipse" : "rectangle");
    how.put("size", new int[] {width, height});
    how.put("cutAt", new int[] {bounds.x, bounds.y});
    how.put("pastedAt", new int[] {at.x, at.y});
    how.put("feather", feather);
    var part = changed(CutPart.cut(picture, place.get()), change, chance, how);
    if (feather > 0) {
      part = part.feathered(feather);
    }
    return Optional.of(part.over(picture, at)).filter(forgery -> forgery.showsIn(picture));
  }

  private static CutPart changed(
      CutPart part, String change, Chance chance, Map<String, Object> how) {
    return switch (change) {
      case "mirrored" -> part.mirrored();
      case "turned" -> part.turnedBy180();
      case "contrast" -> {
        double gain = chance.half() ? chance.between(0.65, 0.85) : chance.between(1.2, 1.5);
        double offset = chance.between(-15.0, 15.0);
        how.put("gain", gain);
        how.put("offset", offset);
        yield part.toned(ToneChange.contrast(gain, offset));
      }
      default -> part;
    };
  }
}
