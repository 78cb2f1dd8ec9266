/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.progress.ProgressListener;

class PixelCheckTest {

  /** Things that look like a copy pull its transformation off. */
  @Test
  void aCopyThatWasMovedIsFoundWhereOtherPlacesPulledItOff() {
    var to = DotPictures.taking(110, 150, 330, 180, 0, false, 1);
    var picture = DotPictures.copied(DotPictures.dots(460, 320, 1), 110, 150, 50, to);
    var features = CopyFinder.features(picture, ProgressListener.NONE);
    var matches = Association.within(features, new SearchWork(), ProgressListener.NONE);
    var candidate = CandidateFinder.find(matches, true, new SearchWork()).get(0);
    var check = new PixelCheck(picture, picture);
    var checked = check.check(candidate);
    boolean back = checked.similarity().right() < 0;
    var pulled = DotPictures.taking(110, 150, 330.4, 179.7, 0.4, false, 1.01);
    var off =
        new PixelCheck.Checked(
            checked.first(),
            checked.second(),
            back ? pulled.inverse() : pulled,
            checked.evidence(),
            0,
            Stream.concat(checked.matches().stream(), matches.stream().limit(5)).toList());

    var whole = check.checkWhole(off);

    assertThat(whole.similarity().words()).isEqualTo("moved");
    assertThat(Math.abs(whole.similarity().right())).isEqualTo(220);
    assertThat(whole.first().common(checked.first()))
        .isGreaterThan(checked.first().area() * 9 / 10);
    assertThat(Verdict.scoreWithin(whole)).isGreaterThan(Verdict.THRESHOLD);
  }
}
