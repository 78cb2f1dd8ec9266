/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import sc.fiji.sparsevit.EvidenceSearch;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.raster.RgbRaster;

/**
 * Measures what the search for copies adds to the network on sets of {@link CopySets}: mean F1 of
 * the mask at the threshold, without and with it, pixels of the original that are flagged, images
 * with a pair or with a region over 1 % of their pixels, how often the copy is named, and processor
 * time. A line for each image first: F1 with the search, of the network, and of the better part.
 *
 * <pre>CopyEvaluation LIMIT SET...</pre>
 */
public final class CopyEvaluation {

  /** F1 of a part from which on it shows what was copied. */
  private static final double HOLDS = 0.3;

  private double networkF1;
  private double f1;
  private double source;
  private double networkSource;
  private double covered;
  private int images;
  private int forged;
  private int pairs;
  private int flagged;
  private int networkFlagged;
  private int named;
  private int open;
  private int misnamed;
  private int holding;
  private double networkSeconds;
  private double searchSeconds;

  private CopyEvaluation() {}

  public static void main(String[] arguments) throws IOException {
    try (var network = ManipulationLocalizer.open("lite")) {
      for (int i = 1; i < arguments.length; i++) {
        var evaluation = new CopyEvaluation();
        evaluation.measure(Path.of(arguments[i]), Integer.parseInt(arguments[0]), network);
        System.out.println(arguments[i] + ": " + evaluation);
      }
    }
  }

  private void measure(Path set, int limit, ManipulationLocalizer network) throws IOException {
    boolean forgeries = Files.exists(set.resolve("Tp"));
    try (var files = Files.list(set.resolve(forgeries ? "Tp" : "Au"))) {
      for (var file : files.sorted().limit(limit).toList()) {
        measure(file, network);
      }
    }
  }

  private void measure(Path file, ManipulationLocalizer network) throws IOException {
    var image = ImageFile.open(file).rgb();
    var options = LocalizationOptions.defaults().withCopies(EvidenceSearch.OFF);
    networkSeconds -= cpu();
    float[] alone =
        (float[]) network.localize(image, options, ProgressListener.NONE).map().getPixels();
    networkSeconds += cpu();
    searchSeconds -= cpu();
    var picture = Luminance.of(image);
    float[] both = alone.clone();
    var found =
        CopyFinder.within(picture, ProgressListener.NONE).stream()
            .map(pair -> SideChooser.choose(picture, alone, pair))
            .toList();
    SideChooser.apply(found, both, image.width());
    searchSeconds += cpu();
    images++;
    pairs += found.isEmpty() ? 0 : 1;
    networkFlagged += share(alone) > 0.01 ? 1 : 0;
    flagged += share(both) > 0.01 || !found.isEmpty() ? 1 : 0;
    boolean[] copy = mask(file, "Gt");
    boolean[] original = mask(file, "Source");
    if (copy != null) {
      forged++;
      networkF1 += f1(alone, copy);
      f1 += f1(both, copy);
      double best = 0;
      for (var sided : found) {
        double second = f1(sided.pair().second(), copy);
        double better = Math.max(f1(sided.pair().first(), copy), second);
        best = Math.max(best, better);
        if (better > HOLDS) {
          open += sided.isClear() ? 0 : 1;
          named += sided.isClear() && second == better ? 1 : 0;
          misnamed += sided.isClear() && second < better ? 1 : 0;
        }
      }
      covered += best;
      holding += best > HOLDS ? 1 : 0;
      System.out.printf(
          Locale.ROOT,
          "%s %.3f %.3f %.3f%n",
          file.getFileName(),
          f1(both, copy),
          f1(alone, copy),
          best);
    } else {
      System.out.printf(
          Locale.ROOT,
          "%s %.4f %.4f %d%n",
          file.getFileName(),
          share(both),
          share(alone),
          found.size());
    }
    if (original != null) {
      networkSource += share(alone, original);
      source += share(both, original);
    }
  }

  private static double share(float[] map) {
    int count = 0;
    for (float value : map) {
      count += value > 0.5 ? 1 : 0;
    }
    return (double) count / map.length;
  }

  private static double share(float[] map, boolean[] mask) {
    int count = 0;
    int area = 0;
    for (int i = 0; i < map.length; i++) {
      count += mask[i] && map[i] > 0.5 ? 1 : 0;
      area += mask[i] ? 1 : 0;
    }
    return (double) count / Math.max(1, area);
  }

  private static double f1(float[] map, boolean[] truth) {
    int both = 0;
    int all = 0;
    for (int i = 0; i < map.length; i++) {
      both += map[i] > 0.5 && truth[i] ? 1 : 0;
      all += (map[i] > 0.5 ? 1 : 0) + (truth[i] ? 1 : 0);
    }
    return 2.0 * both / Math.max(1, all);
  }

  private double f1(CopyPart part, boolean[] truth) {
    var map = new float[truth.length];
    int width = lastWidth;
    for (int i = 0; i < map.length; i++) {
      map[i] = part.contains(i % width, i / width) ? 1 : 0;
    }
    return f1(map, truth);
  }

  private int lastWidth;

  private boolean[] mask(Path image, String folder) throws IOException {
    var name = image.getFileName().toString().replaceAll("\\.[^.]*$", "") + ".png";
    Path file = image.getParent().resolveSibling(folder).resolve(name);
    if (!Files.exists(file)) {
      return null;
    }
    var raster = RgbRaster.of(ImageIO.read(file.toFile()));
    lastWidth = raster.width();
    var mask = new boolean[raster.pixels()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (raster.samples()[i] & 255) > 127;
    }
    return mask;
  }

  /** Of the whole process, all cores together: others on the machine do not count. */
  private static double cpu() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d images; F1 %.3f, network alone %.3f, better part of the best pair %.3f; original"
            + " flagged %.1f %%, network alone %.1f %%; a pair in %.0f %%, one that holds the copy"
            + " in %.0f %%; the copy named in %d, left open in %d, the original named in %d; a pair"
            + " or over 1 %% flagged in %.0f %%, network alone %.0f %%; processor seconds of the"
            + " search %.2f of the network's",
        images,
        f1 / Math.max(1, forged),
        networkF1 / Math.max(1, forged),
        covered / Math.max(1, forged),
        100 * source / Math.max(1, forged),
        100 * networkSource / Math.max(1, forged),
        100.0 * pairs / images,
        100.0 * holding / Math.max(1, forged),
        named,
        open,
        misnamed,
        100.0 * flagged / images,
        100.0 * networkFlagged / images,
        searchSeconds / networkSeconds);
  }
}
