/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import java.io.Serializable;

/**
 * What is done with an image once a model is open.
 *
 * @param mode at what resolution the network looks
 * @param threshold probability above which a pixel is part of a region for review, 0-1
 * @param minimumArea regions with fewer pixels are left out
 * @param copies whether parts that repeat others are looked for
 * @param compression whether parts that do not fit the JPEG compression of the rest are looked for
 * @param seams whether rectangles with straight seams on their sides are looked for
 * @param grain whether parts that have no grain, unlike the rest, are looked for
 * @param panels whether a figure is split into its panels
 */
public record LocalizationOptions(
    LocalizationMode mode,
    double threshold,
    int minimumArea,
    EvidenceSearch copies,
    EvidenceSearch compression,
    EvidenceSearch seams,
    EvidenceSearch grain,
    PanelSearch panels)
    implements Serializable {

  public LocalizationOptions {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "threshold is a probability from 0 to 1, not " + threshold + "; 0.5 is the default");
    }
    if (minimumArea < 0) {
      throw new IllegalArgumentException(
          "min_area is a number of pixels, 0 or more, not " + minimumArea + "; 64 is the default");
    }
  }

  /**
   * Native resolution, threshold 0.5, regions of at least 64 pixels, all evidence, panels as found.
   */
  public static LocalizationOptions defaults() {
    return new LocalizationOptions(
        LocalizationMode.NATIVE,
        0.5,
        64,
        EvidenceSearch.ON,
        EvidenceSearch.ON,
        EvidenceSearch.ON,
        EvidenceSearch.ON,
        PanelSearch.AUTO);
  }

  /** Nothing but the network, for whoever measures one: no other evidence, no panels. */
  public static LocalizationOptions networkAlone() {
    return defaults()
        .withCopies(EvidenceSearch.OFF)
        .withCompression(EvidenceSearch.OFF)
        .withSeams(EvidenceSearch.OFF)
        .withGrain(EvidenceSearch.OFF)
        .withPanels(PanelSearch.OFF);
  }

  public LocalizationOptions withMode(LocalizationMode other) {
    return new LocalizationOptions(
        other, threshold, minimumArea, copies, compression, seams, grain, panels);
  }

  public LocalizationOptions withThreshold(double other) {
    return new LocalizationOptions(
        mode, other, minimumArea, copies, compression, seams, grain, panels);
  }

  public LocalizationOptions withMinimumArea(int other) {
    return new LocalizationOptions(
        mode, threshold, other, copies, compression, seams, grain, panels);
  }

  public LocalizationOptions withCopies(EvidenceSearch other) {
    return new LocalizationOptions(
        mode, threshold, minimumArea, other, compression, seams, grain, panels);
  }

  public LocalizationOptions withCompression(EvidenceSearch other) {
    return new LocalizationOptions(
        mode, threshold, minimumArea, copies, other, seams, grain, panels);
  }

  public LocalizationOptions withSeams(EvidenceSearch other) {
    return new LocalizationOptions(
        mode, threshold, minimumArea, copies, compression, other, grain, panels);
  }

  public LocalizationOptions withGrain(EvidenceSearch other) {
    return new LocalizationOptions(
        mode, threshold, minimumArea, copies, compression, seams, other, panels);
  }

  /** Looks for the same evidence besides the network's as other options do. */
  public LocalizationOptions withEvidenceOf(LocalizationOptions other) {
    return withCopies(other.copies)
        .withCompression(other.compression)
        .withSeams(other.seams)
        .withGrain(other.grain);
  }

  public LocalizationOptions withPanels(PanelSearch other) {
    return new LocalizationOptions(
        mode, threshold, minimumArea, copies, compression, seams, grain, other);
  }
}
