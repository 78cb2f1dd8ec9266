/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.inpainting;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.raster.RgbRaster;

/**
 * Fills a hole with texture from the rest of the picture, as "content-aware" tools do. From the
 * border inwards every pixel is copied from where the surroundings are most alike; what continues a
 * neighbor's copy is preferred, so that whole pieces are copied.
 *
 * @param seed of the random search
 */
public record TextureGrowth(long seed) implements Inpainter {

  @Override
  public RgbRaster fill(RgbRaster picture, boolean[] hole) {
    var growth = new Growth(picture.copy(), hole, new SplittableRandom(seed));
    return growth.sources.length == 0 ? new Membrane().fill(picture, hole) : growth.grow();
  }

  private static final class Growth {

    private static final int RADIUS = 3;

    /** Guesses for a pixel that continues nothing, and for one that does. */
    private static final int FIRST_GUESSES = 300;

    private static final int GUESSES = 12;

    /** Pixels that are compared before asking whether it is too much already. */
    private static final int AT_ONCE = 8;

    /** A guess has to be so much better than continuing. */
    private static final double LOYALTY = 0.5;

    private final RgbRaster picture;
    private final int width;
    private final int height;
    private final FillFront front;
    private final SplittableRandom random;
    private final int[] known = new int[(2 * RADIUS + 1) * (2 * RADIUS + 1)];
    private final int[] source;
    private final boolean[] isSource;
    private final int[] sources;

    Growth(RgbRaster picture, boolean[] hole, SplittableRandom random) {
      this.picture = picture;
      this.random = random;
      width = picture.width();
      height = picture.height();
      front = new FillFront(width, height, hole);
      source = new int[hole.length];
      Arrays.fill(source, -1);
      isSource = whole(hole);
      sources = IntStream.range(0, hole.length).filter(i -> isSource[i]).toArray();
    }

    /** Centers of patches that lie in the picture and outside the hole. */
    private boolean[] whole(boolean[] hole) {
      var whole = new boolean[hole.length];
      for (int y = RADIUS; y < height - RADIUS; y++) {
        Arrays.fill(
            whole,
            y * width + RADIUS,
            Math.max(y * width + RADIUS, (y + 1) * width - RADIUS),
            true);
      }
      for (int i = 0; i < hole.length; i++) {
        if (hole[i]) {
          int left = Math.max(0, i % width - RADIUS);
          int right = Math.min(width, i % width + RADIUS + 1);
          for (int y = Math.max(0, i / width - RADIUS);
              y <= Math.min(height - 1, i / width + RADIUS);
              y++) {
            Arrays.fill(whole, y * width + left, y * width + right, false);
          }
        }
      }
      return whole;
    }

    RgbRaster grow() {
      for (int pixel = front.next(); pixel >= 0; pixel = front.next()) {
        if (front.isHole(pixel)) {
          source[pixel] = best(pixel);
          for (int c = 0; c < picture.samples().length; c += picture.pixels()) {
            picture.samples()[c + pixel] = picture.samples()[c + source[pixel]];
          }
        }
        front.advance(pixel);
      }
      return picture;
    }

    private int best(int pixel) {
      int count = gather(pixel);
      int best = -1;
      long least = Long.MAX_VALUE;
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          int candidate = continued(pixel, dx, dy);
          if (candidate >= 0 && candidate != best) {
            long distance = distance(pixel, candidate, count, least);
            if (distance < least) {
              least = distance;
              best = candidate;
            }
          }
        }
      }
      int guesses = best < 0 ? FIRST_GUESSES : GUESSES;
      least = best < 0 ? least : (long) (LOYALTY * least);
      for (int i = 0; i < guesses; i++) {
        int candidate = sources[random.nextInt(sources.length)];
        long distance = distance(pixel, candidate, count, least);
        if (distance < least) {
          least = distance;
          best = candidate;
        }
      }
      return best;
    }

    /** Where the pixel comes from if it continues its neighbor's source, or -1. */
    private int continued(int pixel, int dx, int dy) {
      int x = pixel % width + dx;
      int y = pixel / width + dy;
      if (x < 0 || y < 0 || x >= width || y >= height || source[y * width + x] < 0) {
        return -1;
      }
      int candidate = source[y * width + x] - dy * width - dx;
      return candidate >= 0 && candidate < isSource.length && isSource[candidate] ? candidate : -1;
    }

    /** Offsets to the known pixels around a pixel. */
    private int gather(int pixel) {
      int x = pixel % width;
      int y = pixel / width;
      int count = 0;
      for (int dy = -RADIUS; dy <= RADIUS; dy++) {
        for (int dx = -RADIUS; dx <= RADIUS; dx++) {
          if (front.isKnown(x + dx, y + dy)) {
            known[count++] = dy * width + dx;
          }
        }
      }
      return count;
    }

    /** Sum of squared differences of what is known around both; stops once past the limit. */
    private long distance(int pixel, int candidate, int count, long limit) {
      byte[] samples = picture.samples();
      long sum = 0;
      for (int c = 0; c < samples.length; c += picture.pixels()) {
        for (int k = 0; k < count; ) {
          for (int end = Math.min(count, k + AT_ONCE); k < end; k++) {
            int difference =
                (samples[c + pixel + known[k]] & 255) - (samples[c + candidate + known[k]] & 255);
            sum += difference * difference;
          }
          if (sum >= limit) {
            return sum;
          }
        }
      }
      return sum;
    }
  }
}
