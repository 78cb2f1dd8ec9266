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
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sc.fiji.sparsevit.evaluation.heldout.Photographs.MarkedObject;

/**
 * A part of one photograph in another one, neither scaled nor turned: half with a soft edge, a
 * third with the colors of the place it comes to, every third one an object with its true outline.
 *
 * @param least share of the image
 * @param most share of the image
 */
record Splices(String name, Photographs photos, double least, double most) implements HeldOutSet {
  private static final int SURROUNDINGS = 20;

  @Override
  public int size() {
    return photos.files().size();
  }

  @Override
  public void make(int number, Chance chance, SetFolder folder) throws IOException {
    var host = photos.files().get(number);
    var frame = photos.frame(number, chance);
    var how = new LinkedHashMap<String, Object>();
    var forgery = Attempts.until(Names.name(host), () -> forge(frame, host, number, chance, how));
    folder.forged(Names.of(number, Names.stem(host)), forgery, chance, how);
  }

  private Optional<PastedForgery> forge(
      ColorProcessor frame, Path host, int number, Chance chance, Map<String, Object> how)
      throws IOException {
    var object = object(frame, host, number, chance);
    var bounds = object.outline().bounds();
    if (object.photo().equals(host) || !fits(object, frame)) {
      return Optional.empty();
    }
    var from = PictureIo.read(object.photo());
    var at =
        new Point(
            chance.between(0, frame.getWidth() - bounds.width),
            chance.between(0, frame.getHeight() - bounds.height));
    double feather = number % 2 == 0 ? chance.between(0.5, 1.5) : 0;
    boolean matched = number / 2 % 3 == 0;
    var part = CutPart.cut(from, object.outline());
    if (matched) {
      part = part.toned(toPlace(from, bounds, frame, at, chance));
    }
    if (feather > 0) {
      part = part.feathered(feather);
    }
    how.put("made", "splice");
    how.put("host", Names.name(host));
    how.put("donor", Names.name(object.photo()));
    how.put("outline", object.mask());
    how.put("share", (double) object.outline().area() / frame.getPixelCount());
    how.put("cutAt", new int[] {bounds.x, bounds.y});
    how.put("pastedAt", new int[] {at.x, at.y});
    how.put("feather", feather);
    how.put("colorsMatched", matched);
    return Optional.of(part.over(frame, at)).filter(forgery -> forgery.showsIn(frame));
  }

  /**
   * Of another photograph; every third time one with a known outline, each of those equally often.
   */
  private MarkedObject object(ColorProcessor frame, Path host, int number, Chance chance)
      throws IOException {
    var marked =
        photos.objects().stream()
            .filter(object -> !object.photo().equals(host) && fits(object, frame))
            .toList();
    if (number % 3 == 0 && !marked.isEmpty()) {
      return marked.get(number / 3 % marked.size());
    }
    var photo = chance.one(photos.files());
    double area = chance.between(least, most) * frame.getPixelCount();
    var outline =
        Objects.lively(
            PictureIo.read(photo), () -> Outline.of(Shapes.ofArea(area, chance)), chance);
    return new MarkedObject(photo, "drawn", outline.orElse(Outline.NONE));
  }

  private boolean fits(MarkedObject object, ColorProcessor frame) {
    var bounds = object.outline().bounds();
    double share = (double) object.outline().area() / frame.getPixelCount();
    return share >= least
        && share <= most
        && bounds.width <= frame.getWidth()
        && bounds.height <= frame.getHeight();
  }

  private static ToneChange toPlace(
      ColorProcessor from, Rectangle bounds, ColorProcessor frame, Point at, Chance chance) {
    int left = Math.max(0, at.x - SURROUNDINGS);
    int top = Math.max(0, at.y - SURROUNDINGS);
    int right = Math.min(frame.getWidth(), at.x + bounds.width + SURROUNDINGS);
    int bottom = Math.min(frame.getHeight(), at.y + bounds.height + SURROUNDINGS);
    return ToneChange.matching(
        PictureIo.crop(from, bounds.x, bounds.y, bounds.width, bounds.height),
        PictureIo.crop(frame, left, top, right - left, bottom - top),
        chance.between(0.5, 0.9));
  }
}
