/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scientific pictures that no training saw.
 *
 * @param pictures each one; of large ones also half as large
 * @param crops from which picture each crop comes: the larger the picture, the more often
 */
record FigureSources(List<FigureSource> pictures, List<FigureSource> crops) {
  private static final int LARGE = 1000;
  private static final int SMALLEST_SIDE = 140;
  private static final int PIXELS_PER_CROP = 40_000;
  private static final int MOST_CROPS = 6;
  private static final int MOST_TRIED = 20;
  private static final int CROP_LEAST = 200;
  private static final int CROP_MOST = 512;

  record FigureSource(String name, ColorProcessor picture) {
    private boolean hasCrop(int round) {
      int crops = Math.min(MOST_CROPS, Math.max(1, picture.getPixelCount() / PIXELS_PER_CROP));
      return round < crops && Math.min(picture.getWidth(), picture.getHeight()) >= SMALLEST_SIDE;
    }
  }

  static FigureSources of(List<Path> files) throws IOException {
    var pictures = new ArrayList<FigureSource>();
    for (var file : files) {
      var picture = PictureIo.read(file);
      pictures.add(new FigureSource(Names.name(file), picture));
      int width = picture.getWidth();
      int height = picture.getHeight();
      if (Math.min(width, height) >= LARGE) {
        var half = (ColorProcessor) picture.resize(width / 2, height / 2, true);
        pictures.add(new FigureSource(Names.name(file) + ", half as large", half));
      }
    }
    var crops = new ArrayList<FigureSource>();
    for (int round = 0; round < MOST_CROPS; round++) {
      for (var figure : pictures) {
        if (figure.hasCrop(round)) {
          crops.add(figure);
        }
      }
    }
    return new FigureSources(List.copyOf(pictures), List.copyOf(crops));
  }

  /** That which a crop is of; begins anew when all have had their turn. */
  FigureSource source(int number) {
    return crops.get(number % crops.size());
  }

  /** What a picture of its own may show; begins anew when all have had their turn. */
  FigureSource crop(int number, Chance chance) {
    var figure = source(number);
    int width = chance.between(CROP_LEAST, CROP_MOST);
    int height = chance.between(CROP_LEAST, CROP_MOST);
    return new FigureSource(figure.name(), PictureIo.crop(figure.picture(), width, height, chance));
  }

  /** One way to forge a picture, which may not work out. */
  interface Forging {
    Optional<PastedForgery> in(ColorProcessor picture);
  }

  /**
   * A forged crop. Of a picture that is mostly ground, a crop may show nothing to forge, so others
   * are tried.
   *
   * @throws IOException if none of them worked out
   */
  PastedForgery forged(int number, Chance chance, Forging forging) throws IOException {
    return Attempts.until(
        source(number).name(),
        MOST_TRIED,
        () -> {
          var crop = crop(number, chance).picture();
          return Attempts.some(() -> forging.in(crop));
        });
  }
}
