/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import javax.imageio.ImageIO;
import sc.fiji.sparsevit.PairTable;
import sc.fiji.sparsevit.Version;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.io.WholeFile;
import sc.fiji.sparsevit.region.RegionOverlay;
import sc.fiji.sparsevit.region.RegionTable;
import sc.fiji.sparsevit.region.RoiZip;
import sc.fiji.sparsevit.report.RecordedInput;
import sc.fiji.sparsevit.report.RunRecord;
import sc.fiji.sparsevit.report.RunRecordJson;

/** Writes what was found in one input: map, mask, overlay, ROIs, table and run record. */
public final class LocalizationFiles {
  private LocalizationFiles() {}

  /**
   * Writes all files, the run record last. Results from before are replaced; if that fails, nothing
   * is left of either.
   *
   * @param findings one, or several for the pictures of a stack, all of one size
   * @return what the run record says
   * @throws IOException if a file could not be written
   */
  public static RunRecord write(
      OutputFiles files,
      RecordedInput input,
      RunRecord.Options options,
      List<AnalyzedPicture> findings)
      throws IOException {
    var record = record(input, options, findings);
    files.delete();
    try {
      writeAll(files, record, findings);
      return record;
    } catch (IOException | RuntimeException e) {
      files.delete();
      throw e;
    }
  }

  private static RunRecord record(
      RecordedInput input, RunRecord.Options options, List<AnalyzedPicture> findings) {
    var any = findings.get(0).found();
    return new RunRecord(
        new RunRecord.Software(Version.NAME, Version.current(), Version.commit()),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        input,
        new RunRecord.RecordedModel(any.model().name(), any.model().sha256()),
        options,
        any.device(),
        Devices.pytorch(),
        findings.stream().mapToDouble(finding -> finding.found().seconds()).sum(),
        findings.stream().mapToDouble(finding -> finding.found().score()).max().orElseThrow(),
        findings.stream()
            .mapToDouble(finding -> finding.found().networkScore())
            .max()
            .orElseThrow(),
        findings.stream().map(AnalyzedPicture::recorded).toList(),
        findings.stream().flatMap(AnalyzedPicture::recordedRegions).toList(),
        findings.stream().flatMap(AnalyzedPicture::recordedPairs).toList(),
        findings.stream().flatMap(AnalyzedPicture::recordedMisfits).toList());
  }

  private static void writeAll(OutputFiles files, RunRecord record, List<AnalyzedPicture> findings)
      throws IOException {
    TiffFile.write(stack(findings, LocalizationFiles::map), files.probability());
    if (findings.size() == 1) {
      writePng(mask(findings.get(0)), files.mask());
      writePng(overlay(findings.get(0)), files.overlay());
    } else {
      TiffFile.write(stack(findings, LocalizationFiles::mask), files.maskStack());
      TiffFile.write(stack(findings, LocalizationFiles::overlay), files.overlayStack());
    }
    var regions =
        findings.stream().flatMap(finding -> finding.found().regions().regions().stream()).toList();
    var outlined =
        findings.stream().flatMap(finding -> finding.found().outlined().stream()).toList();
    RoiZip.write(outlined, files.regionsZip());
    RegionTable.writeCsv(regions, files.regionsCsv());
    var pairs = findings.stream().flatMap(finding -> finding.found().copies().stream()).toList();
    if (!pairs.isEmpty()) {
      PairTable.writeCsv(pairs, files.copiesCsv());
    }
    RunRecordJson.write(record, files.record());
  }

  /** Displayed from 0 to 1, whatever its values are. */
  private static ImageProcessor map(AnalyzedPicture finding) {
    var map = finding.found().map();
    var shown = new FloatProcessor(map.getWidth(), map.getHeight(), (float[]) map.getPixels());
    shown.setMinAndMax(0, 1);
    return shown;
  }

  private static ImageProcessor mask(AnalyzedPicture finding) {
    return finding.found().regions().mask();
  }

  private static ImageProcessor overlay(AnalyzedPicture finding) {
    return RegionOverlay.draw(finding.seen().pixels(), finding.found().outlined());
  }

  /** An image of one or more pictures, in the slices and frames of the input. */
  private static ImagePlus stack(
      List<AnalyzedPicture> findings, Function<AnalyzedPicture, ImageProcessor> picture) {
    var pictures = findings.stream().map(picture).toList();
    var first = pictures.get(0);
    var stack = new ImageStack(first.getWidth(), first.getHeight());
    pictures.forEach(stack::addSlice);
    var image = new ImagePlus("", stack);
    var last = findings.get(findings.size() - 1);
    if (last.slice() * last.frame() == findings.size()) {
      image.setDimensions(1, last.slice(), last.frame());
      image.setOpenAsHyperStack(last.slice() > 1 && last.frame() > 1);
    }
    image.setDisplayRange(first.getMin(), first.getMax());
    return image;
  }

  private static void writePng(ImageProcessor pixels, Path file) throws IOException {
    WholeFile.write(
        file,
        part -> {
          try (var out = new BufferedOutputStream(Files.newOutputStream(part))) {
            ImageIO.write(pixels.getBufferedImage(), "png", out);
          }
        });
  }
}
