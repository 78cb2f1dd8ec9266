/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/**
 * How sure it is that two parts are copies and do not only look alike. Every figure has a limit and
 * a spread, seen on copies made from training photographs and on look-alikes; the figure that lies
 * worst decides.
 */
final class Verdict {

  /** Where the worst figure lies at its limit. */
  static final double THRESHOLD = 0.5;

  /** Small parts are printed or built alike more often than large ones. */
  private static final int SMALL = 600;

  /** Keypoints from which a transformation is sure, so that blocks may tell less exactly. */
  private static final int MANY = 10;

  /** Keypoints that no two pictures of like things have in common. */
  private static final int VERY_MANY = 20;

  static final int LEAST_MATCHED = 4;

  /** Pixels with structure for each keypoint. */
  private static final double MOST_EACH = 1500;

  /** Share of blocks with structure below which a part is faint: its grain has to tell. */
  private static final double FAINT = 0.15;

  /** Pixels from which grain tells something. */
  private static final int GRAIN = 1500;

  /** Gray levels of grain below which it is mostly rounding. */
  private static final double WEAK = 0.3;

  /** Pixels from which the grain of a small part tells something. */
  private static final int SOME_GRAIN = 200;

  /** Pixels of a side; what is larger has keypoints. */
  private static final double LARGEST_SMALL = 120;

  /** Share of pixels within the two most frequent gray levels. */
  private static final double MOST_OF_TWO = 0.8;

  /** Sum of the natural logarithms of drift, light, and shade. */
  private static final double MOST_UNLIKE = -5.2;

  /** Pixels beside whole ones that may be an error of the estimate. */
  private static final double LARGEST_OFF = 0.6;

  private Verdict() {}

  /**
   * The same between two pictures, each of which may have been scaled and saved on its own way:
   * where very many keypoints agree, that blurs and bends nothing that was not alike.
   */
  static double scoreAcross(PixelCheck.Checked checked) {
    var evidence = checked.evidence();
    if (evidence.matched() < VERY_MANY) {
      return score(checked);
    }
    double margin = (evidence.middle() - 0.95) / 0.008;
    margin = Math.min(margin, (evidence.weakest() - 0.9) / 0.03);
    margin = Math.min(margin, (evidence.across() - 0.85) / 0.05);
    margin = Math.min(margin, (0.3 - evidence.drift()) / 0.04);
    margin = Math.min(margin, (0.2 - evidence.light()) / 0.03);
    margin = Math.min(margin, drawn(evidence));
    return 1 / (1 + Math.exp(-margin));
  }

  /** 0 to 1. */
  static double score(PixelCheck.Checked checked) {
    var evidence = checked.evidence();
    if (evidence.matched() < LEAST_MATCHED) {
      return 0;
    }
    boolean faint = evidence.telling() < FAINT && evidence.structure() < 3;
    double margin = Math.min(faint ? faint(evidence) : clear(evidence), drawn(evidence));
    var grain = evidence.grain();
    if (grain.pixels() >= GRAIN && grain.strength() >= 0.9) {
      margin = Math.min(margin, (grain.correlation() - 0.45 + allowance(grain)) / 0.1);
    } else if (grain.pixels() >= GRAIN && grain.strength() >= WEAK) {
      // Little is left of it, but of a copy it is not another one.
      margin = Math.min(margin, (grain.correlation() - 0.05) / 0.05);
    }
    if (checked.level() > 0) {
      double least = grain.pixels() < GRAIN ? -1 : (grain.correlation() - 0.25) / 0.1;
      margin = Math.min(margin, least);
    }
    return 1 / (1 + Math.exp(-margin));
  }

  /**
   * The same of a part that was found by spots and has to be too small for keypoints. Where spots
   * agree, structure does, too, and says little: in faint parts nothing, elsewhere what grain there
   * is has to be the same. What has hardly any gray levels but two is drawn, or a shape before an
   * empty ground.
   */
  static double scoreSmall(PixelCheck.Checked checked) {
    var evidence = checked.evidence();
    double margin = Math.min(clear(evidence), (MOST_OF_TWO - evidence.tones().two()) / 0.05);
    var box = checked.first().box();
    margin = Math.min(margin, (LARGEST_SMALL - Math.max(box.width, box.height)) / 10.0);
    var grain = evidence.grain();
    if (grain.pixels() >= SOME_GRAIN) {
      margin = Math.min(margin, (grain.correlation() - 0.3) / 0.05);
    }
    return Math.min(score(checked), 1 / (1 + Math.exp(-margin)));
  }

