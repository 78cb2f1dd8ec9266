/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.GaussianBlur;
import sc.fiji.sparsevit.raster.GaussianNoise;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.Jpeg;
import sc.fiji.sparsevit.raster.JpegFiles;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.raster.Tone;
import sc.fiji.sparsevit.training.HeldOutFiles;

/**
 * Makes the sets that the search for copies is measured on, from photographs and figures that were
 * not trained on (one in twenty by name) or, to tune it, from the others: JPEG images in Tp or Au,
 * masks of the copies in Gt, masks of what was copied in Source.
 *
 * <pre>CopySets FOLDER_OF_PHOTOS FOLDER_OF_FIGURES OUTPUT held-out|trained COUNT SEED [KIND...]
 * </pre>
 */
public final class CopySets {

  private static final List<String> KINDS =
      List.of(
          "plain",
          "turned",
          "mirrored",
          "scaled",
          "far",
          "smooth",
          "bands",
          "untouched",
          "lookalikes",
          "unfocused");

  private final List<Path> photos;
  private final List<Path> figures;
  private final Random random;

  private CopySets(List<Path> photos, List<Path> figures, long seed) {
    this.photos = photos;
    this.figures = figures;
    random = new Random(seed);
  }

  public static void main(String[] arguments) throws IOException {
    boolean heldOut = arguments[3].equals("held-out");
    var photos = files(Path.of(arguments[0]), heldOut);
    var figures = files(Path.of(arguments[1]), heldOut);
    int count = Integer.parseInt(arguments[4]);
    long seed = Long.parseLong(arguments[5]);
    var kinds = arguments.length > 6 ? List.of(arguments).subList(6, arguments.length) : KINDS;
    for (String kind : kinds) {
      var sets = new CopySets(photos, figures, seed + kind.hashCode());
      sets.make(kind, count, Path.of(arguments[2]).resolve(kind));
    }
  }

  private static List<Path> files(Path folder, boolean heldOut) throws IOException {
    try (var found = Files.walk(folder)) {
      return found
          .filter(path -> path.toString().matches(".*\\.(jpg|jpeg|png|JPEG|tif)"))
          .filter(path -> !path.toString().contains("object_masks"))
          .filter(path -> HeldOutFiles.contains(path) == heldOut)
          .sorted()
          .toList();
    }
  }

  private void make(String kind, int count, Path folder) throws IOException {
    boolean forged = !List.of("untouched", "lookalikes", "unfocused").contains(kind);
    for (String part : forged ? List.of("Tp", "Gt", "Source") : List.of("Au")) {
      Files.createDirectories(folder.resolve(part));
    }
    int made = 0;
    while (made < count) {
      String name = "%s_%03d".formatted(kind, made);
      if (kind.equals("untouched")) {
        save(untouched(made), folder.resolve("Au").resolve(name + ".jpg"));
      } else if (kind.equals("lookalikes")) {
        save(lookalike(made), folder.resolve("Au").resolve(name + ".jpg"));
      } else if (kind.equals("unfocused")) {
        save(unfocused(made), folder.resolve("Au").resolve(name + ".jpg"));
      } else {
        var forgery = kind.equals("bands") ? copiedBand() : forge(kind);
        if (forgery == null) {
          continue;
        }
        save(forgery.picture, folder.resolve("Tp").resolve(name + ".jpg"));
        saveMask(forgery.copy, folder.resolve("Gt").resolve(name + ".png"));
        saveMask(forgery.source, folder.resolve("Source").resolve(name + ".png"));
        Files.writeString(
            folder.resolve("transformations.txt"),
            name + " " + forgery.words + "\n",
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.APPEND);
      }
      made++;
    }
  }

  private record MadeCopy(RgbRaster picture, FloatPlane copy, FloatPlane source, String words) {}

  private RgbRaster untouched(int number) throws IOException {
    return number % 5 == 4 ? host(figures) : host(photos);
  }

  private RgbRaster any() throws IOException {
    return random.nextInt(5) == 0 ? host(figures) : host(photos);
  }

  /** At most 1,024 pixels long. */
  private RgbRaster host(List<Path> from) throws IOException {
    var picture = read(from.get(random.nextInt(from.size())));
    double shrink = Math.max(picture.width(), picture.height()) / 1024.0;
    return shrink <= 1
        ? picture
        : Interpolation.AREA.resize(
            picture, (int) (picture.width() / shrink), (int) (picture.height() / shrink));
  }

  private static RgbRaster read(Path file) throws IOException {
    return RgbRaster.of(ImageIO.read(file.toFile()));
  }

