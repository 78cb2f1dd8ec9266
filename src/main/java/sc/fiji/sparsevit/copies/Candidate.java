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

  Candidate reversed() {
    return new Candidate(similarity.inverse(), matches.stream().map(Match::reversed).toList());
  }
}
