/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.IntProcessor;
import ij.process.LUT;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;

/**
 * ImageJ's images as 8-bit RGB, without a copy and without touching the image: the views read its
 * pixel arrays, so a later change of a pixel is seen through them.
 *
 * <ul>
 *   <li>RGB is taken as it is.
 *   <li>8-bit values are taken as they are, whatever the contrast settings: those are not evidence.
 *   <li>16- and 32-bit values go through the display range; NaN is black.
 *   <li>A display range that saturates the picture, as that of an image whose display was never
 *       set, is replaced by the picture's own range; the mapping says so.
 *   <li>The lookup table gives the color: gray is replicated, a palette is applied.
 *   <li>Composite images merge all their channels, each through its lookup table and its display
 *       range, whichever channel is in front; channels that were switched off stay away.
 * </ul>
 *
 * <pre>{@code
 * RgbImage seen = RgbViews.of(IJ.getImage());
 * }</pre>
 */
public final class RgbViews {

  static final String NOT_FINITE = "has no finite pixel value (all are NaN or infinite)";

  private RgbViews() {}

  /**
   * The picture that the user is looking at.
   *
   * @throws IllegalArgumentException if the image has no pixels or no finite value
   */
  public static RgbImage of(ImagePlus image) {
    return of(image, StackPosition.current(image));
  }

  /**
   * One picture of a stack; the image's own position stays where it is.
   *
   * @throws IllegalArgumentException if the image has no pixels, or the picture no finite value
   */
  public static RgbImage of(ImagePlus image, StackPosition position) {
    if (image.getProcessor() == null) {
      throw new IllegalArgumentException(
          "'" + image.getTitle() + "' has no pixels; open an image first");
    }
    int index = position.stackIndex(image);
    var pixels = processor(image, index);
    if (pixels instanceof ColorProcessor && !(pixels instanceof IntProcessor)) {
      var colors =
          ArrayImgs.argbs((int[]) pixels.getPixels(), pixels.getWidth(), pixels.getHeight());
      return new RgbImage(colors, RgbMapping.identity());
    }
    var channels =
        image instanceof CompositeImage composite && image.isComposite()
            ? channels(composite, index)
            : List.of(ChannelView.of(pixels, 1, singleLut(image)));
    return merge(image, channels);
  }

  /**
   * Decoded samples of 8 bits, taken as they are: gray; red, green, blue; or four inks, of which 0
   * is none, as the field's loaders turn them into light without a profile.
   *
   * @throws IllegalArgumentException if there are not 1, 3 or 4 of them
   */
  public static RgbImage of(WritableRaster samples) {
    var decoded = StoredSamples.image(samples);
    return of(new PageStack(decoded, ExifOrientation.NORMAL).image(""));
  }

  private static LUT singleLut(ImagePlus image) {
    var lut = image.getLuts()[0];
    return image.getBitDepth() == 8 ? new LUT(lut, 0, 255) : lut;
  }

  private static List<ChannelView> channels(CompositeImage image, int firstIndex) {
    var luts = image.getLuts();
    boolean merged = image.getMode() == CompositeImage.COMPOSITE;
    var views = new ArrayList<ChannelView>();
    for (int channel = 0; channel < luts.length; channel++) {
      if (!merged || image.getActiveChannels()[channel]) {
        var pixels = processor(image, firstIndex + channel);
        views.add(ChannelView.of(pixels, channel + 1, luts[channel]));
      }
    }
    if (views.isEmpty()) {
      throw new IllegalArgumentException(
          "every channel of '" + image.getTitle() + "' is switched off; switch at least one on");
    }
    return views;
  }

  private static RgbImage merge(ImagePlus image, List<ChannelView> channels) {
    if (channels.stream().allMatch(ChannelView::blank)) {
      throw new IllegalArgumentException("'" + image.getTitle() + "' " + NOT_FINITE);
    }
    var blend = ChannelBlend.of(image);
    var pixels = channels.stream().map(ChannelView::colors).reduce(blend::merge).orElseThrow();
    var mapping =
        new RgbMapping(
            channels.get(0).kind(),
            channels.stream().map(ChannelView::mapping).toList(),
            blend,
            channels.stream().mapToLong(ChannelView::notANumber).sum(),
            false,
            1,
            List.of());
    return new RgbImage(pixels, mapping);
  }

  /** A virtual stack reads its pixels again each time; the current ones may have been edited. */
  private static ImageProcessor processor(ImagePlus image, int stackIndex) {
    return stackIndex == image.getCurrentSlice()
        ? image.getProcessor()
        : image.getStack().getProcessor(stackIndex);
  }
}
