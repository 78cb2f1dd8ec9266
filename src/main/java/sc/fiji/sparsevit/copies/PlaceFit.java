/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds only what is around the places that agree against each other: a thousand pixels tell most
 * candidates that are chance from those that are worth looking at as a whole.
 */
final class PlaceFit {

  /** Places that the transformation is refined with. */
  private static final int MOST_PLACES = 20;

  /** Of the square around a place. */
  private static final int RADIUS = 5;

  private static final int SIDE = 2 * RADIUS + 1;
  private static final int AREA = SIDE * SIDE;
  private static final int ROUNDS = 4;

  /** Shift, turn and growth. */
  private static final int UNKNOWNS = 4;

  /** Correlation of the slopes around a place without which it is left out. */
  private static final double LEAST_ALONE = 0.5;

  /** The same of all places together; copies saved as JPEG files had at least .89. */
  private static final double LEAST_TOGETHER = 0.85;

  /** So many places are hardly chance, even where noise hides what they show. */
  private static final int MANY = 12;

  private static final double LEAST_OF_MANY = 0.6;

  /** The same along the direction in which there are least slopes. */
  private static final double LEAST_ACROSS = 0.7;

  /** Pixels. */
  private static final double LARGEST_STEP = 3;

  private final Luminance one;
  private final Luminance other;
  private final List<Match> places = new ArrayList<>();
  private double cx;
  private double cy;
  private double unit;

  private PlaceFit(Luminance one, Luminance other, List<Match> matches) {
    this.one = one;
    this.other = other;
    int count = Math.min(MOST_PLACES, matches.size());
    for (int i = 0; i < count; i++) {
      var match = matches.get((int) ((long) i * matches.size() / count));
      places.add(match);
      cx += match.from().x() / count;
      cy += match.from().y() / count;
    }
    unit = RADIUS;
    for (var place : places) {
      unit = Math.max(unit, Math.hypot(place.from().x() - cx, place.from().y() - cy));
    }
  }

  /**
   * The candidate with its transformation refined and without the places that do not fit; null if
   * too few do.
   *
   * @param candidate that does not shrink
   */
  static Candidate of(Luminance one, Luminance other, Candidate candidate) {
    var similarity = refined(one, other, candidate.matches(), candidate.similarity());
    var fitting = Fitting.of(one, other, candidate.matches(), similarity, LEAST_ALONE);
    boolean many = fitting.places.size() >= MANY;
    boolean fits =
        fitting.places.size() >= Verdict.LEAST_MATCHED
            && 2 * fitting.places.size() > candidate.matches().size()
            && fitting.correlation >= (many ? LEAST_OF_MANY : LEAST_TOGETHER)
            && fitting.across >= (many ? LEAST_OF_MANY : LEAST_ACROSS);
    return fits ? new Candidate(similarity, fitting.places) : null;
  }

  /** The transformation under which what is around places fits best; as it was if that is far. */
  static Similarity refined(
      Luminance one, Luminance other, List<Match> places, Similarity similarity) {
    return new PlaceFit(one, other, places).refined(similarity);
  }

  /**
   * Places that fit by themselves.
   *
   * @param correlation of the slopes around all of them
   * @param across the same along the direction in which there are least slopes
   */
  record Fitting(List<Match> places, double correlation, double across) {

    /**
     * @param least correlation around a place
     */
    static Fitting of(
        Luminance one, Luminance other, List<Match> places, Similarity similarity, double least) {
      var kept = new ArrayList<Match>();
      var together = new Sums();
      var levels = new PartnerLevels(other, similarity);
      var own = new float[AREA];
      var partner = new float[AREA];
      for (var place : places) {
        one.read(around(place, RADIUS), own);
        levels.read(around(place, RADIUS), partner);
        var alone = Sums.of(own, partner);
        if (alone.correlation() >= least) {
          kept.add(place);
          together.add(alone);
        }
      }
      return new Fitting(kept, together.correlation(), together.across());
    }
  }

  private static Rectangle around(Match place, int radius) {
    int left = Math.round(place.from().x()) - radius;
    int top = Math.round(place.from().y()) - radius;
    return new Rectangle(left, top, 2 * radius + 1, 2 * radius + 1);
  }

  /** Gauss-Newton with the gradients of the first part, which stay as they are. */
  private Similarity refined(Similarity start) {
    var own = new float[places.size() * AREA];
    var rows = new float[UNKNOWNS * own.length];
    var equations = equations(own, rows);
    var similarity = start;
    for (int round = 0; equations != null && round < ROUNDS; round++) {
      double[] step = equations.solve(errors(rows, own, similarity));
      double shift = Math.hypot(step[0], step[1]);
      double turn = Math.hypot(step[2], step[3]);
      if (shift > LARGEST_STEP || turn > LARGEST_STEP) {
        return start;
      }
      similarity =
          similarity.after(
              Similarity.at(
                  1 + step[2] / unit, step[3] / unit, false, cx, cy, cx + step[0], cy + step[1]));
      if (shift + turn < 0.02) {
        break;
      }
    }
    return similarity;
  }

