/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.util.List;
import sc.fiji.sparsevit.region.EvidenceKind;
import sc.fiji.sparsevit.region.Grounds;
import sc.fiji.sparsevit.region.Region;

/**
 * The figures of one region for review, as in the table of regions.
 *
 * @param panel of the figure that it lies in; null if it has none
 * @param slice from 1
 * @param frame from 1
 * @param area in pixels
 * @param mean mean probability over its pixels
 * @param maximum its highest probability
 * @param x left edge of its bounding box in the input, in pixels
 * @param y upper edge of its bounding box
 * @param width of its bounding box
 * @param height of its bounding box
 * @param evidence what speaks for it: {@code network}, {@code contrast}, {@code copies}, {@code
 *     compression}, {@code seams}, {@code grain}; null for a part that is evidence itself
 * @param networkMaximum the network's own highest probability in it, in the picture as it is; null
 *     for such a part
 */
public record ReviewRegion(
    String name,
    String panel,
    int slice,
    int frame,
    long area,
    double mean,
    double maximum,
    int x,
    int y,
    int width,
    int height,
    List<String> evidence,
    Double networkMaximum) {

  /** Whether nothing but the network speaks for it. */
  public boolean isOfNetworkAlone() {
    return evidence.equals(List.of(EvidenceKind.NETWORK.toString()));
  }

  /** Whether the network found it, or a part of it, only with the contrast turned up. */
  public boolean isOfContrast() {
    return evidence.contains(EvidenceKind.CONTRAST.toString());
  }

  /** What speaks for it: {@code copies (the network alone: 0.012)}. */
  public String evidenceWords() {
    return Grounds.words(evidence, networkMaximum);
  }

  /** The figures of a region that lies in one picture of the input. */
  public static ReviewRegion of(Region region, int slice, int frame) {
    var box = region.bounds();
    var kinds = region.grounds().kinds();
    return new ReviewRegion(
        region.name(),
        region.panel().isEmpty() ? null : region.panel(),
        slice,
        frame,
        region.area(),
        region.mean(),
        region.maximum(),
        box.x,
        box.y,
        box.width,
        box.height,
        kinds.isEmpty() ? null : kinds.stream().map(EvidenceKind::toString).toList(),
        kinds.isEmpty() ? null : region.grounds().network());
  }
}
