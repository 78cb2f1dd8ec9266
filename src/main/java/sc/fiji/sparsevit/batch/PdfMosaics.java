/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.awt.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import sc.fiji.sparsevit.batch.InputPicture.Decoded;
import sc.fiji.sparsevit.batch.PdfImages.DrawnImage;
import sc.fiji.sparsevit.batch.PdfImages.Found;
import sc.fiji.sparsevit.batch.PdfImages.Unread;
import sc.fiji.sparsevit.figure.Mosaic;
import sc.fiji.sparsevit.figure.MosaicCanvas;
import sc.fiji.sparsevit.figure.Piece;
import sc.fiji.sparsevit.figure.PieceJoiner;
import sc.fiji.sparsevit.image.MemoryNeed;
import sc.fiji.sparsevit.report.PdfPosition;
import sc.fiji.sparsevit.report.Provenance;

/** Which images of a PDF are pieces of one picture, by where they stand on its pages. */
final class PdfMosaics {
  /** More images on a page than anybody cuts a picture into. */
  private static final int MOST_PIECES = 2000;

  private static final long LARGEST = 300_000_000;

  /** So many small images on a page are parts of a drawing. */
  private static final int DRAWING = 8;

  private static final double SMALL = 0.05;

  private static final String REMEDY =
      "; each was analyzed separately, rasterize pages to analyze the page as printed";

  private final Map<Found, Integer> joined = new IdentityHashMap<>();
  private final Map<List<Object>, Joined> mosaics = new LinkedHashMap<>();
  private final Map<Integer, Integer> smallImages = new HashMap<>();
  private final List<Unread> problems = new ArrayList<>();

  /**
   * A picture that is placed on one or several pages.
   *
   * @param pieces what its tiles count
   * @param places of the whole of it
   */
  record Joined(Mosaic mosaic, List<Found> pieces, List<PdfPosition> places) {
    /** The piece that is drawn first. */
    Found first() {
      return pieces.get(mosaic.tiles().get(0).piece());
    }

    Decoded decode(Path file) throws IOException {
      MemoryNeed.check(file, mosaic.pixels(), 1, Integer.BYTES);
      var canvas = new MosaicCanvas(mosaic);
      var begun = new HashSet<Point>();
      var notes = new LinkedHashSet<String>();
      for (var tile : mosaic.tiles()) {
        var piece = new PdfImage(file, pieces.get(tile.piece()).image());
        if (begun.add(new Point(tile.x(), tile.y()))) {
          var image = piece.decode().image();
          notes.addAll(image.mapping().notes());
          canvas.put(image, tile);
        } else {
          canvas.layer(piece.layer(), tile);
        }
      }
      var format = "in a PDF, assembled from " + mosaic.tiles().size() + " pieces";
      return new Decoded(canvas.picture(), Provenance.unknown(format))
          .mapped(mapping -> mapping.noting(List.copyOf(notes)));
    }
  }

  private record Standing(Found found, DrawnImage drawing) {}

  /**
   * @param areas of the pages in square points, from page 1 on
   */
  static PdfMosaics of(List<Found> images, List<Double> areas) {
    var standing = new TreeMap<Integer, List<Standing>>();
    for (var found : images) {
      for (var drawing : found.drawings()) {
        standing
            .computeIfAbsent(drawing.place().page(), page -> new ArrayList<>())
            .add(new Standing(found, drawing));
      }
    }
    var mosaics = new PdfMosaics();
    standing.forEach((page, there) -> mosaics.join(page, there, areas.get(page - 1)));
    return mosaics;
  }

  /** In the order of the pages. */
  List<Joined> pictures() {
    return List.copyOf(mosaics.values());
  }

  /** Whether an image is only a piece wherever it is placed. */
  boolean isPiece(Found image) {
    return !image.drawings().isEmpty() && joined.getOrDefault(image, 0) == image.drawings().size();
  }

  /** Whether a page, from 1, contains so many small images that they must be parts of a drawing. */
  boolean isDrawing(int page) {
    return smallImages.getOrDefault(page, 0) >= DRAWING;
  }

  /** Why pieces were not assembled. */
  List<Unread> problems() {
    return problems;
  }

  private void join(int page, List<Standing> unordered, double area) {
    if (unordered.size() > MOST_PIECES) {
      smallImages.put(page, unordered.size());
      problem(page, unordered.size() + " images are too many to assemble" + REMEDY);
      return;
    }
    var images =
        unordered.stream().sorted(Comparator.comparing(image -> image.drawing().order())).toList();
    var pieces = images.stream().map(PdfMosaics::piece).toList();
    int overlapping = PieceJoiner.overlapping(pieces);
    if (overlapping > 0) {
      problem(page, overlapping + " images of the same kind overlap" + REMEDY);
    }
    for (var mosaic : PieceJoiner.join(pieces)) {
      if (mosaic.isSingle()) {
        single(page, images.get(mosaic.tiles().get(0).piece()), area);
      } else if (mosaic.pixels() >= LARGEST) {
        problem(
            page,
            String.format(
                    Locale.ROOT,
                    "%d pieces of an image of %d megapixels are too large to assemble",
                    mosaic.tiles().size(),
                    mosaic.pixels() / 1_000_000)
                + REMEDY);
      } else {
        add(mosaic, images);
      }
    }
  }

  private void problem(int page, String reason) {
    problems.add(new Unread(page, reason));
  }

  private void single(int page, Standing image, double area) {
    var place = image.drawing().place();
    if (place.width() * place.height() < SMALL * area) {
      smallImages.merge(page, 1, Integer::sum);
    }
  }

  private void add(Mosaic mosaic, List<Standing> images) {
    var pieces = images.stream().map(Standing::found).toList();
    var identity = new ArrayList<>();
    PdfPosition place = null;
    for (var tile : mosaic.tiles()) {
      var image = images.get(tile.piece());
      joined.merge(image.found(), 1, Integer::sum);
      identity.add(List.of(System.identityHashCode(image.found()), tile.x(), tile.y()));
      place = place == null ? image.drawing().place() : around(place, image.drawing().place());
    }
    mosaics
        .computeIfAbsent(identity, first -> new Joined(mosaic, pieces, new ArrayList<>()))
        .places()
        .add(place);
  }

  private static PdfPosition around(PdfPosition one, PdfPosition other) {
    double x = Math.min(one.x(), other.x());
    double y = Math.min(one.y(), other.y());
    double right = Math.max(one.x() + one.width(), other.x() + other.width());
    double bottom = Math.max(one.y() + one.height(), other.y() + other.height());
    return new PdfPosition(one.page(), x, y, rounded(right - x), rounded(bottom - y));
  }

  private static double rounded(double points) {
    return Math.round(points * 100) / 100.0;
  }

  private static Piece piece(Standing image) {
    var pixels = image.found().image();
    return new Piece(
        pixels.getWidth(),
        pixels.getHeight(),
        image.drawing().transform(),
        pixels instanceof PDImageXObject object && PdfImage.isTransparent(object));
  }
}
