/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture and its halves: where it is out of focus or smooth, its structure stands out from noise
 * only in the smaller ones. They are made when first asked for.
 */
final class Pyramid {

  /** Each half as wide as the one before; the first is the picture itself. */
  static final int LEVELS = 3;

  private final List<Luminance> pictures = new ArrayList<>();

  Pyramid(Luminance picture) {
    pictures.add(picture);
  }

  Luminance picture() {
    return pictures.get(0);
  }

  synchronized Luminance at(int level) {
    while (pictures.size() <= level) {
      pictures.add(halved(pictures.get(pictures.size() - 1)));
    }
    return pictures.get(level);
  }

  private static Luminance halved(Luminance picture) {
    int width = Math.max(1, picture.width() / 2);
    int height = Math.max(1, picture.height() / 2);
    var levels = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int sum =
            picture.at(2 * x, 2 * y)
                + picture.at(2 * x + 1, 2 * y)
                + picture.at(2 * x, 2 * y + 1)
                + picture.at(2 * x + 1, 2 * y + 1);
        levels[y * width + x] = (byte) ((sum + 2) / 4);
      }
    }
    return new Luminance(width, height, levels);
  }

  /** A candidate as a level's pixels see it. */
  static Candidate atLevel(Candidate candidate, int level) {
    if (level == 0) {
      return candidate;
    }
    float side = 1 << level;
    var matches =
        candidate.matches().stream()
            .map(
                match ->
                    new Match(
                        match.from().smaller(side),
                        match.to().smaller(side),
                        match.mirrored(),
                        match.distance()))
            .toList();
    return new Candidate(candidate.similarity().rescaled(1.0 / side), matches);
  }
}
