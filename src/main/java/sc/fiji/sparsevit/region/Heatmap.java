/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.LUT;
import java.awt.Color;
import java.awt.Font;
import java.util.List;

/** Shows a probability map as an image of its own. */
public final class Heatmap {
  /** ImageJ's own name for the elements of a calibration bar, so that its command replaces ours. */
  private static final String BAR = "|CB|";

  /** With fewer pixels on a side than this, a calibration bar would hide too much of the map. */
  private static final int SMALLEST_SIDE_WITH_BAR = 160;

  private Heatmap() {}

  /**
   * A 32-bit image of the map's own pixels (not a copy), displayed from 0 (black) to 1 (white) in
   * colors whose brightness is the probability, with a calibration bar as overlay where there is
   * room for one.
   */
  public static ImagePlus of(FloatProcessor map, String title) {
    var lut = Palette.heat();
    var pixels = new FloatProcessor(map.getWidth(), map.getHeight(), (float[]) map.getPixels());
    pixels.setLut(lut);
    pixels.setMinAndMax(0, 1);
    var image = new ImagePlus(title, pixels);
    if (Math.min(map.getWidth(), map.getHeight()) >= SMALLEST_SIDE_WITH_BAR) {
      image.setOverlay(calibrationBar(map.getWidth(), map.getHeight(), lut));
    }
    return image;
  }

  /**
   * The same for the pictures of a stack, in one image.
   *
   * @param maps one or more, all of one size
   */
  public static ImagePlus of(List<FloatProcessor> maps, String title) {
    var first = of(maps.get(0), title);
    if (maps.size() == 1) {
      return first;
    }
    var stack = new ImageStack(first.getWidth(), first.getHeight());
    stack.addSlice(first.getProcessor());
    maps.stream().skip(1).forEach(stack::addSlice);
    var image = new ImagePlus(title, stack);
    image.setDisplayRange(0, 1);
    image.setOverlay(first.getOverlay());
    return image;
  }

  /** A box in the upper right corner that grows with the map, as all is zoomed with it. */
  private static Overlay calibrationBar(int width, int height, LUT lut) {
    int text = Math.max(9, Math.min(width, height) / 30);
    int length = 8 * text;
    int left = width - 5 * text;
    var overlay = new Overlay();
    var box = new Roi(left, text, 4 * text, length + 2 * text);
    box.setFillColor(Color.WHITE);
    overlay.add(box, BAR);
    overlay.add(new ImageRoi(left + text, 2 * text, gradient(text, length, lut)), BAR);
    var frame = new Roi(left + text, 2 * text, text, length);
    frame.setStrokeColor(Color.BLACK);
    overlay.add(frame, BAR);
    var font = new Font(Font.SANS_SERIF, Font.PLAIN, text);
    for (var label : new String[] {"0.0", "0.5", "1.0"}) {
      var middle = 2 * text + (1 - Double.parseDouble(label)) * length;
      var number = new TextRoi(left + 2.2 * text, middle - 0.6 * text, label, font);
      number.setStrokeColor(Color.BLACK);
      overlay.add(number, BAR);
    }
    overlay.setIsCalibrationBar(true);
    return overlay;
  }

  private static ByteProcessor gradient(int width, int height, LUT lut) {
    var gradient = new ByteProcessor(width, height);
    for (int y = 0; y < height; y++) {
      gradient.setColor(255 - 255 * y / (height - 1));
      gradient.drawLine(0, y, width - 1, y);
    }
    gradient.setLut(lut);
    return gradient;
  }
}
