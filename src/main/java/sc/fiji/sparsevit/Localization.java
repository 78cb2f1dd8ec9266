/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import ij.gui.Roi;
import ij.process.FloatProcessor;
import java.awt.Rectangle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sc.fiji.sparsevit.figure.Panel;
import sc.fiji.sparsevit.image.RgbMapping;
import sc.fiji.sparsevit.model.ModelIdentity;
import sc.fiji.sparsevit.region.EvidenceKind;
import sc.fiji.sparsevit.region.FoundRegions;
import sc.fiji.sparsevit.region.MapPosition;
import sc.fiji.sparsevit.region.Region;
import sc.fiji.sparsevit.region.RegionFinder;

/**
 * What a model found in one picture, and how. Immutable as long as the map is not written to.
 *
 * @param map probability 0-1 that a pixel was manipulated, at the size of the analyzed area
 * @param network what the network alone came to; its joined map is the same as {@code map} if no
 *     other evidence changed that
 * @param placement where the map lies in its picture
 * @param selection limits the regions, in the map's coordinates; null for all of it
 * @param regions for review above the threshold, in the picture's coordinates; their mask has the
 *     map's size
 * @param copies parts of the picture that repeat others, the surest first; empty where they were
 *     not looked for
 * @param misfits parts that do not fit the rest; empty where they were not looked for
 * @param panels of the figure, in the map's coordinates, which were analyzed one by one; empty if
 *     it was analyzed as a whole
 * @param score the picture's: the maximum of the map within the selection
 * @param mapping how the picture's values became 8-bit RGB
 * @param options that were used
 * @param model that was used
 * @param device that computed, and the numbers it computed with
 * @param seconds of wall-clock time for the map
 */
public record Localization(
    FloatProcessor map,
    NetworkMaps network,
    MapPosition placement,
    Roi selection,
    FoundRegions regions,
    List<FoundPair> copies,
    List<FoundMisfit> misfits,
    List<Panel> panels,
    double score,
    RgbMapping mapping,
    LocalizationOptions options,
    ModelIdentity model,
    String device,
    double seconds) {

  public Localization {
    copies = List.copyOf(copies);
    misfits = List.copyOf(misfits);
    panels = List.copyOf(panels);
  }

  /** The regions for review, then both parts of every pair, then what does not fit. */
  public List<Region> outlined() {
    return Stream.of(
            regions.regions().stream(),
            copies.stream().flatMap(pair -> Stream.of(pair.first(), pair.second())),
            misfits.stream().map(FoundMisfit::part))
        .flatMap(parts -> parts)
        .toList();
  }

  /**
   * The highest probability that the network alone came to in the picture as it is; the score
   * includes other evidence.
   */
  public double networkScore() {
    return maximum(network.plain(), selection);
  }

  /**
   * {@code review-001 shows with the contrast turned up: gray levels 221 to 255 shown from black to
   * white}, of every region that is one because of that.
   */
  public Stream<String> contrastWords() {
    return regions.regions().stream()
        .filter(region -> region.grounds().kinds().contains(EvidenceKind.CONTRAST))
        .map(region -> region.name() + " shows with the contrast turned up: " + levels(region));
  }

  private String levels(Region region) {
    var box = region.bounds();
    box.translate(-placement.x(), -placement.y());
    return network.stretched().stream()
        .filter(part -> part.box().intersects(box))
        .map(part -> part.ground().words())
        .collect(Collectors.joining("; "));
  }

  /** The same map under another threshold or minimum area, without running the network. */
  public Localization with(LocalizationOptions other) {
    requireEqual("mode", options.mode(), other.mode());
    requireEqual("copies", options.copies(), other.copies());
    requireEqual("compression", options.compression(), other.compression());
    requireEqual("seams", options.seams(), other.seams());
    requireEqual("grain", options.grain(), other.grain());
    requireEqual("panels", options.panels(), other.panels());
    return of(
        map, network, copies, misfits, panels, placement, selection, mapping, other, model, device,
        seconds);
  }

  private static void requireEqual(String option, Object made, Object wanted) {
    if (made != wanted) {
      throw new IllegalArgumentException(
          "a map made with "
              + option
              + " "
              + made
              + " cannot become one with "
              + option
              + " "
              + wanted
              + "; localize again");
    }
  }

  static Localization of(
      FloatProcessor map,
      NetworkMaps network,
      List<FoundPair> copies,
      List<FoundMisfit> misfits,
      List<Panel> panels,
      MapPosition placement,
      Roi selection,
      RgbMapping mapping,
      LocalizationOptions options,
      ModelIdentity model,
      String device,
      double seconds) {
    double threshold = options.threshold();
    int minimumArea = options.minimumArea();
    var regions =
        panels.isEmpty()
            ? RegionFinder.find(map, threshold, minimumArea, selection)
            : RegionFinder.findInParts(map, threshold, minimumArea, parts(panels));
    var grounds = new GroundsFinder(network, placement, threshold, copies, misfits);
    return new Localization(
        map,
        network,
        placement,
        selection,
        grounds.of(regions.placed(placement)),
        copies,
        misfits,
        panels,
        maximum(map, selection),
        mapping,
        options,
        model,
        device,
        seconds);
  }

  /**
   * Whether a panel is large enough for the network to judge it by itself. If not, its part of the
   * map comes from the analysis of the whole figure.
   */
  public static boolean isAnalyzedAlone(Panel panel) {
    var box = panel.bounds();
    return SmallestPicture.isMet(box.width, box.height);
  }

  private static Map<String, Rectangle> parts(List<Panel> panels) {
    var parts = new LinkedHashMap<String, Rectangle>();
    panels.forEach(panel -> parts.put(panel.name(), panel.bounds()));
    return parts;
  }

  private static double maximum(FloatProcessor map, Roi selection) {
    var whole = new Rectangle(map.getWidth(), map.getHeight());
    var mask = selection == null ? null : selection.getMask();
    var box = selection == null ? whole : selection.getBounds();
    var inside = whole.intersection(box); // a selection may stick out of the image
    double maximum = 0;
    for (int y = inside.y; y < inside.y + inside.height; y++) {
      for (int x = inside.x; x < inside.x + inside.width; x++) {
        if (mask == null || mask.get(x - box.x, y - box.y) != 0) {
          maximum = Math.max(maximum, map.getf(x, y));
        }
      }
    }
    return maximum;
  }
}
