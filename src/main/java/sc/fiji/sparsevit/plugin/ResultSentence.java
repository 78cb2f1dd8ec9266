/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.util.List;
import java.util.Locale;
import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.region.NoRegion;

/** What was found, in a line for people. */
final class ResultSentence {

  private ResultSentence() {}

  static String of(List<Localization> found) {
    var any = found.get(0);
    double score = found.stream().mapToDouble(Localization::score).max().orElseThrow();
    double network = found.stream().mapToDouble(Localization::networkScore).max().orElseThrow();
    return String.format(
        Locale.ROOT,
        "%s%s, highest probability %.3f%s (%s model, %s mode, %s, %.1f s)",
        regions(found),
        found.size() > 1 ? " in " + found.size() + " pictures" : "",
        score,
        network == score ? "" : String.format(Locale.ROOT, ", of the network alone %.3f", network),
        any.model().name(),
        any.options().mode(),
        any.device(),
        found.stream().mapToDouble(Localization::seconds).sum());
  }

  /** Never "authentic": a map that stays below the threshold proves nothing. */
  static String regions(List<Localization> found) {
    var options = found.get(0).options();
    var threshold = "the threshold " + options.threshold();
    int count = found.stream().mapToInt(each -> each.regions().regions().size()).sum();
    return switch (count) {
      case 0 -> {
        long above = found.stream().mapToLong(each -> each.regions().above()).sum();
        yield NoRegion.words(threshold, above, options.minimumArea());
      }
      case 1 -> "1 region for review above " + threshold;
      default -> count + " regions for review above " + threshold;
    };
  }
}