  private MadeCopy forge(String kind) throws IOException {
    var host = kind.equals("far") ? large() : any();
    double shortest = Math.min(host.width(), host.height());
    double radius =
        kind.equals("far")
            ? 60 + random.nextInt(120)
            : shortest * (0.08 + 0.14 * random.nextDouble());
    double degrees = kind.equals("turned") ? 5 + 350 * random.nextDouble() : 0;
    if (kind.equals("mirrored") && random.nextBoolean()) {
      degrees = 90 * random.nextInt(4);
    }
    boolean mirrored = kind.equals("mirrored");
    double scale =
        !kind.equals("scaled")
            ? 1
            : random.nextBoolean()
                ? 0.5 + 0.3 * random.nextDouble()
                : 1.25 + 0.75 * random.nextDouble();
    if (scale > 1) {
      radius /= Math.sqrt(scale);
    }
    double reach = radius * 1.3;
    double copyReach = reach * scale;
    if (host.width() < 2 * Math.max(reach, copyReach) + 8
        || host.height() < 2 * Math.max(reach, copyReach) + 8) {
      return null;
    }
    for (int attempt = 0; attempt < 60; attempt++) {
      double x = reach + 3 + random.nextDouble() * (host.width() - 2 * reach - 6);
      double y = reach + 3 + random.nextDouble() * (host.height() - 2 * reach - 6);
      double u = copyReach + 3 + random.nextDouble() * (host.width() - 2 * copyReach - 6);
      double v = copyReach + 3 + random.nextDouble() * (host.height() - 2 * copyReach - 6);
      double distance = Math.hypot(u - x, v - y);
      if (distance < reach + copyReach || kind.equals("far") && Math.abs(distance - 2000) > 300) {
        continue;
      }
      double deviation = deviation(host, x, y, radius);
      if (kind.equals("smooth") ? deviation < 1 || deviation > 5 : deviation < 4) {
        continue;
      }
      if (!mirrored && degrees == 0 && scale == 1) {
        // By whole pixels, as a plain copy is.
        u = Math.round(x) + Math.round(u - x) + (x - Math.round(x));
        v = Math.round(y) + Math.round(v - y) + (y - Math.round(y));
      }
      double a = scale * Math.cos(Math.toRadians(degrees));
      double b = scale * Math.sin(Math.toRadians(degrees));
      if (mirrored) {
        a = -a;
        b = -b;
      }
      return pasted(host, Similarity.at(a, b, mirrored, x, y, u, v), shape(x, y, radius));
    }
    return null;
  }

  private RgbRaster large() throws IOException {
    var wide = photos.stream().filter(path -> path.toString().contains("cc0")).toList();
    var picture =
        wide.isEmpty()
            ? Interpolation.BICUBIC.resize(any(), 4000, 3000)
            : read(wide.get(random.nextInt(wide.size())));
    return picture.width() == 4000
        ? picture
        : picture.crop(0, 0, Math.min(4000, picture.width()), Math.min(3000, picture.height()));
  }

  /** A smooth blob: distance from the center under the radius of its direction. */
  private Shape shape(double x, double y, double radius) {
    var amplitudes = new double[4];
    var phases = new double[4];
    for (int i = 0; i < 4; i++) {
      amplitudes[i] = 0.12 * random.nextGaussian() / (1 + 0.5 * i);
      phases[i] = 2 * Math.PI * random.nextDouble();
    }
    double stretch = 0.75 + 0.5 * random.nextDouble();
    double feather = random.nextBoolean() ? 0.01 : 0.5 + random.nextDouble();
    return new Shape(x, y, radius, amplitudes, phases, stretch, feather);
  }

  private record Shape(
      double x,
      double y,
      double radius,
      double[] amplitudes,
      double[] phases,
      double stretch,
      double feather) {
    double opacity(double px, double py) {
      double dx = (px - x) * stretch;
      double dy = (py - y) / stretch;
      double angle = Math.atan2(dy, dx);
      double edge = 1;
      for (int i = 0; i < amplitudes.length; i++) {
        edge += amplitudes[i] * Math.cos((i + 2) * angle + phases[i]);
      }
      edge = radius * Math.max(0.55, Math.min(1.0, edge));
      return Math.max(0, Math.min(1, 0.5 + (edge - Math.hypot(dx, dy)) / (2 * feather)));
    }
  }

