/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sc.fiji.sparsevit.io.WholeFile;

/** Writes regions as an ImageJ ROI set, the zip that the ROI Manager opens and saves. */
public final class RoiZip {
  /** Beyond this ImageJ's ROI files wrap or bend coordinates that they hold in 16 bits. */
  private static final int LARGEST_16_BIT_COORDINATE = 60000;

  /**
   * Written for each entry, so that the same regions always give the same bytes. Not the very first
   * time that a zip can hold, for with that Java also writes one that depends on the time zone.
   */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private RoiZip() {}

  /**
   * Writes one entry per region, named after it; no regions give a zip without entries. Each ROI is
   * held exactly, wherever in the picture it lies.
   *
   * @throws IOException if the file could not be written, or two regions have the same name
   */
  public static void write(List<Region> regions, Path file) throws IOException {
    WholeFile.write(
        file,
        part -> {
          try (var zip = new ZipOutputStream(Files.newOutputStream(part))) {
            for (var region : regions) {
              var entry = new ZipEntry(region.name() + ".roi");
              entry.setTimeLocal(TIME);
              zip.putNextEntry(entry);
              zip.write(encoded(region));
              zip.closeEntry();
            }
          }
        });
  }

  private static byte[] encoded(Region region) {
    byte[] bytes = RoiEncoder.saveAsByteArray(encodable(region.roi(), region.bounds()));
    int header = ByteBuffer.wrap(bytes).getInt(RoiDecoder.HEADER2_OFFSET);
    if (region.group() > 0 && header > 0) {
      bytes[header + RoiDecoder.GROUP] = (byte) region.group();
    }
    return bytes;
  }

  /** A copy, for the encoder changes some ROIs; far out as a composite, which is kept as floats. */
  private static Roi encodable(Roi roi, Rectangle bounds) {
    if (Math.max(bounds.getMaxX(), bounds.getMaxY()) <= LARGEST_16_BIT_COORDINATE) {
      return (Roi) roi.clone();
    }
    var composite = new ShapeRoi(roi);
    composite.copyAttributes(roi);
    if (roi.hasHyperStackPosition()) {
      composite.setPosition(roi.getCPosition(), roi.getZPosition(), roi.getTPosition());
    } else {
      composite.setPosition(roi.getPosition());
    }
    return composite;
  }
}
