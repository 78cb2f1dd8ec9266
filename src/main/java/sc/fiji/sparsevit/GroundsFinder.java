/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import ij.gui.Roi;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import sc.fiji.sparsevit.region.EvidenceKind;
import sc.fiji.sparsevit.region.FoundRegions;
import sc.fiji.sparsevit.region.Grounds;
import sc.fiji.sparsevit.region.MapPosition;
import sc.fiji.sparsevit.region.Region;

/** Tells what speaks for the regions of a picture. All regions are in the picture's coordinates. */
final class GroundsFinder {
  private final NetworkMaps network;
  private final MapPosition placement;
  private final float threshold;
  private final List<EvidencePart> evidence;

  /**
   * @param network what the network alone came to
   * @param placement of its maps
   */
  GroundsFinder(
      NetworkMaps network,
      MapPosition placement,
      double threshold,
      List<FoundPair> pairs,
      List<FoundMisfit> misfits) {
    this.network = network;
    this.placement = placement;
    this.threshold = (float) threshold;
    var copies =
        pairs.stream()
            .flatMap(GroundsFinder::raised)
            .map(part -> new EvidencePart(EvidenceKind.COPIES, PartPixels.of(part)));
    var others =
        misfits.stream()
            .map(misfit -> new EvidencePart(misfit.evidence(), PartPixels.of(misfit.part())));
    evidence = Stream.concat(copies, others).toList();
  }

  /** An original that can be told from its copy is no reason for a region. */
  private static Stream<Region> raised(FoundPair pair) {
    return pair.sides().isClear()
        ? Stream.of(pair.second())
        : Stream.of(pair.first(), pair.second());
  }

  /** The same regions with what speaks for each. */
  FoundRegions of(FoundRegions found) {
    var regions = found.regions().stream().map(region -> region.on(grounds(region))).toList();
    return new FoundRegions(found.mask(), regions, found.above());
  }

  private Grounds grounds(Region region) {
    var pixels = PartPixels.of(region);
    var near = evidence.stream().filter(each -> each.pixels.mayMeet(pixels)).toList();
    var kinds = EnumSet.noneOf(EvidenceKind.class);
    var box = pixels.box;
    double highest = 0;
    long unexplained = 0;
    for (int y = box.y; y < box.y + box.height; y++) {
      for (int x = box.x; x < box.x + box.width; x++) {
        if (pixels.contain(x, y)) {
          float plain = network.plain().getf(x - placement.x(), y - placement.y());
          float joined = network.joined().getf(x - placement.x(), y - placement.y());
          highest = Math.max(highest, plain);
          if (joined > threshold && plain <= threshold) {
            kinds.add(EvidenceKind.CONTRAST);
          }
          boolean isPart = add(near, x, y, kinds);
          unexplained += joined > threshold || isPart ? 0 : 1;
        }
      }
    }
    if (highest > threshold) {
      kinds.add(EvidenceKind.NETWORK);
    }
    // Between two compressions, probabilities also change where no part is listed.
    if (2 * unexplained > region.area()) {
      kinds.add(EvidenceKind.COMPRESSION);
    }
    return new Grounds(List.copyOf(kinds), highest);
  }

  /** Adds the kinds of evidence that a pixel is a part of; false if there is none. */
  private static boolean add(List<EvidencePart> near, int x, int y, Set<EvidenceKind> kinds) {
    boolean found = false;
    for (var each : near) {
      if (each.pixels.contain(x, y)) {
        kinds.add(each.kind);
        found = true;
      }
    }
    return found;
  }

  /** A part that speaks for the regions that it lies in. */
  private record EvidencePart(EvidenceKind kind, PartPixels pixels) {}

  /**
   * The pixels of a region.
   *
   * @param mask of the box; null if all of it is the region's
   */
  private record PartPixels(Rectangle box, ImageProcessor mask) {
    static PartPixels of(Region region) {
      Roi roi = region.roi();
      return new PartPixels(region.bounds(), roi.getMask());
    }

    boolean mayMeet(PartPixels other) {
      return box.intersects(other.box);
    }

    boolean contain(int x, int y) {
      return box.contains(x, y) && (mask == null || mask.get(x - box.x, y - box.y) != 0);
    }
  }
}
