/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of one large photograph in another one, both in the same of three sizes, and the other one
 * untouched in that size: what is found depends on how many pixels an image has. Half of the edges
 * are soft.
 */
record LargeSplices(String name, List<Path> photos) implements HeldOutSet {

  /** In pixels, as far as the photograph has them; the last is its own. */
  private static final List<Integer> LONGER_SIDES = List.of(768, 1280, Integer.MAX_VALUE);

  private static final double LEAST = 0.003;
  private static final double MOST = 0.08;

  @Override
  public int size() {
    return photos.size() < 2 ? 0 : LONGER_SIDES.size() * photos.size();
  }

  @Override
  public void make(int number, Chance chance, SetFolder folder) throws IOException {
    int side = LONGER_SIDES.get(number % LONGER_SIDES.size());
    var host = photos.get(number / LONGER_SIDES.size());
    var photo = inSize(PictureIo.read(host), side);
    var donor = chance.one(photos.stream().filter(file -> !file.equals(host)).toList());
    var other = inSize(PictureIo.read(donor), side);
    var how = new LinkedHashMap<String, Object>();
    how.put("host", Names.name(host));
    how.put("longerSide", Math.max(photo.getWidth(), photo.getHeight()));
    String name = Names.of(number, Names.stem(host));
    folder.untouched(name, photo, chance, how);
    how.put("made", "splice");
    how.put("donor", Names.name(donor));
    var forgery = Attempts.until(Names.name(host), () -> forge(photo, other, chance, how));
    folder.forged(name, forgery, chance, how);
  }

  private static ColorProcessor inSize(ColorProcessor photo, int longerSide) {
    int longer = Math.max(photo.getWidth(), photo.getHeight());
    if (longer <= longerSide) {
      return photo;
    }
    double factor = (double) longerSide / longer;
    photo.setInterpolationMethod(ImageProcessor.BILINEAR);
    int width = (int) Math.round(photo.getWidth() * factor);
    int height = (int) Math.round(photo.getHeight() * factor);
    return (ColorProcessor) photo.resize(width, height, true);
  }

  private static Optional<PastedForgery> forge(
      ColorProcessor photo, ColorProcessor other, Chance chance, Map<String, Object> how) {
    double area = chance.between(LEAST, MOST) * photo.getPixelCount();
    var outline = Outline.of(Shapes.ofArea(area, chance));
    var bounds = outline.bounds();
    if (bounds.width > Math.min(photo.getWidth(), other.getWidth())
        || bounds.height > Math.min(photo.getHeight(), other.getHeight())) {
      return Optional.empty();
    }
    var cut = somewhere(bounds.width, bounds.height, other, chance);
    var at = somewhere(bounds.width, bounds.height, photo, chance);
    double feather = chance.between(0, 1) == 0 ? 0 : chance.between(0.5, 2.5);
    var part = CutPart.cut(other, outline.movedTo(cut.x, cut.y));
    how.put("share", (double) outline.area() / photo.getPixelCount());
    how.put("cutAt", new int[] {cut.x, cut.y});
    how.put("pastedAt", new int[] {at.x, at.y});
    how.put("feather", feather);
    return Optional.of((feather > 0 ? part.feathered(feather) : part).over(photo, at))
        .filter(forgery -> forgery.showsIn(photo));
  }

  private static Point somewhere(int width, int height, ColorProcessor picture, Chance chance) {
    return new Point(
        chance.between(0, picture.getWidth() - width),
        chance.between(0, picture.getHeight() - height));
  }
}
