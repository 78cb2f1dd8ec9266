package sc.fiji.sparsevit.copies;

/** How sure it is that two parts are copies and do not only look alike. */
final class Verdict {

  static final double THRESHOLD = 0.5;

  private Verdict() {}

  static double score(PixelCheck.Checked checked) {
    var evidence = checked.evidence();
    return evidence.middle() > 0.8 && evidence.matched() >= 4 ? evidence.middle() : 0;
  }
}
