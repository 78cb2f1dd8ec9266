/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;

/**
 * A similarity transformation of the plane, in pixels, y downwards: {@code x' = a x - m b y +
 * right} and {@code y' = b x + m a y + down}, where m is -1 if it mirrors and else 1.
 *
 * @param a scale times the cosine of the angle
 * @param b scale times the sine of the angle
 * @param mirrored whether left and right hands are exchanged
 * @param right shift of the origin
 * @param down shift of the origin
 */
public record Similarity(double a, double b, boolean mirrored, double right, double down) {

  /** Sizes that differ by less are not worth a word. */
  private static final double SAME_SIZE = 0.015;

  /** The one with this linear part that takes (x, y) to (u, v). */
  static Similarity at(
      double a, double b, boolean mirrored, double x, double y, double u, double v) {
    double hand = mirrored ? -1 : 1;
    return new Similarity(a, b, mirrored, u - a * x + hand * b * y, v - b * x - hand * a * y);
  }

  /** The column that a place is taken to. */
  public double x(double x, double y) {
    return a * x - (mirrored ? -b : b) * y + right;
  }

  /** The row that a place is taken to. */
  public double y(double x, double y) {
    return b * x + (mirrored ? -a : a) * y + down;
  }

  /** How many times as large: 1 leaves sizes as they are. */
  public double scale() {
    return Math.hypot(a, b);
  }

  /**
   * Degrees above -180 up to 180, clockwise as seen on the screen; of what is mirrored, after left
   * became right.
   */
  public double angle() {
    double degrees = Math.toDegrees(mirrored ? Math.atan2(-b, -a) : Math.atan2(b, a));
    return degrees <= -180 ? 180 : degrees;
  }

  /** Degrees by which it differs from turning by quarters, 0 to 45. */
  double turn() {
    double angle = Math.abs(angle());
    return Math.abs(angle - 90 * Math.round(angle / 90));
  }

  /** Pixels by which it takes the pixels of a box beside whole ones, at most. */
  double off(Rectangle box) {
    double x = box.x + box.width / 2;
    double y = box.y + box.height / 2;
    double center = Math.hypot(beside(x(x, y)), beside(y(x, y)));
    double reach = Math.hypot(box.width, box.height) / 2;
    return center + reach * Math.hypot(Math.log(scale()), Math.toRadians(turn()));
  }

  /** Moves, turns by quarters, and mirrors only; the closest one in the middle of a box. */
  Similarity whole(Rectangle box) {
    double x = box.x + box.width / 2;
    double y = box.y + box.height / 2;
    double scale = scale();
    return at(
        Math.rint(a / scale),
        Math.rint(b / scale),
        mirrored,
        x,
        y,
        Math.rint(x(x, y)),
        Math.rint(y(x, y)));
  }

  private static double beside(double place) {
    return place - Math.rint(place);
  }

  /** As people say it: {@code mirrored, turned 90 degrees clockwise, 1.3 times as large}. */
  public String words() {
    var words = new ArrayList<String>();
    long degrees = Math.round(Math.abs(angle()));
    if (mirrored) {
      words.add("mirrored");
    }
    if (degrees > 0) {
      String direction = degrees == 180 ? "" : angle() > 0 ? " clockwise" : " counterclockwise";
      words.add("turned " + degrees + (degrees == 1 ? " degree" : " degrees") + direction);
    }
    if (Math.abs(scale() - 1) >= SAME_SIZE) {
      var factor = BigDecimal.valueOf(scale()).setScale(2, RoundingMode.HALF_UP);
      words.add(factor.stripTrailingZeros().toPlainString() + " times as large");
    }
    return words.isEmpty() ? "moved" : String.join(", ", words);
  }

  /**
   * The same in pixels of another size, both pictures alike.
   *
   * @param factor how many of the new pixels are as wide as one of the old
   */
  Similarity rescaled(double factor) {
    // Where the center of the first new pixel lies in old ones
    double first = (1 / factor - 1) / 2;
    return at(
        a,
        b,
        mirrored,
        0,
        0,
        (x(first, first) - first) * factor,
        (y(first, first) - first) * factor);
  }

  /** First another one that does not mirror, then this one. */
  Similarity after(Similarity first) {
    double hand = mirrored ? -1 : 1;
    return at(
        a * first.a - hand * b * first.b,
        b * first.a + hand * a * first.b,
        mirrored,
        0,
        0,
        x(first.right, first.down),
        y(first.right, first.down));
  }

  public Similarity inverse() {
    double square = a * a + b * b;
    // Mirroring and turning do not commute: turned the other way only without a mirror.
    double inverseB = mirrored ? b / square : -b / square;
    return at(a / square, inverseB, mirrored, right, down, 0, 0);
  }
}
