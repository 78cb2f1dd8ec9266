/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.RoiListener;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import sc.fiji.sparsevit.attention.AttentionPage;
import sc.fiji.sparsevit.attention.AttentionStack;
import sc.fiji.sparsevit.attention.AttentionStudy;

/**
 * The maps of an image's point in windows next to it, which follow the point until the stack is
 * closed.
 */
final class AttentionView implements RoiListener, ImageListener {

  private final AttentionLook look;
  private final ImagePlus image;
  private final ImagePlus stack;
  private final ImagePlus page;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            var thread = new Thread(work, "SparseViT attention");
            thread.setDaemon(true);
            return thread;
          });
  private AttentionStudy study;
  private volatile int latest;

  /**
   * @param look closed with the view
   * @param study of the point that the maps begin with
   * @param stack of its maps
   */
  AttentionView(AttentionLook look, AttentionStudy study, ImagePlus stack) {
    this.look = look;
    this.study = study;
    this.stack = stack;
    image = look.image();
    // With a title alone, ImageJ would look for a file of that name, and give the image no number.
    page = new ImagePlus();
    page.setTitle(image.getTitle() + " attention page");
    ActiveImage.markOwn(page);
  }

  void show(int x, int y) {
    draw(x, y);
    page.show();
    stack.show();
    WindowPlaces.beside(image, stack);
    WindowPlaces.beside(image, page);
    // Where the point cannot be moved, as in batch mode, there is no listener.
    if (stack.getWindow() == null || image.getWindow() == null) {
      close();
      return;
    }
    Roi.addRoiListener(this);
    ImagePlus.addImageListener(this);
    IJ.selectWindow(image.getID());
  }

  @Override
  public void roiModified(ImagePlus moved, int change) {
    if (moved == image && image.getRoi() instanceof PointRoi point) {
      var place = point.getBounds();
      int turn = ++latest;
      worker.execute(() -> update(place.x, place.y, turn));
    }
  }

  /** Points that were passed on the way are left out. */
  private void update(int x, int y, int turn) {
    if (turn != latest || !look.contains(x, y)) {
      return;
    }
    try {
      if (!study.window().shows(x, y)) {
        IJ.showStatus(CommandRunner.NAME + ": computing the attention of the new point");
        study = look.study(x, y);
      }
      new AttentionStack(study).update(stack, x, y);
      draw(x, y);
      IJ.showStatus(CommandRunner.NAME + ": attention from " + x + ", " + y);
    } catch (IOException | RuntimeException e) {
      IJ.showStatus(CommandRunner.NAME + ": " + e.getMessage());
    }
  }

  private void draw(int x, int y) {
    page.setImage(new AttentionPage(study, x, y).draw(look.title(x, y)));
  }

  private void close() {
    Roi.removeRoiListener(this);
    ImagePlus.removeImageListener(this);
    worker.execute(look::close);
    worker.shutdown();
  }

  @Override
  public void imageClosed(ImagePlus closed) {
    if (closed == stack || closed == image) {
      close();
    }
  }

  @Override
  public void imageOpened(ImagePlus opened) {
    // Only the end counts.
  }

  @Override
  public void imageUpdated(ImagePlus updated) {
    // Only the end counts.
  }
}
