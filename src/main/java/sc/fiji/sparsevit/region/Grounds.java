/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import sc.fiji.sparsevit.io.WordList;

/**
 * Why a region is one: other evidence raises the probability of its pixels by rule, so that the
 * probability alone does not tell who found it.
 *
 * @param kinds of evidence that speak for the region, in their order
 * @param network the network's own highest probability in it, in the picture as it is, before other
 *     evidence changed the map
 */
public record Grounds(List<EvidenceKind> kinds, double network) {

  /** Of a part that is evidence itself, and not found in the map. */
  static final Grounds GIVEN = new Grounds(List.of(), Double.NaN);

  public Grounds {
    kinds = List.copyOf(kinds);
  }

  static Grounds networkAlone(double maximum) {
    return new Grounds(List.of(EvidenceKind.NETWORK), maximum);
  }

  /** {@code copies and compression (the network alone: 0.012)}. */
  public String words() {
    return words(kinds.stream().map(EvidenceKind::toString).toList(), network);
  }

  /** {@code network and copies}. */
  static String names(Collection<EvidenceKind> kinds) {
    return WordList.and(kinds.stream().map(EvidenceKind::toString).toList());
  }

  /**
   * The same of names of kinds.
   *
   * @param network the network's own highest probability
   */
  public static String words(Collection<String> kinds, double network) {
    var names = WordList.and(kinds);
    return names.equals(EvidenceKind.NETWORK.toString())
        ? names
        : String.format(Locale.ROOT, "%s (the network alone: %.3f)", names, network);
  }
}
