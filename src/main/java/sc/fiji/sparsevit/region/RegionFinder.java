/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Finds the regions of a probability map; fast enough to follow a slider, for no network is run.
 */
public final class RegionFinder {
  /** The largest coordinate up to which ImageJ's ROIs, which hold floats, tell all pixels apart. */
  private static final int LARGEST_COORDINATE = 1 << 24;

  private static final Comparator<Region> ORDER =
      Comparator.comparingDouble(Region::maximum).thenComparingLong(Region::area).reversed();

  private RegionFinder() {}

  /**
   * Finds the 8-connected regions of {@code map} that lie above a threshold.
   *
   * @param map probabilities, 0 to 1; not changed
   * @param threshold a pixel belongs to a region if its probability is greater than this, compared
   *     as floats; NaN never is
   * @param minimumArea regions of fewer pixels than this are dropped, from the mask too
   * @param selection an area in map coordinates outside of which nothing is found, or null
   * @throws IllegalArgumentException if the selection is not an area, or the map has more rows or
   *     columns than ImageJ's ROIs can tell apart
   */
  public static FoundRegions find(
      FloatProcessor map, double threshold, int minimumArea, Roi selection) {
    if (Math.max(map.getWidth(), map.getHeight()) > LARGEST_COORDINATE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The map has %d x %d pixels, but ImageJ's ROIs are exact only up to %d; analyze parts"
                  + " of the image.",
              map.getWidth(),
              map.getHeight(),
              LARGEST_COORDINATE));
    }
    var mask = Threshold.apply(map, (float) threshold, selection);
    long above = pixels(mask);
    var found =
        Components.keep(mask, minimumArea).stream()
            .map(component -> measure(component, map))
            .sorted(ORDER)
            .toList();
    return new FoundRegions(
        mask,
        IntStream.range(0, found.size()).mapToObj(i -> named(found.get(i), i + 1)).toList(),
        above);
  }

  /**
   * Finds regions in parts of the map that were analyzed by themselves: no region reaches from one
   * into another.
   *
   * @param parts by their names, in map coordinates, not overlapping
   */
  public static FoundRegions findInParts(
      FloatProcessor map, double threshold, int minimumArea, Map<String, Rectangle> parts) {
    var mask = new ByteProcessor(map.getWidth(), map.getHeight());
    var regions = new ArrayList<Region>();
    var above = new LongAdder();
    parts.forEach(
        (name, bounds) -> {
          map.setRoi(bounds);
          var part = (FloatProcessor) map.crop();
          var found = find(part, threshold, minimumArea, null);
          mask.insert(found.mask(), bounds.x, bounds.y);
          above.add(found.above());
          found.regions().forEach(region -> regions.add(region.inPart(name, bounds)));
        });
    map.resetRoi();
    regions.sort(ORDER);
    return new FoundRegions(
        mask,
        IntStream.range(0, regions.size()).mapToObj(i -> named(regions.get(i), i + 1)).toList(),
        above.sum());
  }

  private static long pixels(ByteProcessor mask) {
    long count = 0;
    for (byte pixel : (byte[]) mask.getPixels()) {
      count += pixel == 0 ? 0 : 1;
    }
    return count;
  }

  private static Region measure(Component component, FloatProcessor map) {
    var probabilities = (float[]) map.getPixels();
    double sum = 0;
    float maximum = 0;
    for (int run = 0; run < component.runs(); run++) {
      for (int i = component.starts()[run]; i < component.ends()[run]; i++) {
        sum += probabilities[i];
        maximum = Math.max(maximum, probabilities[i]);
      }
    }
    var area = component.area();
    return new Region(
        "",
        RegionOutline.of(component),
        area,
        sum / area,
        maximum,
        component.bounds(),
        Grounds.networkAlone(maximum));
  }

  private static Region named(Region region, int rank) {
    var name = RegionNames.ofRank(region.panel(), rank);
    region.roi().setName(name);
    return new Region(
        name,
        region.roi(),
        region.area(),
        region.mean(),
        region.maximum(),
        region.bounds(),
        region.grounds());
  }
}