  private static double deviation(RgbRaster picture, double x, double y, double radius) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int py = (int) (y - radius); py < y + radius; py++) {
      for (int px = (int) (x - radius); px < x + radius; px++) {
        if (px >= 0 && py >= 0 && px < picture.width() && py < picture.height()) {
          double value = picture.at(1, px, py);
          sum += value;
          squares += value * value;
          count++;
        }
      }
    }
    return Math.sqrt(Math.max(0, squares / count - sum / count * sum / count));
  }

  /** The sampled part is drawn with the software's own interpolation, mostly bicubic. */
  private MadeCopy pasted(RgbRaster host, Similarity to, Shape shape) {
    var back = to.inverse();
    boolean cubic = random.nextInt(3) > 0;
    var picture = host.copy();
    var copy = new FloatPlane(host.width(), host.height());
    var source = new FloatPlane(host.width(), host.height());
    double samples = Math.max(1, Math.round(1 / to.scale()));
    for (int y = 0; y < host.height(); y++) {
      for (int x = 0; x < host.width(); x++) {
        double sx = back.x(x, y);
        double sy = back.y(x, y);
        double alpha = shape.opacity(sx, sy);
        source.values()[y * host.width() + x] = shape.opacity(x, y) > 0.5 ? 1 : 0;
        if (alpha <= 0) {
          continue;
        }
        copy.values()[y * host.width() + x] = alpha > 0.5 ? 1 : 0;
        for (int c = 0; c < 3; c++) {
          double value = 0;
          for (int j = 0; j < samples; j++) {
            for (int i = 0; i < samples; i++) {
              double dx = x + (i + 0.5) / samples - 0.5;
              double dy = y + (j + 0.5) / samples - 0.5;
              value += sample(host, c, back.x(dx, dy), back.y(dx, dy), cubic) / (samples * samples);
            }
          }
          double mixed = alpha * value + (1 - alpha) * host.at(c, x, y);
          picture.samples()[(c * host.height() + y) * host.width() + x] =
              RgbRaster.round((float) mixed);
        }
      }
    }
    var words =
        "angle %.2f mirrored %s scale %.3f right %.1f down %.1f"
            .formatted(to.angle(), to.mirrored(), to.scale(), to.right(), to.down());
    return new MadeCopy(picture, copy, source, words);
  }

  private static double sample(RgbRaster picture, int c, double x, double y, boolean cubic) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double fx = x - left;
    double fy = y - top;
    double sum = 0;
    for (int j = -1; j <= 2; j++) {
      double wy = weight(j - fy, cubic);
      for (int i = -1; wy != 0 && i <= 2; i++) {
        double wx = weight(i - fx, cubic);
        if (wx != 0) {
          int px = Math.max(0, Math.min(picture.width() - 1, left + i));
          int py = Math.max(0, Math.min(picture.height() - 1, top + j));
          sum += wx * wy * picture.at(c, px, py);
        }
      }
    }
    return sum;
  }

  private static double weight(double x, boolean cubic) {
    double d = Math.abs(x);
    if (!cubic) {
      return Math.max(0, 1 - d);
    }
    return d < 1 ? (1.5 * d - 2.5) * d * d + 1 : d < 2 ? ((2.5 - 0.5 * d) * d - 4) * d + 2 : 0;
  }

  /** A band with what is around it, set into another lane, or another place of its own. */
  private MadeCopy copiedBand() {
    var host = gel();
    int w = 30 + random.nextInt(40);
    int h = 16 + random.nextInt(24);
    for (int attempt = 0; attempt < 60; attempt++) {
      int x = w / 2 + 2 + random.nextInt(host.width() - w - 4);
      int y = h / 2 + 2 + random.nextInt(host.height() - h - 4);
      int u = w / 2 + 2 + random.nextInt(host.width() - w - 4);
      int v = h / 2 + 2 + random.nextInt(host.height() - h - 4);
      if (deviation(host, x, y, h / 2.0) < 12 || Math.abs(u - x) < w && Math.abs(v - y) < h) {
        continue;
      }
      var feather = random.nextBoolean() ? 0.5 : 1.5;
      var picture = host.copy();
      var copy = new FloatPlane(host.width(), host.height());
      var source = new FloatPlane(host.width(), host.height());
      for (int dy = -h / 2; dy < h / 2; dy++) {
        for (int dx = -w / 2; dx < w / 2; dx++) {
          double inside = Math.min(w / 2.0 - Math.abs(dx), h / 2.0 - Math.abs(dy));
          double alpha = Math.min(1, inside / feather);
          source.values()[(y + dy) * host.width() + x + dx] = 1;
          copy.values()[(v + dy) * host.width() + u + dx] = 1;
          for (int c = 0; c < 3; c++) {
            double mixed =
                alpha * host.at(c, x + dx, y + dy) + (1 - alpha) * host.at(c, u + dx, v + dy);
            picture.samples()[(c * host.height() + v + dy) * host.width() + u + dx] =
                RgbRaster.round((float) mixed);
          }
        }
      }
      var words =
          "angle 0.00 mirrored false scale 1.000 right %d.0 down %d.0".formatted(u - x, v - y);
      return new MadeCopy(picture, copy, source, words);
    }
    return null;
  }

  /** What looks alike, out of focus: little is left of it but its coarse structure and grain. */
  private RgbRaster unfocused(int number) throws IOException {
    UnaryOperator<RgbRaster> blur = GaussianBlur.ofSigma(2 + 3 * random.nextDouble())::apply;
    double noise = 0.5 + 1.5 * random.nextDouble();
    return number % 2 == 0 ? twoPhotographs(blur, noise) : sisters(blur, noise);
  }

  private RgbRaster lookalike(int number) throws IOException {
    return switch (number % 4) {
      case 0 -> twoPhotographs(scene -> scene, 2);
      case 1 -> sisters(scene -> scene, 1.5);
      case 2 -> tiles();
      default -> gel();
    };
  }

  /**
   * One thing twice, side by side, each time from another place, in other light, with other noise.
   */
  private RgbRaster twoPhotographs(UnaryOperator<RgbRaster> focus, double leastNoise)
      throws IOException {
    var host = focus.apply(host(photos));
    int w = Math.min(400, host.width());
    int h = Math.min(400, host.height());
    int x = random.nextInt(host.width() - w + 1);
    int y = random.nextInt(host.height() - h + 1);
    var scene = host.crop(x, y, w, h);
    var both = new RgbRaster(2 * w - 40, h - 20);
    for (int side = 0; side < 2; side++) {
      var seen =
          photographed(
              scene, 0.02 + 0.05 * random.nextDouble(), leastNoise + 3 * random.nextDouble());
      paste(both, seen.crop(10, 10, w - 20, h - 20), side * (w - 20), 0);
    }
    return both;
  }

  /** Two of a kind, each seen on its own, in one photograph. */
  private RgbRaster sisters(UnaryOperator<RgbRaster> focus, double leastNoise) throws IOException {
    var host = host(photos);
    var scene = focus.apply(host(photos));
    double radius =
        Math.min(70, Math.min(Math.min(scene.width(), scene.height()), host.width() / 2.0) / 3);
    var shape = shape(0, 0, radius);
    int side = (int) (2.8 * radius);
    int sx = random.nextInt(Math.max(1, scene.width() - side));
    int sy = random.nextInt(Math.max(1, scene.height() - side));
    var thing = scene.crop(sx, sy, side, side);
    var picture = host.copy();
    for (int i = 0; i < 2; i++) {
      var seen =
          photographed(
              thing, 0.03 + 0.05 * random.nextDouble(), leastNoise + 3 * random.nextDouble());
      int ox = i * host.width() / 2 + random.nextInt(Math.max(1, host.width() / 2 - side));
      int oy = random.nextInt(Math.max(1, host.height() - side));
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          double alpha = shape.opacity(x - side / 2.0, y - side / 2.0);
          int px = ox + x;
          int py = oy + y;
          if (alpha > 0 && px < picture.width() && py < picture.height()) {
            for (int c = 0; c < 3; c++) {
              picture.samples()[(c * picture.height() + py) * picture.width() + px] =
                  RgbRaster.round(
                      (float) (alpha * seen.at(c, x, y) + (1 - alpha) * picture.at(c, px, py)));
            }
          }
        }
      }
    }
    return picture;
  }

  /** A floor of tiles with one print, each with its own wear. */
  private RgbRaster tiles() throws IOException {
    var scene = host(photos);
    int side = 90 + random.nextInt(60);
    int sx = random.nextInt(Math.max(1, scene.width() - side - 20));
    int sy = random.nextInt(Math.max(1, scene.height() - side - 20));
    var print = scene.crop(sx, sy, side + 20, side + 20);
    int columns = 4;
    int rows = 3;
    var floor = new RgbRaster(columns * side, rows * side);
    for (int i = 0; i < columns * rows; i++) {
      var tile =
          photographed(print, 0.015 + 0.02 * random.nextDouble(), 2 + 2 * random.nextDouble());
      paste(floor, tile.crop(10, 10, side - 3, side - 3), i % columns * side, i / columns * side);
    }
    return floor;
  }

  /** Bands that have run alike: dark smears of one kind on a gray, grainy ground. */
  private RgbRaster gel() {
    int lanes = 6 + random.nextInt(5);
    int width = lanes * (50 + random.nextInt(20));
    int height = 260 + random.nextInt(120);
    double lane = (double) width / lanes;
    int rows = 2 + random.nextInt(3);
    var light = new float[width * height];
    double slope = 30 * random.nextGaussian();
    for (int i = 0; i < light.length; i++) {
      light[i] = (float) (190 + slope * (i % width) / width + 3 * random.nextGaussian());
    }
    double bandWidth = 0.36 * lane;
    for (int row = 0; row < rows; row++) {
      double y0 = height * (row + 0.7) / (rows + 0.4);
      double thickness = 5 + 5 * random.nextDouble();
      double dark = 60 + 80 * random.nextDouble();
      for (int i = 0; i < lanes; i++) {
        double strength = dark * (0.85 + 0.3 * random.nextDouble());
        double bend = 4 + 2 * random.nextGaussian();
        double cx = (i + 0.5) * lane + random.nextGaussian();
        double cy = y0 + random.nextGaussian();
        double half = bandWidth * (0.95 + 0.1 * random.nextDouble());
        for (int y = 0; y < height; y++) {
          for (int x = (int) (cx - lane / 2); x < cx + lane / 2; x++) {
            if (x < 0 || x >= width) {
              continue;
            }
            double dx = (x - cx) / half;
            double dy = (y - cy - bend * dx * dx) / thickness;
            double edge = 1 / (1 + Math.exp(12 * (Math.abs(dx) - 0.9)));
            light[y * width + x] -= (float) (strength * edge * Math.exp(-dy * dy));
          }
        }
      }
    }
    var plane = GaussianBlur.ofSigma(0.7).apply(new FloatPlane(width, height, light));
    var picture = new RgbRaster(width, height);
    for (int i = 0; i < light.length; i++) {
      int gray = RgbRaster.round(plane.values()[i]) & 255;
      picture.set(i, gray << 16 | gray << 8 | gray);
    }
    return picture;
  }

  /**
   * A scene as another picture of it shows it: perspective, focus, light, noise and compression.
   */
  private RgbRaster photographed(RgbRaster scene, double tilt, double noise) {
    int w = scene.width();
    int h = scene.height();
    double[] p = new double[8];
    for (int i = 0; i < 8; i++) {
      p[i] = tilt * random.nextGaussian();
    }
    double zoom = 0.95 + 0.1 * random.nextDouble();
    var seen = new RgbRaster(w, h);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        double u = 2.0 * x / w - 1;
        double v = 2.0 * y / h - 1;
        double depth = 1 + 0.5 * p[0] * u + 0.5 * p[1] * v;
        double su = (u * (zoom + 0.5 * p[2]) + 0.5 * p[3] * v) / depth + 0.3 * p[6] * u * v;
        double sv = (v * (zoom + 0.5 * p[4]) + 0.5 * p[5] * u) / depth + 0.3 * p[7] * u * u;
        for (int c = 0; c < 3; c++) {
          double value = sample(scene, c, (su + 1) * w / 2, (sv + 1) * h / 2, true);
          seen.samples()[(c * h + y) * w + x] = RgbRaster.round((float) value);
        }
      }
    }
    double blur = 0.3 + 0.5 * random.nextDouble();
    seen = GaussianBlur.ofSigma(blur).apply(seen);
    seen = Tone.of(0.9 + 0.2 * random.nextDouble(), 8 * random.nextGaussian()).apply(seen);
    seen = new GaussianNoise(noise, false).apply(seen, random);
    return new Jpeg(80 + random.nextInt(18), random.nextBoolean())
        .recompress(seen, random.nextInt(8), random.nextInt(8));
  }

  private static void paste(RgbRaster onto, RgbRaster part, int left, int top) {
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < part.height() && top + y < onto.height(); y++) {
        for (int x = 0; x < part.width() && left + x < onto.width(); x++) {
          onto.samples()[(c * onto.height() + top + y) * onto.width() + left + x] =
              (byte) part.at(c, x, y);
        }
      }
    }
  }

  private void save(RgbRaster picture, Path file) throws IOException {
    int quality = 75 + random.nextInt(20);
    Files.write(file, JpegFiles.encode(picture, new Jpeg(quality, random.nextBoolean())));
  }

  private static void saveMask(FloatPlane mask, Path file) throws IOException {
    var image = new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        image.setRGB(x, y, mask.at(x, y) > 0.5 ? Color.WHITE.getRGB() : Color.BLACK.getRGB());
      }
    }
    ImageIO.write(image, "png", file.toFile());
  }
}
