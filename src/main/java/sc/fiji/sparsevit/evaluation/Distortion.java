/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.raster.GaussianBlur;
import sc.fiji.sparsevit.raster.GaussianNoise;
import sc.fiji.sparsevit.raster.Jpeg;
import sc.fiji.sparsevit.raster.RgbRaster;

/**
 * What may happen to an image on its way to the reader, at one strength (paper figure 6).
 *
 * @param family the kind of distortion
 * @param level its strength, in the family's unit
 */
public record Distortion(Family family, int level) {
  /** The image as it is. */
  public static final Distortion NONE = new Distortion(Family.NONE, 0);

  /** A kind of distortion with the strengths that the field tries. */
  public enum Family {
    NONE("none", ""),
    BLUR("Gaussian blur", "kernel size in pixels", 3, 7, 11, 15, 19, 23),
    NOISE("Gaussian noise", "variance in gray levels squared", 3, 7, 11, 15, 19, 23),
    JPEG("JPEG", "quality", 50, 60, 70, 80, 90, 100);

    private final String title;
    private final String unit;
    private final int[] levels;

    Family(String title, String unit, int... levels) {
      this.title = title;
      this.unit = unit;
      this.levels = levels;
    }

    public String title() {
      return title;
    }

    /** What the level measures. */
    public String unit() {
      return unit;
    }
  }

  /** The distorted image; noise is the same whenever an image has this size. */
  RgbImage apply(RgbImage image) {
    if (family == Family.NONE) {
      return image;
    }
    var picture = RgbRaster.of(AwtPictures.of(image));
    var distorted =
        switch (family) {
          case NONE -> picture;
          case BLUR -> GaussianBlur.ofKernelSize(level).apply(picture);
          case NOISE ->
              new GaussianNoise(Math.sqrt(level), false)
                  .apply(picture, new SplittableRandom(level));
          case JPEG -> new Jpeg(level, false).recompress(picture);
        };
    return AwtPictures.toRgbImage(distorted.toBufferedImage());
  }

  /** All kinds at all strengths, without {@link #NONE}. */
  public static List<Distortion> sweep() {
    return Stream.of(Family.values())
        .flatMap(
            family -> IntStream.of(family.levels).mapToObj(level -> new Distortion(family, level)))
        .toList();
  }

  @Override
  public String toString() {
    var name = family.name().toLowerCase(Locale.ROOT);
    return this.equals(NONE) ? name : name + " " + level;
  }
}