  /**
   * @param own takes the gray levels around all places
   * @param rows takes for each of these what a step of each unknown changes
   */
  private NormalEquations equations(float[] own, float[] rows) {
    int wide = SIDE + 2;
    var around = new float[wide * wide];
    for (int place = 0; place < places.size(); place++) {
      var box = around(places.get(place), RADIUS + 1);
      one.read(box, around);
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          int i = (place * SIDE + y) * SIDE + x;
          int at = (y + 1) * wide + x + 1;
          own[i] = around[at];
          float gx = (around[at + 1] - around[at - 1]) / 2f;
          float gy = (around[at + wide] - around[at - wide]) / 2f;
          float px = (float) ((box.x + 1 + x - cx) / unit);
          float py = (float) ((box.y + 1 + y - cy) / unit);
          rows[UNKNOWNS * i] = gx;
          rows[UNKNOWNS * i + 1] = gy;
          rows[UNKNOWNS * i + 2] = gx * px + gy * py;
          rows[UNKNOWNS * i + 3] = gy * px - gx * py;
        }
      }
    }
    var normal = new double[UNKNOWNS][];
    for (int j = 0; j < UNKNOWNS; j++) {
      normal[j] = products(rows, j);
      normal[j][j] += 1e-6 * own.length;
    }
    return NormalEquations.of(normal);
  }

  /** Of one unknown's coefficients with those of all. */
  private static double[] products(float[] rows, int unknown) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (int row = 0; row < rows.length; row += UNKNOWNS) {
      float factor = rows[row + unknown];
      first += rows[row] * factor;
      second += rows[row + 1] * factor;
      third += rows[row + 2] * factor;
      fourth += rows[row + 3] * factor;
    }
    return new double[] {first, second, third, fourth};
  }

  /** Of each place without its mean: light is no matter of geometry. */
  private double[] errors(float[] rows, float[] own, Similarity similarity) {
    var levels = new PartnerLevels(other, similarity);
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    var error = new float[AREA];
    for (int place = 0; place < places.size(); place++) {
      int start = place * AREA;
      levels.read(around(places.get(place), RADIUS), error);
      float mean = 0;
      for (int p = 0; p < AREA; p++) {
        error[p] = own[start + p] - error[p];
        mean += error[p] / AREA;
      }
      for (int p = 0; p < AREA; p++) {
        int row = UNKNOWNS * (start + p);
        float off = error[p] - mean;
        first += rows[row] * off;
        second += rows[row + 1] * off;
        third += rows[row + 2] * off;
        fourth += rows[row + 3] * off;
      }
    }
    return new double[] {first, second, third, fourth};
  }

  /** Of the products of slopes to the right and down, of both parts. */
  private static final class Sums {
    private double ownXx;
    private double ownXy;
    private double ownYy;
    private double partnerXx;
    private double partnerXy;
    private double partnerYy;
    private double bothXx;
    private double bothXy;
    private double bothYy;

    /** Of what is around a place; in local variables, which stay in the processor's registers. */
    static Sums of(float[] own, float[] partner) {
      double oxx = 0;
      double oxy = 0;
      double oyy = 0;
      double pxx = 0;
      double pxy = 0;
      double pyy = 0;
      double bxx = 0;
      double bxy = 0;
      double byy = 0;
      for (int y = 1; y < SIDE - 1; y++) {
        for (int i = y * SIDE + 1; i < (y + 1) * SIDE - 1; i++) {
          float ox = own[i + 1] - own[i - 1];
          float oy = own[i + SIDE] - own[i - SIDE];
          float px = partner[i + 1] - partner[i - 1];
          float py = partner[i + SIDE] - partner[i - SIDE];
          oxx += ox * ox;
          oxy += ox * oy;
          oyy += oy * oy;
          pxx += px * px;
          pxy += px * py;
          pyy += py * py;
          bxx += ox * px;
          bxy += (ox * py + oy * px) / 2;
          byy += oy * py;
        }
      }
      var sums = new Sums();
      sums.ownXx = oxx;
      sums.ownXy = oxy;
      sums.ownYy = oyy;
      sums.partnerXx = pxx;
      sums.partnerXy = pxy;
      sums.partnerYy = pyy;
      sums.bothXx = bxx;
      sums.bothXy = bxy;
      sums.bothYy = byy;
      return sums;
    }

    void add(Sums more) {
      ownXx += more.ownXx;
      ownXy += more.ownXy;
      ownYy += more.ownYy;
      partnerXx += more.partnerXx;
      partnerXy += more.partnerXy;
      partnerYy += more.partnerYy;
      bothXx += more.bothXx;
      bothXy += more.bothXy;
      bothYy += more.bothYy;
    }

    double correlation() {
      return (bothXx + bothYy) / Math.sqrt((ownXx + ownYy) * (partnerXx + partnerYy) + 1e-9);
    }

    /** Of the slopes along the direction in which there are least: edges fit along themselves. */
    double across() {
      double angle = 0.5 * Math.atan2(2 * ownXy, ownXx - ownYy) + Math.PI / 2;
      double cc = Math.cos(angle) * Math.cos(angle);
      double cs = Math.cos(angle) * Math.sin(angle);
      double ss = Math.sin(angle) * Math.sin(angle);
      double own = cc * ownXx + 2 * cs * ownXy + ss * ownYy;
      double partner = cc * partnerXx + 2 * cs * partnerXy + ss * partnerYy;
      double both = cc * bothXx + 2 * cs * bothXy + ss * bothYy;
      return both / Math.sqrt(Math.max(0, own) * Math.max(0, partner) + 1e-9);
    }
  }
}
