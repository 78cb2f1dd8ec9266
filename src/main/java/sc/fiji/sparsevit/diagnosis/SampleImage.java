/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.diagnosis;

import ij.ImagePlus;
import ij.io.Opener;
import java.awt.Rectangle;

/** A forged image that is built in, so that everybody has one to try. */
public final class SampleImage {

  /** Its place in {@code sample-images}, where its making is described. */
  public static final String NAME = "copy-move-micrograph-16bit.tif";

  /** Around what was copied into it, in pixels. */
  public static final Rectangle FORGED = new Rectangle(375, 235, 90, 95);

  private SampleImage() {}

  /** A new one each time: 16-bit gray, 480x384. */
  public static ImagePlus open() {
    return new Opener().openTiff(SampleImage.class.getResourceAsStream("/samples/" + NAME), NAME);
  }
}
