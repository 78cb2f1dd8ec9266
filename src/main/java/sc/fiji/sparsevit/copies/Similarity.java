package sc.fiji.sparsevit.copies;

/**
 * A similarity transformation of the plane, in pixels, y downwards: {@code x' = a x - m b y + right}
 * and {@code y' = b x + m a y + down}, where m is -1 if it mirrors and else 1.
 *
 * @param a scale times the cosine of the angle
 * @param b scale times the sine of the angle
 * @param mirrored whether left and right hands are exchanged
 * @param right shift of the origin
 * @param down shift of the origin
 */
public record Similarity(double a, double b, boolean mirrored, double right, double down) {

  /** The one that takes two points to two others; null where the first two are the same. */
  static Similarity through(
      double x1, double y1, double x2, double y2, double u1, double v1, double u2, double v2,
      boolean mirrored) {
    double dx = x2 - x1;
    double dy = mirrored ? y1 - y2 : y2 - y1;
    double square = dx * dx + dy * dy;
    if (square == 0) {
      return null;
    }
    double du = u2 - u1;
    double dv = v2 - v1;
    double a = (du * dx + dv * dy) / square;
    double b = (dv * dx - du * dy) / square;
    return at(a, b, mirrored, x1, y1, u1, v1);
  }

  /** The one with this linear part that takes (x, y) to (u, v). */
  static Similarity at(
      double a, double b, boolean mirrored, double x, double y, double u, double v) {
    double hand = mirrored ? -1 : 1;
    return new Similarity(
        a, b, mirrored, u - a * x + hand * b * y, v - b * x - hand * a * y);
  }

  double x(double x, double y) {
    return a * x - (mirrored ? -b : b) * y + right;
  }

  double y(double x, double y) {
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
