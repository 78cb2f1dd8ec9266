/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.util.List;
import sc.fiji.sparsevit.image.StackPosition;

/**
 * Shows, while a dialog is open, what its threshold and minimum area make of a map that is known
 * already. The network is not run.
 */
final class RegionPreview {

  private final ImagePlus image;
  private final StackPosition position;
  private final Overlay overlay;
  private final Roi[] elements;

  /** About the picture as it is now; its fingerprint is taken when it is needed first, and once. */
  private MapKey asked;

  RegionPreview(ImagePlus image) {
    this.image = image;
    position = StackPosition.current(image);
    overlay = image.getOverlay();
    elements = overlay == null ? null : overlay.toArray();
  }

  void show(ImageAnalysis task) {
    var known = MapCache.of(image);
    if (!known.has(position)) {
      IJ.showStatus("No map of this picture yet: OK makes one");
      return;
    }
    if (asked == null) {
      asked = MapKey.about(image, position, task.options(), task.model());
    }
    var answer = known.answer(position, asked.with(task.options(), task.model()));
    if (answer.isEmpty()) {
      undo();
      IJ.showStatus("No map of this picture with these settings yet: OK makes one");
      return;
    }
    var found = answer.get().with(task.options());
    ResultDisplay.overlay(image, found);
    IJ.showStatus("Preview: " + ResultSentence.regions(List.of(found)));
  }

  /** Puts the image's overlay back as it was. */
  void undo() {
    if (overlay != null) {
      overlay.clear();
      for (var element : elements) {
        overlay.add(element);
      }
    }
    image.setOverlay(overlay);
  }
}
