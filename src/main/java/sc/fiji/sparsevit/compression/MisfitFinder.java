/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.misfit.BlockSet;
import sc.fiji.sparsevit.misfit.MisfitPart;
import sc.fiji.sparsevit.misfit.MisfitPart.Trace;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Finds the parts of a picture that do not fit the JPEG compression that the rest went through. It
 * finds nothing in a picture that was compressed again as a whole, resized, or never compressed.
 */
final class MisfitFinder {

  /** Of misfits in a part, and of its blocks in which no color is cut off. */
  private static final int FEWEST_BLOCKS = 8;

  /** Of more, the picture was put together from several, and none of them is the rest. */
  private static final double LARGEST_SHARE = 0.5;

  /** For a part that has steps of its own. */
  private static final StepFinder OWN = new StepFinder(0.5);

  /** Evidence for steps of its own on the same grid, per block, above which a part is no misfit. */
  private static final double OWN_STEPS = 0.3;

  /** For a part that was changed a little. */
  private static final StepFinder CHANGED = new StepFinder(0.7);

  /** Evidence for the picture's steps, per block, above which a part is no misfit. */
  private static final double SAME_STEPS = -0.3;

  private MisfitFinder() {}

  /**
   * @return in the order of their first rows
   * @throws CancellationException when the listener says so
   */
  static List<MisfitPart> within(
      RgbImage image, Compression compression, ProgressListener listener) {
    var grid = compression.grid();
    var misfits = new Misfits(grid, deviations(image, compression, listener));
    var found = misfits.confirmed();
    if (!misfits.canTell() || share(found, misfits) > LARGEST_SHARE) {
      return List.of();
    }
    return found.groups().stream()
        .filter(group -> isCertain(group, misfits, image, compression))
        .flatMap(group -> BlockPart.of(group, grid, image, Trace.NOT_COMPRESSED).stream())
        .toList();
  }

  /** For each block; not a number where it says nothing. */
  private static float[] deviations(
      RgbImage image, Compression compression, ProgressListener listener) {
    var grid = compression.grid();
    var reader = new BlockReader(image);
    var recompression = new Recompression(compression.steps());
    var deviations = new float[grid.blocks()];
    for (int block = 0; block < deviations.length; block++) {
      if (block % grid.columns() == 0 && listener.isCanceled()) {
        throw new CancellationException("localization was canceled");
      }
      var levels = reader.read(grid.left(block), grid.top(block));
      deviations[block] = recompression.deviation(levels);
    }
    return deviations;
  }

  /** Of the blocks that say something. */
  private static double share(BlockSet found, Misfits misfits) {
    int tell = 0;
    int of = 0;
    for (int block = 0; block < found.columns() * found.rows(); block++) {
      if (misfits.tells(block)) {
        tell++;
        of += found.contains(block) ? 1 : 0;
      }
    }
    return (double) of / tell;
  }

  /**
   * Whether a part has enough misfits, and enough blocks that are not cut off and show nothing of a
   * compression on the picture's grid: what was cut off at white before a change of tones, or
   * between two compressions, shows it.
   */
  private static boolean isCertain(
      BlockSet group, Misfits misfits, RgbImage image, Compression compression) {
    int[] telling = group.blocks().stream().filter(misfits::tells).toArray();
    if (IntStream.of(telling).filter(misfits::isMisfit).count() < FEWEST_BLOCKS) {
      return false;
    }
    var blocks = Compression.sample(image, compression.grid(), telling);
    int number = blocks.size();
    return number >= FEWEST_BLOCKS
        && OWN.find(blocks).evidence() <= OWN_STEPS * number
        && CHANGED.evidence(compression.steps(), blocks) <= SAME_STEPS * number;
  }
}
