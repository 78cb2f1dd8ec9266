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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.sparsevit.compression.CompressionTraces;
import sc.fiji.sparsevit.figure.Panel;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.misfit.MisfitPart;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.region.MapPosition;
import sc.fiji.sparsevit.seams.SeamFinder;

/**
 * What does not fit the rest of a picture, by checks that need no weights.
 *
 * @param compressions of the picture, or of each of its panels; empty where they were not checked
 * @param seams rectangles with straight seams on their sides
 */
record MisfitSearch(List<CompressionTraces> compressions, List<MisfitPart> seams) {

  /**
   * Looks in each panel by itself: panels come from pictures of different histories.
   *
   * @param panels empty if the picture is no figure
   * @throws CancellationException when the listener says so
   */
  static MisfitSearch in(
      RgbImage image, List<Panel> panels, LocalizationOptions options, ProgressListener listener) {
    var compressions = new ArrayList<CompressionTraces>();
    var seams = new ArrayList<MisfitPart>();
    for (var box : boxes(image, panels)) {
      var part = panels.isEmpty() ? image : PreparedPicture.crop(image, box);
      if (options.compression() == EvidenceSearch.ON) {
        compressions.add(CompressionTraces.of(part, listener).shifted(box.x, box.y));
      }
      if (options.seams() == EvidenceSearch.ON) {
        SeamFinder.find(part, listener).forEach(seam -> seams.add(seam.shifted(box.x, box.y)));
      }
    }
    return new MisfitSearch(compressions, seams);
  }

  private static List<Rectangle> boxes(RgbImage image, List<Panel> panels) {
    return panels.isEmpty()
        ? List.of(new Rectangle(image.width(), image.height()))
        : panels.stream().map(Panel::bounds).toList();
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
  }

  /**
   * The parts, those of each kind numbered by themselves.
   *
   * @param map of the picture
   */
  List<FoundMisfit> found(FloatProcessor map, MapPosition placement) {
    var uncompressed = compressions.stream().flatMap(traces -> traces.parts().stream()).toList();
    return Stream.concat(
            numbered("compression-", uncompressed, map, placement),
            numbered("seam-", seams, map, placement))
        .toList();
  }

  private static Stream<FoundMisfit> numbered(
      String start, List<MisfitPart> parts, FloatProcessor map, MapPosition placement) {
    return IntStream.range(0, parts.size())
        .mapToObj(i -> FoundMisfit.of(start + (i + 1), parts.get(i), map, placement));
  }
}
