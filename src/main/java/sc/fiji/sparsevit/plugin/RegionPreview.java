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
import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.io.FailureText;

/**
 * Shows, while a dialog is open, what its threshold and minimum area make of a map that is known
 * already. The network is not run.
 */
final class RegionPreview {

  private final ImagePlus image;
  private final StackPosition position;
  private final Overlay overlay;
  private final Roi[] elements;

  /** About the picture as it is now; made when it is needed first, away from the dialog. */
  private CompletableFuture<MapKey> asked;

  /** What is to be shown; null once the dialog is closed. */
  private ImageAnalysis latest;

  RegionPreview(ImagePlus image) {
    this.image = image;
    position = StackPosition.current(image);
    overlay = image.getOverlay();
    elements = overlay == null ? null : overlay.toArray();
  }

  void show(ImageAnalysis task) {
    var known = MapCache.of(image);
    if (!known.has(position)) {
      IJ.showStatus("No map of this image yet; click OK to compute one");
      return;
    }
    latest = task;
    if (asked == null) {
      asked =
          CompletableFuture.supplyAsync(
              () -> MapKey.about(image, position, task.options(), task.panels(), task.model()));
    }
    if (asked.isDone() || !EventQueue.isDispatchThread()) {
      showAnswer(task);
    } else {
      // A large image takes a while; a dialog must not wait for it.
      asked.whenCompleteAsync(
          (key, failure) -> {
            if (task == latest) {
              showAnswer(task);
            }
          },
          EventQueue::invokeLater);
    }
  }

  private void showAnswer(ImageAnalysis task) {
    try {
      show(task, asked.join());
    } catch (CompletionException e) {
      IJ.showStatus(FailureText.sentence(e));
    }
  }

  private void show(ImageAnalysis task, MapKey key) {
    var known = MapCache.of(image);
    var answer = known.answer(position, key.with(task.options(), task.panels(), task.model()));
    if (answer.isEmpty()) {
      restore();
      IJ.showStatus("No map of this image with these settings yet; click OK to compute one");
      return;
    }
    var found = answer.get().with(task.options());
    ResultDisplay.overlay(image, found);
    IJ.showStatus("Preview: " + ResultSentence.regions(List.of(found)));
  }

  /** The dialog is closed: nothing is shown any more. */
  void end() {
    latest = null;
  }

  /** Ends the preview and restores the image's overlay. */
  void undo() {
    end();
    restore();
  }

  private void restore() {
    if (overlay != null) {
      overlay.clear();
      for (var element : elements) {
        overlay.add(element);
      }
    }
    image.setOverlay(overlay);
  }
}
