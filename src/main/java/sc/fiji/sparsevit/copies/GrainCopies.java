/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;
import java.util.List;

/** Finds what was moved by one of some shifts, and tells a copy by its grain alone. */
final class GrainCopies {

  /** Smooth ones of a picture without which it has no two parts, each half of its squares. */
  static final int LEAST_PIXELS = GrainCells.LEAST * GrainCells.SIDE * GrainCells.SIDE;

  private static final int MARGIN = 32;
  private static final long MOST_PIXELS = 2_000_000;

  /** Pixels from which the grain of a part tells. */
  private static final int LEAST_AREA = 2000;

  /** The same of a large picture, in which more is tried, and less stands out. */
  private static final int LEAST_AREA_OF_LARGE = 5000;

  /** In between, one pixel of so many. */
  private static final int SHARE_OF_LEAST = 300;

  /** Gray levels by which compression changes what lies below the grain. */
  private static final double MOST_SHADE = 0.6;

  /** How many times as high as any other one a peak has to be. */
  private static final double LEAST_CLEARNESS = 5.6;

  /** The same if the gray levels are the same, too, and the grain is so only here. */
  private static final double LEAST_CLEARNESS_OF_UNCHANGED = 4.4;

  private static final double MOST_ELSEWHERE_OF_UNCHANGED = 0.25;

  /** Pixels with structure from which on keypoints would have agreed. */
  private static final int MOST_STRUCTURED = 50_000;

  /** Pixels from where a peak was to where a part fits best. */
  private static final int MOST_STEPS = 2;

  private final Luminance picture;
  private final GrainPlane grain;
  private final SearchWork work;

  GrainCopies(Luminance picture, GrainPlane grain, SearchWork work) {
    this.picture = picture;
    this.grain = grain;
    this.work = work;
  }

  /** The pair that a shift explains; null if there is none, or if it may be a texture. */
  CopyPair pair(GrainShifts.Shift shift) {
    var found = at(shift);
    double score = found == null ? 0 : score(found);
    return score < Verdict.THRESHOLD
        ? null
        : new CopyPair(
            found.first, found.second, found.similarity, found.correlation, List.of(), score);
  }

  /** The peak is looked at only if it can matter. */
  private double score(Explained found) {
    double usual = found.score();
    boolean matters = Math.max(usual, found.mostIfClear()) >= Verdict.THRESHOLD;
    return matters && isLarge()
        ? found.score(GrainPeak.clearness(grain, found.first, found.shift()))
        : usual;
  }

  /**
   * What was measured of the largest part that a shift explains.
   *
   * @param correlation of the grain of both parts
   * @param elsewhere the same at the best of some shifts nearby
   * @param grain of what is a pixel wide, where it is calm
   * @param shade gray levels by which squares of both differ
   */
  record Explained(
      CopyPart first,
      CopyPart second,
      Similarity similarity,
      double correlation,
      double elsewhere,
      Grain grain,
      double shade) {

    /**
     * 0 to 1. What repeats for another reason has edges, agrees with what is beside its partner,
     * too, or differs in what is a pixel wide.
     */
    double score() {
      double calm = (double) grain.pixels() / first.area();
      // Chance makes less of many pixels.
      double many = Math.max(0, Math.min(1, Math.log10(Math.max(1, grain.pixels() / 5000.0))));
      // The surer the grain, the less matters what else there is.
      double sure = Math.max(0, Math.min(1, (grain.correlation() - 0.3 + 0.1 * many) / 0.15));
      double margin = (correlation - elsewhere - 0.43 + 0.23 * sure) / 0.06;
      margin = Math.min(margin, (0.36 + 0.36 * sure - elsewhere) / 0.06);
      margin = Math.min(margin, (calm - 0.75 - 0.05 * sure) / 0.1);
      margin = Math.min(margin, (grain.correlation() - 0.2 + 0.1 * many) / 0.05);
      return logistic(margin);
    }

    /**
     * The same in a large picture, where textures have more places at which to agree, of a part
     * whose grain's peak is so many times as high as any other one: it has to be clear, but then
     * some structure, grain that agrees with what is beside it, or faint grain does not matter; nor
     * does anything else if its gray levels are the same.
     */
    double score(double clearness) {
      double most = Math.max(score(), mostIfClear());
      boolean sure = marginOfUnchanged() > 0 && elsewhere < MOST_ELSEWHERE_OF_UNCHANGED;
      double least = sure ? LEAST_CLEARNESS_OF_UNCHANGED : LEAST_CLEARNESS;
      return Math.min(most, logistic((clearness - least) / 0.5));
    }

    /** What it is at most for the sake of a clear peak. */
    double mostIfClear() {
      double structured = Math.max(marginOfStructured(), marginOfUnchanged());
      return logistic(Math.max(structured, marginOfFaint()));
    }

    /** Another sky has other gray levels, and they fall off another way. */
    private double marginOfUnchanged() {
      return (MOST_SHADE - shade) / 0.05;
    }

    /** Of a part with some structure, the two agree almost wholly; the more so, the less grain. */
    private double marginOfStructured() {
      double structured = (first.area() - grain.pixels()) / (double) MOST_STRUCTURED;
      double leastGrain = 0.35 - Math.max(0, correlation - 0.87);
      double margin =
          Math.min((correlation - 0.87) / 0.02, (grain.correlation() - leastGrain) / 0.02);
      return Math.min(margin, (1 - structured) / 0.1);
    }

    /**
     * Compression takes what is a pixel wide from faint grain first; only what is wider is left.
     */
    private double marginOfFaint() {
      double calm = (double) grain.pixels() / first.area();
      double margin = Math.min((correlation - elsewhere - 0.45) / 0.06, (0.36 - elsewhere) / 0.06);
      return Math.min(margin, (calm - 0.85) / 0.05);
    }

    private static double logistic(double margin) {
      return 1 / (1 + Math.exp(-margin));
    }

    private GrainShifts.Shift shift() {
      return new GrainShifts.Shift((int) similarity.right(), (int) similarity.down(), 0);
    }
  }

