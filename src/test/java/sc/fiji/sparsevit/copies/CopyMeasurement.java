/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import com.sun.management.OperatingSystemMXBean;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.raster.RgbRaster;

/**
 * Prints a line for every candidate in the images of sets: what was measured, and how well it
 * covers the forgery (F1 of the first, of the second part and of the copy with what was copied).
 *
 * <pre>CopyMeasurement OUTPUT.csv LIMIT SET...</pre>
 */
public final class CopyMeasurement {

  private static ManipulationLocalizer network;
  private static Path mapped;
  private static float[] map;

  private CopyMeasurement() {}

  public static void main(String[] arguments) throws IOException {
    try (var out = new PrintStream(Files.newOutputStream(Path.of(arguments[0])))) {
      out.println(
          "set,image,f1first,f1second,f1union,matched,area,correlation,fine,middle,coarse,weakest,across,"
              + "drift,light,structure,telling,grain,grainStrength,grainPixels,level,most,two,angle,mirrored,scale,score,content,first,second");
      for (int i = 2; i < arguments.length; i++) {
        measure(Path.of(arguments[i]), Integer.parseInt(arguments[1]), out);
      }
    }
  }

  private static void measure(Path set, int limit, PrintStream out) throws IOException {
    boolean forged = Files.exists(set.resolve("Tp"));
    int images = 0;
    int found = 0;
    double best = 0;
    double pixels = 0;
    int flagged = 0;
    double[] seconds = new double[4];
    try (var files = Files.list(set.resolve(forged ? "Tp" : "Au"))) {
      for (var file : files.sorted().limit(limit).toList()) {
        var picture = luminance(file);
        seconds[0] -= cpu();
        var features = CopyFinder.features(picture, ProgressListener.NONE);
        seconds[0] += cpu();
        seconds[1] -= cpu();
        var matches = Association.within(features, new SearchWork(), ProgressListener.NONE);
        seconds[1] += cpu();
        seconds[2] -= cpu();
        var candidates = CandidateFinder.find(matches, true, new SearchWork());
        seconds[2] += cpu();
        seconds[3] -= cpu();
        var all =
            CopyFinder.checked(
                new PixelCheck(picture, picture), candidates, true, ProgressListener.NONE);
        seconds[3] += cpu();
        pixels += picture.levels().length;
        String stem = file.getFileName().toString().replaceAll("\\.[^.]*$", "");
        boolean[] copy = forged ? mask(set, "Gt", stem) : null;
        boolean[] source = forged ? mask(set, "Source", stem) : null;
        double bestHere = 0;
        boolean any = false;
        for (var checked : all) {
          var e = checked.evidence();
          double score = Verdict.score(checked);
          any |= score >= Verdict.THRESHOLD;
          double content =
              Sides.content(picture, checked.first(), checked.second(), checked.similarity());
          double[] f1 = new double[3];
          if (forged) {
            f1[0] = f1(picture, copy, checked.first());
            f1[1] = f1(picture, copy, checked.second());
            f1[2] = source == null ? Math.max(f1[0], f1[1]) : both(picture, copy, source, checked);
          }
          if (score >= Verdict.THRESHOLD) {
            bestHere = Math.max(bestHere, Math.max(f1[0], f1[1]));
          }
          out.println(
              String.format(
                  Locale.ROOT,
                  "%s,%s,%.3f,%.3f,%.3f,%d,%d,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.3f,%.3f,%.4f,%.3f,%d,%d,%.3f,%.3f,%.2f,%s,%.4f,%.4f,%.4f,%.3f,%.3f",
                  set.getFileName(),
                  stem,
                  f1[0],
                  f1[1],
                  f1[2],
                  e.matched(),
                  e.area(),
                  e.correlation(),
                  e.fine(),
                  e.middle(),
                  e.coarse(),
                  e.weakest(),
                  e.across(),
                  e.drift(),
                  e.light(),
                  e.structure(),
                  e.telling(),
                  e.grain().correlation(),
                  e.grain().strength(),
                  e.grain().pixels(),
                  checked.level(),
                  e.tones().most(),
                  e.tones().two(),
                  checked.similarity().angle(),
                  checked.similarity().mirrored(),
                  checked.similarity().scale(),
                  score,
                  content,
                  f1[2] > 0.5 ? logOdds(map(file), picture.width(), checked.first()) : 0,
                  f1[2] > 0.5 ? logOdds(map(file), picture.width(), checked.second()) : 0));
        }
        images++;
        best += bestHere;
        found += bestHere > 0.3 ? 1 : 0;
        flagged += any ? 1 : 0;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d images, any pair %.1f %%, found %.1f %%, F1 of the right side %.3f; processor"
            + " seconds for each 512x512: features %.2f, matches %.2f, candidates %.2f, check"
            + " %.2f%n",
        set,
        images,
        100.0 * flagged / images,
        100.0 * found / images,
        best / images,
        seconds[0] / pixels * 512 * 512,
        seconds[1] / pixels * 512 * 512,
        seconds[2] / pixels * 512 * 512,
        seconds[3] / pixels * 512 * 512);
  }

  private static float[] map(Path file) throws IOException {
    if (!file.equals(mapped)) {
      if (network == null) {
        network = ManipulationLocalizer.open("lite");
      }
      var image = ImageFile.open(file).rgb();
      var options = LocalizationOptions.defaults();
      map = (float[]) network.localize(image, options, ProgressListener.NONE).map().getPixels();
      mapped = file;
    }
    return map;
  }

  private static double logOdds(float[] map, int width, CopyPart part) {
    var box = part.box();
    double sum = 0;
    int count = 0;
    for (int y = box.y; y < box.y + box.height; y++) {
      for (int x = box.x; x < box.x + box.width; x++) {
        if (part.contains(x, y)) {
          double p = Math.max(1e-4, Math.min(1 - 1e-4, map[y * width + x]));
          sum += Math.log(p / (1 - p));
          count++;
        }
      }
    }
    return sum / count;
  }

  /** Of the whole process, all cores together: others on the machine do not count. */
  private static double cpu() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  private static Luminance luminance(Path file) throws IOException {
    return luminance(ImageIO.read(file.toFile()));
  }

  static Luminance luminance(BufferedImage image) {
    var raster = RgbRaster.of(image);
    var levels = new byte[raster.pixels()];
    for (int i = 0; i < levels.length; i++) {
      int n = raster.pixels();
      int weighted =
          299 * (raster.samples()[i] & 255)
              + 587 * (raster.samples()[n + i] & 255)
              + 114 * (raster.samples()[2 * n + i] & 255);
      levels[i] = (byte) ((weighted + 500) / 1000);
    }
    return new Luminance(raster.width(), raster.height(), levels);
  }

  private static boolean[] mask(Path set, String folder, String stem) throws IOException {
    Path file = set.resolve(folder).resolve(stem + ".png");
    if (!Files.exists(file)) {
      return null;
    }
    var raster = RgbRaster.of(ImageIO.read(file.toFile()));
    var mask = new boolean[raster.pixels()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (raster.samples()[i] & 255) > 127;
    }
    return mask;
  }

  private static double f1(Luminance picture, boolean[] truth, CopyPart part) {
    int both = 0;
    int all = 0;
    for (int i = 0; i < truth.length; i++) {
      boolean said = part.contains(i % picture.width(), i / picture.width());
      both += said && truth[i] ? 1 : 0;
      all += (said ? 1 : 0) + (truth[i] ? 1 : 0);
    }
    return 2.0 * both / Math.max(1, all);
  }

  private static double both(
      Luminance picture, boolean[] copy, boolean[] source, PixelCheck.Checked checked) {
    int both = 0;
    int all = 0;
    for (int i = 0; i < copy.length; i++) {
      int x = i % picture.width();
      int y = i / picture.width();
      boolean said = checked.first().contains(x, y) || checked.second().contains(x, y);
      boolean truth = copy[i] || source[i];
      both += said && truth ? 1 : 0;
      all += (said ? 1 : 0) + (truth ? 1 : 0);
    }
    return 2.0 * both / Math.max(1, all);
  }
}
