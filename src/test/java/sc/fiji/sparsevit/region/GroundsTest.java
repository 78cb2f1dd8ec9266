/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroundsTest {

  @Test
  void allKindsAreNamedAsInASentence() {
    var three =
        new Grounds(
            List.of(EvidenceKind.COPIES, EvidenceKind.COMPRESSION, EvidenceKind.SEAMS), 0.0123);

    assertThat(three.words())
        .isEqualTo("copies, compression, and seams (the network alone: 0.012)");
    assertThat(Grounds.names(three.kinds())).isEqualTo("copies, compression, and seams");
    assertThat(new Grounds(List.of(EvidenceKind.COPIES, EvidenceKind.SEAMS), 0.25).words())
        .isEqualTo("copies and seams (the network alone: 0.250)");
    assertThat(Grounds.networkAlone(0.75).words()).isEqualTo("network");
  }
}
