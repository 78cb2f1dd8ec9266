/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.sparsevit.batch.WrittenResults;
import sc.fiji.sparsevit.io.FileNames;
import sc.fiji.sparsevit.report.RecordedGround;
import sc.fiji.sparsevit.report.RecordedMisfit;
import sc.fiji.sparsevit.report.RecordedPair;
import sc.fiji.sparsevit.report.ReviewRegion;
import sc.fiji.sparsevit.report.RunRecord;

/** What was found in a file, for the terminal: a line of its own, and one for each finding. */
final class FoundText {
  private static final String INDENT = System.lineSeparator() + "  ";

  private FoundText() {}

  /**
   * @param image as the user named it
   */
  static String of(String image, WrittenResults results) {
    var record = results.record();
    var files = results.files();
    return FileNames.printable(image)
        + ": "
        + regions(record)
        + String.format(Locale.ROOT, ", highest probability %.3f", record.score())
        + network(record)
        + " ("
        + record.device()
        + ") -> "
        + FileNames.printable(files.folder().resolve(files.stem()).toString())
        + "_*"
        + notes(record)
        + findings(record).map(INDENT::concat).collect(Collectors.joining());
  }

  private static String regions(RunRecord record) {
    int found = record.regions().size();
    return switch (found) {
      case 0 -> record.noRegion();
      case 1 -> "1 region for review";
      default -> found + " regions for review";
    };
  }

  /** Other evidence raises probabilities by rule. */
  private static String network(RunRecord record) {
    return record.networkScore() == record.score()
        ? ""
        : String.format(Locale.ROOT, ", of the network alone %.3f", record.networkScore());
  }

  private static String notes(RunRecord record) {
    int pictures = record.input().pictures();
    var more =
        pictures > record.pictures().size()
            ? Stream.of(
                String.format(
                    Locale.ROOT,
                    "only the first of %d images was analyzed (use --stack for all)",
                    pictures))
            : Stream.<String>empty();
    var notes =
        record.pictures().stream()
            .flatMap(picture -> picture.notes().stream())
            .distinct()
            .map(note -> "note: " + note);
    return Stream.concat(more, notes).map("; "::concat).collect(Collectors.joining());
  }

  private static Stream<String> findings(RunRecord record) {
    return Stream.of(
            record.regions().stream()
                .filter(region -> !region.isOfNetworkAlone())
                .map(region -> region.name() + ": evidence: " + region.evidenceWords()),
            contrast(record),
            record.copies().stream().map(RecordedPair::words),
            record.misfits().stream().map(RecordedMisfit::words))
        .flatMap(lines -> lines);
  }

  /** How what was found only so can be seen. */
  private static Stream<String> contrast(RunRecord record) {
    return record.regions().stream().anyMatch(ReviewRegion::isOfContrast)
        ? record.pictures().stream()
            .flatMap(picture -> Stream.ofNullable(picture.stretchedGrounds()))
            .flatMap(List::stream)
            .map(RecordedGround::sentence)
            .distinct()
        : Stream.empty();
  }
}
