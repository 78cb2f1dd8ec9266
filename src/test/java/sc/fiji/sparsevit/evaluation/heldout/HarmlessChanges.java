/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ColorProcessor;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * Untouched photographs, each kept as PNG after a change of the picture as a whole that is no
 * forgery.
 */
record HarmlessChanges(String name, Photographs photos) implements HeldOutSet {

  private enum HarmlessChange {
    NONE,
    CROPPED,
    GRAY,
    BRIGHTER,
    MORE_CONTRAST,
    OTHER_GAMMA,
    SHARPENED,
    SAVED_AGAIN
  }

  @Override
  public int size() {
    return photos.files().size();
  }

  @Override
  public void make(int number, Chance chance, SetFolder folder) throws IOException {
    var photo = photos.files().get(number);
    var change = HarmlessChange.values()[number % HarmlessChange.values().length];
    folder.untouchedPng(
        Names.of(number, change.name().toLowerCase(Locale.ROOT)),
        changed(PictureIo.read(photo), change, chance),
        Map.of("made", "untouched", "from", Names.name(photo)));
  }

  private static ColorProcessor changed(ColorProcessor photo, HarmlessChange change, Chance chance)
      throws IOException {
    switch (change) {
      case CROPPED -> {
        return PictureIo.crop(photo, photo.getWidth() - 9, photo.getHeight() - 9, chance);
      }
      case GRAY -> {
        return photo.convertToByteProcessor(false).convertToColorProcessor();
      }
      case BRIGHTER -> photo.add(chance.between(8, 30));
      case MORE_CONTRAST -> photo.multiply(chance.between(1.05, 1.3));
      case OTHER_GAMMA -> photo.gamma(chance.between(0.7, 1.4));
      case SHARPENED -> photo.sharpen();
      case SAVED_AGAIN -> {
        return PictureIo.throughJpeg(photo, chance.between(75, 94));
      }
      default -> {}
    }
    return photo;
  }
}
