/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.util.List;
import java.util.Locale;
import sc.fiji.sparsevit.Localization;

/** What was found, in a line for people. */
final class ResultSentence {

  private ResultSentence() {}

  static String of(List<Localization> found) {
    var any = found.get(0);
    return String.format(
        Locale.ROOT,
        "%s%s, highest probability %.3f (%s model, %s mode, %s, %.1f s)",
        regions(found),
        found.size() > 1 ? " in " + found.size() + " pictures" : "",
        found.stream().mapToDouble(Localization::score).max().orElseThrow(),
        any.model().name(),
        any.options().mode(),
        any.device(),
        found.stream().mapToDouble(Localization::seconds).sum());
  }

  /** Never "authentic": a map that stays below the threshold proves nothing. */
  static String regions(List<Localization> found) {
    var threshold = found.get(0).options().threshold();
    int count = found.stream().mapToInt(each -> each.regions().regions().size()).sum();
    return switch (count) {
      case 0 -> "no region above the threshold " + threshold;
      case 1 -> "1 region for review above the threshold " + threshold;
      default -> count + " regions for review above the threshold " + threshold;
    };
  }
}
