/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Small pictures, and what a door left on them. */
public final class TestImages {

  private TestImages() {}

  /** 256x128 pixels of a photograph, with a patch of it pasted where it does not belong. */
  public static ImagePlus forged() {
    return new ImagePlus("forged", forgedPixels());
  }

  /** The same part of the photograph as it is. */
  public static ImagePlus authentic() {
    return new ImagePlus("authentic", photograph(100, 100));
  }

  /** Where the patch is in the forged picture. */
  public static Roi pasted() {
    return new Roi(120, 30, 70, 60);
  }

  /** The forged picture and two others as slices. */
  static ImagePlus stack() {
    var stack = new ImageStack(256, 128);
    stack.addSlice("first", photograph(20, 20));
    stack.addSlice("forged", forgedPixels());
    stack.addSlice("third", photograph(190, 150));
    return new ImagePlus("stack", stack);
  }

  /** The whole photograph, 451x300 pixels, with the patch around (215, 175). */
  static ImagePlus forgedPortrait() {
    var image = chelsea();
    image.getProcessor().insert(patch(), 180, 145);
    return image;
  }

  /** 32-bit without a value. */
  static ImagePlus notANumber() {
    var pixels = new FloatProcessor(64, 64);
    pixels.set(Double.NaN);
    return new ImagePlus("empty", pixels);
  }

  private static ImageProcessor forgedPixels() {
    var pixels = photograph(100, 100);
    pixels.insert(patch(), 120, 30);
    return pixels;
  }

  private static ImageProcessor patch() {
    var patch = photograph(20, 20);
    patch.setRoi(0, 0, 70, 60);
    return patch.crop();
  }

  private static ImageProcessor photograph(int x, int y) {
    var pixels = chelsea().getProcessor();
    pixels.setRoi(x, y, 256, 128);
    return pixels.crop();
  }

  private static ImagePlus chelsea() {
    return IJ.openImage(Path.of("src/test/resources/images/chelsea.png").toString());
  }

  /** 255 where a region lies on the image, else 0: the mask, for regions follow its pixel edges. */
  public static ByteProcessor maskOfOverlay(ImagePlus image) {
    var overlay = image.getOverlay();
    return mask(image, overlay == null ? new Roi[0] : overlay.toArray());
  }

  /** How many of an image's pixels its overlay covers. */
  static int area(ImagePlus image) {
    return maskOfOverlay(image).getHistogram()[255];
  }

  static int area(Roi[] elements) {
    return mask(forged(), elements).getHistogram()[255];
  }

  private static ByteProcessor mask(ImagePlus image, Roi[] elements) {
    var mask = new ByteProcessor(image.getWidth(), image.getHeight());
    mask.setValue(255);
    Stream.of(elements).forEach(mask::fill);
    return mask;
  }

  /** Everything of an image that looking at it must not change. */
  static List<Object> fingerprint(ImagePlus image) {
    var state = new ArrayList<Object>();
    for (int slice = 1; slice <= image.getStackSize(); slice++) {
      state.add(Arrays.hashCode((int[]) image.getStack().getPixels(slice)));
      state.add(image.getStack().getSliceLabel(slice));
    }
    state.addAll(List.of(image.getTitle(), image.getCurrentSlice(), image.getRoi()));
    state.addAll(List.of(image.getDisplayRangeMin(), image.getDisplayRangeMax()));
    state.addAll(List.of(image.changes, image.getNChannels(), image.getNSlices()));
    return state;
  }
}
