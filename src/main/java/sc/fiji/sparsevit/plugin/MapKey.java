/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import java.util.List;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.figure.Panel;
import sc.fiji.sparsevit.image.Fingerprint;
import sc.fiji.sparsevit.image.RgbViews;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.io.Sha256;

/**
 * All that a probability map depends on: the same question has the same map.
 *
 * @param pixels SHA-256 of the picture as it is seen
 * @param selection SHA-256 of the area selection; empty if there is none
 * @param options but for those that say what is made of a map
 * @param panels that a person gave
 */
record MapKey(
    String pixels,
    String selection,
    LocalizationOptions options,
    List<Panel> panels,
    ModelKey model) {

  static MapKey about(
      ImagePlus image,
      StackPosition position,
      LocalizationOptions options,
      List<Panel> panels,
      ModelKey model) {
    return new MapKey(
        Fingerprint.of(RgbViews.of(image, position)),
        selection(image.getRoi()),
        ofMap(options),
        panels,
        model);
  }

  /** Another question about the same pixels. */
  MapKey with(LocalizationOptions options, List<Panel> otherPanels, ModelKey otherModel) {
    return new MapKey(pixels, selection, ofMap(options), otherPanels, otherModel);
  }

  private static LocalizationOptions ofMap(LocalizationOptions options) {
    var defaults = LocalizationOptions.defaults();
    return options.withThreshold(defaults.threshold()).withMinimumArea(defaults.minimumArea());
  }

  private static String selection(Roi roi) {
    if (roi == null || !roi.isArea()) {
      return "";
    }
    // A copy, for the encoder changes some ROIs.
    return Sha256.of(RoiEncoder.saveAsByteArray((Roi) roi.clone()));
  }
}
