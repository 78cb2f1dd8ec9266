/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.misfit.MisfitPart;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * What JPEG compressions left in a picture: the parts that were not compressed as the rest was, and
 * what this says about each pixel.
 */
public final class CompressionTraces {

  /** Probabilities nearer to 0 or 1 count as this near. */
  private static final double LEAST = 1e-4;

  private final int x;
  private final int y;
  private final int width;
  private final int height;

  /** Changed after the last compression. */
  private final List<MisfitPart> misfits;

  /** Changed between two compressions. */
  private final List<MisfitPart> once;

  private final Optional<DoubleCompression> twice;

  private CompressionTraces(
      int x,
      int y,
      int width,
      int height,
      List<MisfitPart> misfits,
      List<MisfitPart> once,
      Optional<DoubleCompression> twice) {
    this.x = x;
    this.y = y;
    this.width = width;
    this.height = height;
    this.misfits = misfits;
    this.once = once;
    this.twice = twice;
  }

  /**
   * @throws CancellationException when the listener says so
   */
  public static CompressionTraces of(RgbImage image, ProgressListener listener) {
    var last = Compression.find(image);
    var misfits = last.map(found -> MisfitFinder.within(image, found, listener)).orElse(List.of());
    var twice =
        last.flatMap(
            found ->
                FirstCompressionFinder.find(image, found)
                    .map(first -> DoubleCompression.of(image, first, listener)));
    var once =
        twice.map(found -> found.parts(image)).orElse(List.of()).stream()
            .filter(part -> misfits.stream().noneMatch(part::overlaps))
            .toList();
    return new CompressionTraces(0, 0, image.width(), image.height(), misfits, once, twice);
  }

  /** Those of a picture that this one was cut out of, within this one. */
  public CompressionTraces shifted(int right, int down) {
    return new CompressionTraces(
        x + right,
        y + down,
        width,
        height,
        misfits.stream().map(part -> part.shifted(right, down)).toList(),
        once.stream().map(part -> part.shifted(right, down)).toList(),
        twice);
  }

  /** The parts that were not compressed as the rest of the picture was. */
  public List<MisfitPart> parts() {
    return Stream.concat(misfits.stream(), once.stream()).toList();
  }

  /**
   * Has what was found count in a map of probabilities.
   *
   * @param map of the picture, row by row, changed
   * @param mapWidth of the picture
   */
  public void applyTo(float[] map, int mapWidth) {
    twice.ifPresent(found -> shift(map, mapWidth, found));
    misfits.forEach(part -> part.raise(map, mapWidth));
  }

  private void shift(float[] map, int mapWidth, DoubleCompression found) {
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int at = (y + row) * mapWidth + x + column;
        double probability = Math.max(LEAST, Math.min(1 - LEAST, map[at]));
        double odds = probability / (1 - probability) * Math.exp(found.at(column, row));
        map[at] = (float) (odds / (1 + odds));
      }
    }
  }
}
