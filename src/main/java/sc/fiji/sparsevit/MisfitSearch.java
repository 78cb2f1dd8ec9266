/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import ij.process.FloatProcessor;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.sparsevit.compression.CompressionTraces;
import sc.fiji.sparsevit.figure.Panel;
import sc.fiji.sparsevit.grain.SmoothPartFinder;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.misfit.BlockGrid;
import sc.fiji.sparsevit.misfit.MisfitPart;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.region.MapPosition;
import sc.fiji.sparsevit.seams.SeamFinder;

/**
 * What does not fit the rest of a picture, by checks that need no weights.
 *
 * @param compressions of the picture, or of each of its panels; empty where they were not checked
 * @param seams rectangles with straight seams on their sides
 * @param smooth parts without grain
 */
record MisfitSearch(
    List<CompressionTraces> compressions, List<MisfitPart> seams, List<MisfitPart> smooth) {

  /** A panel's edge is known to so many pixels. */
  private static final int PANEL_EDGE = 3;

  /**
   * @param panels empty if the picture is no figure
   * @param placement of the image in the picture, in whose corner JPEG's blocks begin
   * @throws CancellationException when the listener says so
   */
  static MisfitSearch in(
      RgbImage image,
      List<Panel> panels,
      MapPosition placement,
      LocalizationOptions options,
      ProgressListener listener) {
    return new MisfitSearch(
        options.compression() == EvidenceSearch.ON
            ? compressions(image, panels, listener)
            : List.of(),
        options.seams() == EvidenceSearch.ON ? seams(image, panels, listener) : List.of(),
        options.grain() == EvidenceSearch.ON
            ? smooth(image, panels, placement, listener)
            : List.of());
  }

  /** Of each panel by itself: panels come from pictures of different histories. */
  private static List<CompressionTraces> compressions(
      RgbImage image, List<Panel> panels, ProgressListener listener) {
    if (panels.isEmpty()) {
      return List.of(CompressionTraces.of(image, listener));
    }
    return panels.stream()
        .map(Panel::bounds)
        .map(
            box ->
                CompressionTraces.of(PreparedPicture.crop(image, box), listener)
                    .shifted(box.x, box.y))
        .toList();
  }

  /**
   * Of the whole picture, because what was pasted into a blot can look like a panel, and of each
   * panel, because some may be gray in a figure that is not.
   */
  private static List<MisfitPart> seams(
      RgbImage image, List<Panel> panels, ProgressListener listener) {
    var seams = new ArrayList<>(SeamFinder.find(image, listener));
    for (var panel : panels) {
      var box = panel.bounds();
      SeamFinder.find(PreparedPicture.crop(image, box), listener).stream()
          .map(seam -> seam.shifted(box.x, box.y))
          .filter(seam -> seams.stream().noneMatch(seam::overlaps))
          .forEach(seams::add);
    }
    seams.removeIf(seam -> isMadeOfPanels(seam, panels));
    return seams;
  }

  /** Of each panel by itself, because each may come from another microscope. */
  private static List<MisfitPart> smooth(
      RgbImage image, List<Panel> panels, MapPosition placement, ProgressListener listener) {
    var whole = new Rectangle(image.width(), image.height());
    var boxes = panels.isEmpty() ? List.of(whole) : panels.stream().map(Panel::bounds).toList();
    return boxes.stream()
        .flatMap(
            box ->
                SmoothPartFinder.find(
                        PreparedPicture.crop(image, box),
                        firstBlock(placement.x() + box.x),
                        firstBlock(placement.y() + box.y),
                        listener)
                    .stream()
                    .map(part -> part.shifted(box.x, box.y)))
        .toList();
  }

  /** Pixels from a column or row to the next one on which a block begins. */
  private static int firstBlock(int position) {
    return Math.floorMod(-position, BlockGrid.SIZE);
  }

  /** Panels that touch have honest seams. */
  private static boolean isMadeOfPanels(MisfitPart seam, List<Panel> panels) {
    int right = seam.x() + seam.mask().getWidth();
    int bottom = seam.y() + seam.mask().getHeight();
    return isEdge(seam.x(), panels, box -> new int[] {box.x, box.x + box.width})
        && isEdge(right, panels, box -> new int[] {box.x, box.x + box.width})
        && isEdge(seam.y(), panels, box -> new int[] {box.y, box.y + box.height})
        && isEdge(bottom, panels, box -> new int[] {box.y, box.y + box.height});
  }

  private static boolean isEdge(
      int position, List<Panel> panels, Function<Rectangle, int[]> edges) {
    return panels.stream()
        .map(Panel::bounds)
        .map(edges)
        .flatMapToInt(IntStream::of)
        .anyMatch(edge -> Math.abs(edge - position) <= PANEL_EDGE);
  }

  /**
   * Has what was found count in a map of probabilities.
   *
   * @param map of the picture, row by row, changed
   * @param width of the picture
   */
  void applyTo(float[] map, int width) {
    compressions.forEach(traces -> traces.applyTo(map, width));
    seams.forEach(part -> part.raise(map, width));
    smooth.forEach(part -> part.raise(map, width));
  }

  /**
   * The parts, those of each kind numbered by themselves.
   *
   * @param map of the picture
   */
  List<FoundMisfit> found(FloatProcessor map, MapPosition placement) {
    var uncompressed = compressions.stream().flatMap(traces -> traces.parts().stream()).toList();
    return Stream.of(
            numbered("compression-", uncompressed, map, placement),
            numbered("seam-", seams, map, placement),
            numbered("grain-", smooth, map, placement))
        .flatMap(Function.identity())
        .toList();
  }

  private static Stream<FoundMisfit> numbered(
      String start, List<MisfitPart> parts, FloatProcessor map, MapPosition placement) {
    return IntStream.range(0, parts.size())
        .mapToObj(i -> FoundMisfit.of(start + (i + 1), parts.get(i), map, placement));
  }
}
