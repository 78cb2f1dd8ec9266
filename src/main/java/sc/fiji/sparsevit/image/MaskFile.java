/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/** Ground truth in image files: a pixel is forged where the mean of its channels is above 127.5. */
public final class MaskFile {

  private static final int MOST_NAMED = 6;
  private static final int MOST_COUNTED = 1 << 12;

  /** Channels further apart than this are a color; what JPEG makes of gray is closer. */
  private static final int COLORED = 64;

  private static final double COLORED_SHARE = 0.01;

  private MaskFile() {}

  /**
   * Reads a mask in which the bright pixels are forged, of any kind that images are read in; 16
   * bits count from 0 to 65535, 32 bits from the minimum to the maximum.
   *
   * @throws ImageFileException if the file cannot be read
   */
  public static Mask read(Path path) throws IOException {
    return pixels(path, ForgedMark.BRIGHT).mask();
  }

  /**
   * Reads the mask of a forged image.
   *
   * @throws ImageFileException if the file cannot be read; if it marks no pixel as forged, or is in
   *     colors without a given forged color; the message says what the mask contains
   */
  public static Mask read(Path path, ForgedMark mark) throws IOException {
    var found = pixels(path, mark);
    boolean open = mark.equals(ForgedMark.BRIGHT) && found.colored() > COLORED_SHARE;
    if (open || !found.any()) {
      throw new ImageFileException(
          path,
          (open
                  ? "is a color mask"
                  : "is a mask that marks no pixels, if " + mark + " means forged")
              + "; it holds "
              + found.content()
              + ": specify the forged ones with the option forged value");
    }
    return found.mask();
  }

  /**
   * @param colored share of pixels that are not gray
   * @param counts of the values or colors in it
   */
  private record MaskContent(Mask mask, double colored, Map<String, Integer> counts) {
    boolean any() {
      for (boolean forged : mask.forged()) {
        if (forged) {
          return true;
        }
      }
      return false;
    }

    /** The commonest first: {@code 0 (92.1 %), 1 (7.9 %)}. */
    String content() {
      double all = mask.forged().length;
      var named =
          counts.entrySet().stream()
              .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
              .limit(MOST_NAMED)
              .map(
                  entry ->
                      String.format(
                          Locale.ROOT,
                          "%s (%.1f %%)",
                          entry.getKey(),
                          100 * entry.getValue() / all))
              .collect(Collectors.joining(", "));
      return named + (counts.size() > MOST_NAMED ? ", and other values" : "");
    }
  }

  private static MaskContent pixels(Path path, ForgedMark mark) throws IOException {
    var file = ImageFile.openAsStored(path);
    if (file.image().getType() == ImagePlus.GRAY16) {
      file.image().setDisplayRange(0, 65535); // else a mask that is all forged would be black
    }
    var image = file.rgb();
    var stored = file.image().getProcessor();
    boolean hasValues =
        file.image().getStackSize() == 1
            && file.image().getType() != ImagePlus.COLOR_RGB
            && file.image().getType() != ImagePlus.COLOR_256;
    boolean[] forged = new boolean[Math.multiplyExact(image.width(), image.height())];
    var test = mark.test();
    var counts = new HashMap<String, Integer>();
    float last = Float.NaN;
    int lastRgb = -1;
    String name = "";
    int colored = 0;
    int i = 0;
    for (var pixel : Views.flatIterable(image.pixels())) {
      int rgb = pixel.get() & 0xFFFFFF;
      boolean gray = spread(rgb) == 0;
      float value = hasValues ? stored.getf(i) : gray ? rgb & 255 : Float.NaN;
      if (i == 0 || rgb != lastRgb || value != last) {
        name = Float.isNaN(value) ? String.format(Locale.ROOT, "#%06X", rgb) : number(value);
        last = value;
        lastRgb = rgb;
      }
      if (counts.size() < MOST_COUNTED || counts.containsKey(name)) {
        counts.merge(name, 1, Integer::sum);
      }
      colored += spread(rgb) > COLORED ? 1 : 0;
      forged[i++] = test.marks(value, rgb);
    }
    var mask = new Mask(image.width(), image.height(), forged);
    return new MaskContent(mask, colored / (double) Math.max(1, forged.length), counts);
  }

  private static String number(float value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  /** How far the channels of a pixel are apart. */
  private static int spread(int rgb) {
    int red = ARGBType.red(rgb);
    int green = ARGBType.green(rgb);
    int blue = ARGBType.blue(rgb);
    return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
  }
}
