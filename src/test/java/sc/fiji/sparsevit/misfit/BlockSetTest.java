/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.misfit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockSetTest {

  @Test
  void neighborsAtACornerAreAGroupAndAlongSidesTwo() {
    var set = set("##..", "..#.", "..##");

    assertThat(set.groups()).containsExactly(set);
    assertThat(set.groupsAlongSides(1))
        .containsExactly(set("##..", "....", "...."), set("....", "..#.", "..##"));
  }

  @Test
  void smallGroupsAreLeftOut() {
    var set = set("##..", "..#.", "..##");

    assertThat(set.groupsAlongSides(3)).containsExactly(set("....", "..#.", "..##"));
    assertThat(set.groupsAlongSides(4)).isEmpty();
  }

  @Test
  void holesAreFilledButNotWhatIsOpenToTheEdge() {
    assertThat(set(".....", ".###.", ".#.#.", ".###.", ".....").filled())
        .isEqualTo(set(".....", ".###.", ".###.", ".###.", "....."));
    var open = set(".....", ".###.", ".#.#.", ".#.#.", "...#.");
    assertThat(open.filled()).isEqualTo(open);
  }

  @Test
  void aGroupMayBeLarge() {
    var blocks = new BitSet();
    blocks.set(0, 500 * 400);

    assertThat(new BlockSet(500, 400, blocks).groupsAlongSides(200_000)).hasSize(1);
  }

  private static BlockSet set(String... rows) {
    var text = String.join("", List.of(rows));
    var blocks = new BitSet();
    for (int i = 0; i < text.length(); i++) {
      blocks.set(i, text.charAt(i) == '#');
    }
    return new BlockSet(rows[0].length(), rows.length, blocks);
  }
}
