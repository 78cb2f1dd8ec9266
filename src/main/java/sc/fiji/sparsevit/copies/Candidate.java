/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.List;

/**
 * A transformation that many matches agree on.
 *
 * @param similarity from the first part to the second
 * @param matches that it explains, one for each place
 */
record Candidate(Similarity similarity, List<Match> matches) {

  Candidate {
    matches = List.copyOf(matches);
  }

  /** Many matches and close ones. */
  double support() {
    return matches.stream().mapToDouble(match -> 0.25 - match.distance()).sum();
  }

  Candidate reversed() {
    return new Candidate(similarity.inverse(), matches.stream().map(Match::reversed).toList());
  }
}
