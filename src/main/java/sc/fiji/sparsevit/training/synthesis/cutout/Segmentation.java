/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.cutout;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.synthesis.options.Range;

/**
 * A photograph divided along its own edges, so that things can be cut out of photographs whose
 * objects without an outline. The graph-based method of Felzenszwalb and Huttenlocher (IJCV 59,
 * 2004) on a small copy: neighboring parts are merged while the step between them is no larger than
 * those inside them.
 *
 * @param width of the small copy
 * @param height of the small copy
 * @param labels the part of each of its pixels
 * @param factor size of the photograph over that of the copy
 */
public record Segmentation(int width, int height, int[] labels, double factor) {

  /** Steps up to this, in gray levels, merge single pixels; larger parts are more particular. */
  private static final Range SCALE = new Range(100, 700);

  /** Of the photograph's area. */
  private static final Range SHARE = new Range(0.01, 0.35);

  private static final int TRIES = 12;
  private static final int MOST_PARTS = 4;
  private static final double SOFTENING = 1.5;

  /** Divides a photograph, more or less finely by chance. */
  public static Segmentation of(RgbRaster photo, RandomGenerator random) {
    return of(SmallCopy.of(photo), random);
  }

  /** Divides the photograph that a small copy was made of. */
  public static Segmentation of(SmallCopy small, RandomGenerator random) {
    var picture = small.picture();
    var parts = new SegmentationParts(picture, (float) SCALE.drawFactor(random));
    return new Segmentation(picture.width(), picture.height(), parts.labels(), small.factor());
  }

  /**
   * Something that could be an object: a part, or some neighboring ones, that does not run along
   * most of the photograph's border. Empty if nothing of a useful size is found.
   */
  public Cutout anything(RandomGenerator random) {
    var parts = small();
    for (int i = 0; i < TRIES && !parts.isEmpty(); i++) {
      var chosen = grown(parts, random);
      double share = area(chosen) / (double) chosen.length;
      if (SHARE.contains(share) && !isBackground(chosen)) {
        return cutout(filled(chosen));
      }
    }
    return Cutout.empty();
  }

  /** The labels of parts that are small enough to be things; the others are where things stand. */
  private List<Integer> small() {
    var areas = new int[labels.length];
    for (int label : labels) {
      areas[label]++;
    }
    return IntStream.range(0, areas.length)
        .filter(label -> areas[label] > 0 && areas[label] <= SHARE.high() * labels.length)
        .boxed()
        .toList();
  }

  private boolean[] grown(List<Integer> parts, RandomGenerator random) {
    var chosen = new boolean[labels.length];
    add(parts.get(random.nextInt(parts.size())), chosen);
    int more = random.nextInt(MOST_PARTS);
    for (int i = 0; i < more; i++) {
      int neighbor = neighbor(chosen, random.nextInt(labels.length));
      if (Collections.binarySearch(parts, neighbor) >= 0) {
        add(neighbor, chosen);
      }
    }
    return chosen;
  }

  private void add(int label, boolean[] chosen) {
    for (int i = 0; i < labels.length; i++) {
      chosen[i] |= labels[i] == label;
    }
  }

  /**
   * The label of a part next to what is chosen, -1 if there is none; where to look first varies.
   */
  private int neighbor(boolean[] chosen, int start) {
    for (int k = 0; k < labels.length; k++) {
      int i = (start + k) % labels.length;
      if (!chosen[i] && touches(chosen, i)) {
        return labels[i];
      }
    }
    return -1;
  }

  private boolean touches(boolean[] chosen, int i) {
    int x = i % width;
    return x > 0 && chosen[i - 1]
        || x < width - 1 && chosen[i + 1]
        || i >= width && chosen[i - width]
        || i < labels.length - width && chosen[i + width];
  }

  private static int area(boolean[] chosen) {
    int area = 0;
    for (boolean pixel : chosen) {
      area += pixel ? 1 : 0;
    }
    return area;
  }

  /** Skies, walls and grounds fill much of the border. */
  private boolean isBackground(boolean[] chosen) {
    int border = 0;
    for (int x = 0; x < width; x++) {
      border += chosen[x] ? 1 : 0;
      border += chosen[labels.length - 1 - x] ? 1 : 0;
    }
    for (int y = 0; y < height; y++) {
      border += chosen[y * width] ? 1 : 0;
      border += chosen[y * width + width - 1] ? 1 : 0;
    }
    return border > (width + height) / 3;
  }

  /** What is enclosed belongs to it too. */
  private boolean[] filled(boolean[] chosen) {
    var outside = new boolean[chosen.length];
    var stack = new int[4 * chosen.length + 2 * (width + height)];
    int top = 0;
    for (int x = 0; x < width; x++) {
      stack[top++] = x;
      stack[top++] = chosen.length - 1 - x;
    }
    for (int y = 0; y < height; y++) {
      stack[top++] = y * width;
      stack[top++] = y * width + width - 1;
    }
    while (top > 0) {
      int i = stack[--top];
      if (chosen[i] || outside[i]) {
        continue;
      }
      outside[i] = true;
      int x = i % width;
      if (x > 0) {
        stack[top++] = i - 1;
      }
      if (x < width - 1) {
        stack[top++] = i + 1;
      }
      if (i >= width) {
        stack[top++] = i - width;
      }
      if (i < chosen.length - width) {
        stack[top++] = i + width;
      }
    }
    var result = new boolean[chosen.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = !outside[i];
    }
    return result;
  }

  /** The choice in the photograph's own size, its steps smoothed away. */
  private Cutout cutout(boolean[] chosen) {
    var mask = new FloatPlane(width, height);
    for (int i = 0; i < chosen.length; i++) {
      mask.values()[i] = chosen[i] ? 1 : 0;
    }
    var small = new Cutout(0, 0, mask).trimmed();
    var large = new Cutout(small.x(), small.y(), small.opacity().padded(2)).moved(-2, -2);
    large =
        new Cutout(
            (int) Math.round(large.x() * factor),
            (int) Math.round(large.y() * factor),
            Interpolation.BICUBIC.resize(
                large.opacity(),
                Interpolation.length(large.opacity().width() * factor),
                Interpolation.length(large.opacity().height() * factor)));
    return sharpened(large).trimmed();
  }

  private static Cutout sharpened(Cutout soft) {
    float[] values = soft.opacity().values();
    for (int i = 0; i < values.length; i++) {
      double steeper = 0.5 + SOFTENING * (values[i] - 0.5);
      values[i] = steeper <= 0 ? 0 : steeper >= 1 ? 1 : (float) steeper;
    }
    return soft;
  }
}