  /**
   * The same of a part that a single match led to. What is printed, built, or grown alike mostly
   * stands upright, is not mirrored, and has one size; copies that do, too, have more matches.
   */
  static double scoreGuided(PixelCheck.Checked checked) {
    var evidence = checked.evidence();
    // Compression moves things a little; what fits the better may lie the farther off.
    double surplus = 0.1 * (0.15 - evidence.drift());
    double margin = (evidence.middle() + surplus - 0.98) / 0.006;
    margin = Math.min(margin, (0.2 - evidence.drift()) / 0.03);
    if (!checked.similarity().mirrored()) {
      margin = Math.min(margin, changed(checked.similarity()));
    }
    return Math.min(score(checked), 1 / (1 + Math.exp(-margin)));
  }

  /**
   * The same of two parts of one picture. Two photographs of one thing show it nearly upright, in
   * nearly one size, and never mirrored. A copy seldom is like that without having been only moved,
   * and then its pixels lie on whole pixels. Others have to agree in drift, light, and shade
   * together: each may be larger if the others are smaller.
   */
  static double scoreWithin(PixelCheck.Checked checked) {
    double score = score(checked);
    var similarity = checked.similarity();
    if (similarity.mirrored() || checked.evidence().telling() == 0) {
      return score;
    }
    double margin = (MOST_UNLIKE - unlike(checked.evidence())) / 0.3;
    margin = Math.max(margin, apart(similarity));
    margin = Math.max(margin, (LARGEST_OFF - similarity.off(checked.first().box())) / 0.05);
    return Math.min(score, 1 / (1 + Math.exp(-margin)));
  }

  /** Whether a transformation that a single match led to is worth a look, before it is refined. */
  static boolean mayBeGuided(Similarity similarity) {
    return similarity.mirrored() || changed(similarity) > -1;
  }

  private static double unlike(Evidence evidence) {
    return Math.log(evidence.drift() + 0.01)
        + Math.log(evidence.light() + 0.01)
        + Math.log(evidence.shade() + 0.1);
  }

  /** How far a transformation is from leaving things upright, or on a side, and of one size. */
  private static double apart(Similarity similarity) {
    return apart(similarity, similarity.turn());
  }

  /** The same without those that lie on a side. */
  private static double changed(Similarity similarity) {
    return apart(similarity, Math.abs(similarity.angle()));
  }

  private static double apart(Similarity similarity, double degrees) {
    double growth = Math.abs(Math.log(similarity.scale()));
    return Math.max((growth - 0.08) / 0.02, degrees - 5);
  }

  private static double clear(Evidence evidence) {
    // What compression takes away grows more slowly than what it is taken from.
    double middle = 0.965 + Math.max(0, Math.min(0.016, 0.0011 * (evidence.structure() - 4)));
    middle = evidence.area() < SMALL ? Math.max(0.98, middle) : middle;
    double margin = (evidence.middle() - middle) / 0.008;
    margin = Math.min(margin, (evidence.weakest() - 0.9) / 0.03);
    margin = Math.min(margin, (evidence.across() - 0.85) / 0.05);
    // Where there is structure, there are keypoints; few of them agree on a frame or a fence.
    double share = evidence.area() * evidence.telling() / evidence.matched();
    margin = Math.min(margin, (MOST_EACH - share) / 300);
    return Math.min(margin, place(evidence));
  }

  private static double place(Evidence evidence) {
    double drift = evidence.matched() < MANY ? 0.12 : 0.2;
    return Math.min((drift - evidence.drift()) / 0.04, (0.1 - evidence.light()) / 0.03);
  }

  /**
   * Of smooth or unfocused parts, many places and the grain of many pixels: the more there are of
   * one, the less is asked of the others.
   */
  private static double faint(Evidence evidence) {
    var grain = evidence.grain();
    int matched = evidence.matched();
    double middle = 0.92 - Math.max(0, Math.min(0.07, 0.015 * (matched - MANY)));
    double places = MANY - 0.5 - 3 * Math.max(0, Math.min(1, (grain.correlation() - 0.5) / 0.2));
    double margin = (evidence.middle() - middle) / 0.01;
    margin = Math.min(margin, (matched - places) / 2);
    margin = Math.min(margin, (grain.pixels() - 2 * GRAIN) / 1000.0);
    margin = Math.min(margin, (grain.correlation() - 0.4 + allowance(grain)) / 0.1);
    return evidence.telling() == 0 ? margin : Math.min(margin, place(evidence));
  }

  /** Compression takes away more of the grain of one copy than of another; chance, of no area. */
  private static double allowance(Grain grain) {
    return Math.max(0, Math.min(0.1, 0.1 * Math.log10((grain.pixels() + 1.0) / GRAIN)));
  }

  /** What has strong edges and few tones is lettering, or a chart: it repeats itself honestly. */
  private static double drawn(Evidence evidence) {
    double most = evidence.tones().two() < 0.55 ? 28 : 14;
    return (most - evidence.structure()) / 3;
  }
}