  /** Null if no part of some size has the same grain. */
  Explained at(GrainShifts.Shift shift) {
    return at(shift, MOST_STEPS);
  }

  private Explained at(GrainShifts.Shift shift, int steps) {
    var box = box(shift);
    if (box == null) {
      return null;
    }
    var similarity = new Similarity(1, 0, false, shift.right(), shift.down());
    var patch = laid(similarity, box);
    var mask = part(patch);
    var first = CopyPart.of(box, mask);
    if (first == null || first.area() < leastArea()) {
      return null;
    }
    var second = first.moved(similarity, picture);
    if (second == null || first.common(second) > 0) {
      return null;
    }
    if (isDrawn(box, mask)) {
      return null;
    }
    float[] own = GrainMatch.grain(patch.own(), box.width, box.height);
    double correlation = correlation(own, patch, mask);
    var closer = steps == 0 ? null : closer(shift, own, box, mask, correlation);
    if (closer != null) {
      return at(closer, steps - 1);
    }
    double elsewhere = -1;
    for (int i = 0; i < 9; i++) {
      for (int far = 4; far <= 8 && i != 4; far += 4) {
        var beside =
            new Similarity(
                1, 0, false, shift.right() + far * (i % 3 - 1), shift.down() + far * (i / 3 - 1));
        elsewhere = Math.max(elsewhere, correlation(own, laid(beside, box), mask));
      }
    }
    return new Explained(
        first,
        second,
        similarity,
        correlation,
        elsewhere,
        Grain.of(patch, mask),
        Shade.ofUnchanged(patch, mask));
  }

  /** The largest part of a patch that has the same grain. */
  private boolean[] part(AlignedParts patch) {
    boolean[] alike = Morphology.largest(GrainMatch.of(patch), patch.width());
    if (!isLarge()) {
      return alike;
    }
    boolean[] unchanged = Morphology.largest(GrainMatch.ofUnchanged(patch), patch.width());
    return Morphology.count(unchanged) > Morphology.count(alike) ? unchanged : alike;
  }

  /** A shift beside one under which a part agrees better; null if there is none. */
  private GrainShifts.Shift closer(
      GrainShifts.Shift shift, float[] own, Rectangle box, boolean[] mask, double correlation) {
    GrainShifts.Shift closer = null;
    double most = correlation;
    for (int i = 0; i < 9; i++) {
      if (i == 4) {
        continue;
      }
      int right = shift.right() + i % 3 - 1;
      int down = shift.down() + i / 3 - 1;
      double beside = correlation(own, laid(new Similarity(1, 0, false, right, down), box), mask);
      if (beside > most) {
        most = beside;
        closer = new GrainShifts.Shift(right, down, shift.height());
      }
    }
    return closer;
  }

  /** A large photograph may have a sky that compression made as even; a clear peak has to tell. */
  private boolean isDrawn(Rectangle box, boolean[] mask) {
    return DrawnShades.fill(picture, box, mask) && (!isLarge() || DrawnShades.fill(picture));
  }

  private boolean isLarge() {
    return GrainTiles.divides(picture.width(), picture.height());
  }

  private int leastArea() {
    int share = picture.width() * picture.height() / SHARE_OF_LEAST;
    return Math.max(LEAST_AREA, Math.min(LEAST_AREA_OF_LARGE, share));
  }

  private AlignedParts laid(Similarity similarity, Rectangle box) {
    work.lay((long) box.width * box.height);
    return AlignedParts.of(picture, picture, similarity, box);
  }

  private static double correlation(float[] own, AlignedParts patch, boolean[] mask) {
    float[] partner = GrainMatch.grain(patch.partner(), patch.width(), patch.height());
    return Evidence.correlation(own, partner, mask);
  }

  /** Around the cells that agree; null if too few do. */
  private Rectangle box(GrainShifts.Shift shift) {
    work.lay((long) grain.width() * grain.height());
    var all = new Rectangle(grain.width(), grain.height());
    var box = GrainCells.of(grain, all, all, shift.right(), shift.down()).largest();
    if (box == null) {
      return null;
    }
    box.grow(MARGIN, MARGIN);
    box = box.intersection(all);
    return (long) box.width * box.height > MOST_PIXELS ? null : box;
  }
}
