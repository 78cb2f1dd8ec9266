/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/**
 * Makes the sets that reuse across pictures is measured on: photographs, scientific pictures and
 * figures of panels, some of which hold a part of another one, changed; {@code truth.csv} says
 * which. Needs nothing but Java, and nothing of the program, so that no error of its resampling
 * hides.
 *
 * <pre>java ReuseSets.java OUTPUT COUNT even|odd SEED FOLDER...</pre>
 */
public final class ReuseSets {

  private static final int LEAST_WIDTH = 132;
  private static final int LEAST_HEIGHT = 100;

  private final Random random;
  private final List<Path> sources;
  private final Path output;
  private final List<BufferedImage> bases = new ArrayList<>();
  private final List<String> baseNames = new ArrayList<>();
  private final StringBuilder truth =
      new StringBuilder("first,second,scale,degrees,mirrored,inverted,gamma,crop,kind\n");
  private int next;
  private int made;

  private ReuseSets(Path output, List<Path> sources, long seed) {
    this.output = output;
    this.sources = sources;
    random = new Random(seed);
  }

  public static void main(String[] arguments) throws IOException {
    var output = Path.of(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    boolean even = arguments[2].equals("even");
    var sources = new ArrayList<Path>();
    for (var folder : Arrays.asList(arguments).subList(4, arguments.length)) {
      try (var files = Files.walk(Path.of(folder))) {
        files
            .filter(file -> file.toString().matches("(?i).*\\.(jpg|jpeg|png)"))
            .filter(file -> !file.toString().matches(".*(object_masks|/Gt/|/Tp/).*"))
            .filter(file -> isEven(file) == even)
            .sorted()
            .forEach(sources::add);
      }
    }
    var set = new ReuseSets(output, sources, Long.parseLong(arguments[3]));
    Collections.shuffle(sources, set.random);
    set.make(count);
  }

  private static boolean isEven(Path file) {
    var sum = new CRC32();
    sum.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
    return sum.getValue() % 2 == 0;
  }

  /** 55 % pictures, 15 % figures; 15 % pictures and 15 % figures that reuse one of those. */
  private void make(int count) throws IOException {
    Files.createDirectories(output);
    for (int i = 0; i < count * 55 / 100; i++) {
      var picture = source();
      save(picture, picture, "picture");
    }
    for (int i = 0; i < count * 15 / 100; i++) {
      var panels = new ArrayList<BufferedImage>();
      for (int j = 0; j < 2 + random.nextInt(2); j++) {
        panels.add(panel(source()));
      }
      save(figure(panels), panels.get(random.nextInt(panels.size())), "figure");
    }
    int known = bases.size();
    for (int i = 0; i < count * 30 / 100; i++) {
      boolean alone = i % 2 == 0;
      var reused = reused(known, alone ? "picture" : "panel");
      if (alone) {
        save(reused, null, "reused");
      } else {
        var panels = new ArrayList<>(List.of(reused));
        for (int j = 0; j < 1; j++) {
          panels.add(panel(source()));
        }
        Collections.shuffle(panels, random);
        save(figure(panels), null, "refigure");
      }
    }
    Files.writeString(output.resolve("truth.csv"), truth);
  }

  /** The next one nobody has used; when all are, halves of those that were. */
  private BufferedImage source() throws IOException {
    int turn = next / sources.size();
    if (turn > 0 && next % sources.size() == 0) {
      System.out.println("all sources used " + turn + " times");
    }
    var file = sources.get(next++ % sources.size());
    var read = ImageIO.read(file.toFile());
    var picture = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
    picture.createGraphics().drawImage(read, 0, 0, null);
    if (turn > 0) {
      throw new IOException("not enough sources: " + sources.size());
    }
    int longest = Math.max(picture.getWidth(), picture.getHeight());
    return longest > 900 ? scaled(picture, 900.0 / longest) : picture;
  }

  private BufferedImage panel(BufferedImage picture) {
    int width = Math.min(picture.getWidth(), 180 + random.nextInt(220));
    int height = Math.min(picture.getHeight(), 160 + random.nextInt(200));
    int x = random.nextInt(picture.getWidth() - width + 1);
    int y = random.nextInt(picture.getHeight() - height + 1);
    return copy(picture.getSubimage(x, y, width, height));
  }

  /** Panels in rows, with gutters, letters, a caption-like line and perhaps frames. */
  private BufferedImage figure(List<BufferedImage> panels) {
    int gutter = 6 + random.nextInt(20);
    int columns = panels.size() < 3 ? panels.size() : 2;
    int cellWidth = panels.stream().mapToInt(BufferedImage::getWidth).max().orElseThrow();
    int cellHeight = panels.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
    int rows = (panels.size() + columns - 1) / columns;
    int label = random.nextBoolean() ? 24 : 0;
    var canvas =
        new BufferedImage(
            gutter + columns * (cellWidth + gutter),
            gutter + rows * (cellHeight + gutter + label),
            BufferedImage.TYPE_INT_RGB);
    var graphics = canvas.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
    for (int i = 0; i < panels.size(); i++) {
      int x = gutter + i % columns * (cellWidth + gutter);
      int y = gutter + i / columns * (cellHeight + gutter + label) + label;
      graphics.drawImage(panels.get(i), x, y, null);
      graphics.setColor(label > 0 ? Color.BLACK : Color.WHITE);
      graphics.drawString(String.valueOf((char) ('A' + i)), x + 3, y + (label > 0 ? -4 : 20));
    }
    graphics.dispose();
    return canvas;
  }

  private BufferedImage reused(int known, String kind) throws IOException {
    while (true) {
      int index = random.nextInt(known);
      var original = bases.get(index);
      double crop = 0.25 + 0.75 * random.nextDouble();
      double stretch = Math.exp(0.3 * random.nextGaussian());
      int width =
          (int) Math.min(original.getWidth(), original.getWidth() * Math.sqrt(crop * stretch));
      int height =
          (int) Math.min(original.getHeight(), original.getHeight() * Math.sqrt(crop / stretch));
      double share = (double) width * height / original.getWidth() / original.getHeight();
      double scale =
          random.nextInt(3) == 0
              ? 1
              : Math.exp(Math.log(0.4) + random.nextDouble() * Math.log(6.25));
      double degrees =
          switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 90 * (1 + random.nextInt(3));
            default -> 360 * random.nextDouble();
          };
      if (share < 0.25) {
        continue;
      }
      boolean mirrored = random.nextInt(3) == 0;
      boolean inverted = random.nextInt(6) == 0;
      double gamma = random.nextInt(2) == 0 ? 1 : Math.exp(0.35 * random.nextGaussian());
      double gain = gamma == 1 ? 1 : 0.7 + 0.5 * random.nextDouble();
      var changed =
          changed(original, width, height, scale, degrees, mirrored, inverted, gamma, gain);
      if (changed == null
          || changed.getWidth() < LEAST_WIDTH
          || changed.getHeight() < LEAST_HEIGHT
          || Math.max(changed.getWidth(), changed.getHeight()) > 1400) {
        continue;
      }
      truth.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%.3f,%.1f,%s,%s,%.2f,%.2f,%s%n",
              baseNames.get(index),
              "%REUSED%",
              scale,
              degrees,
              mirrored,
              inverted,
              gamma,
              share,
              kind));
      return changed;
    }
  }

  /** The largest upright rectangle of the turned crop that has its shape, saved again. */
  private BufferedImage changed(
      BufferedImage original,
      int width,
      int height,
      double scale,
      double degrees,
      boolean mirrored,
      boolean inverted,
      double gamma,
      double gain)
      throws IOException {
    int x = random.nextInt(original.getWidth() - width + 1);
    int y = random.nextInt(original.getHeight() - height + 1);
    double radians = Math.toRadians(degrees);
    boolean upright = degrees % 90 == 0;
    boolean onItsSide = upright && degrees % 180 != 0;
    int outWidth;
    int outHeight;
    if (upright) {
      outWidth = (int) ((onItsSide ? height : width) * scale);
      outHeight = (int) ((onItsSide ? width : height) * scale);
    } else {
      // Of the whole picture, turned about the middle of the crop, what it covers.
      outWidth = (int) (width * scale);
      outHeight = (int) (height * scale);
    }
    double cx = x + width / 2.0;
    double cy = y + height / 2.0;
    var smaller = original;
    double left = scale;
    if (scale < 0.9) {
      smaller = scaled(original, scale);
      cx *= (double) smaller.getWidth() / original.getWidth();
      cy *= (double) smaller.getHeight() / original.getHeight();
      left = 1;
    }
    var transform = new AffineTransform();
    transform.translate(outWidth / 2.0, outHeight / 2.0);
    transform.rotate(radians);
    transform.scale(mirrored ? -left : left, left);
    transform.translate(-cx, -cy);
    if (!covered(transform, smaller, outWidth, outHeight)) {
      return null;
    }
    var out = new BufferedImage(outWidth, outHeight, BufferedImage.TYPE_INT_RGB);
    new AffineTransformOp(transform, AffineTransformOp.TYPE_BICUBIC).filter(smaller, out);
    for (int i = 0; i < outWidth * outHeight; i++) {
      int color = out.getRGB(i % outWidth, i / outWidth);
      int result = 0;
      for (int shift = 0; shift <= 16; shift += 8) {
        int value = color >> shift & 255;
        value = inverted ? 255 - value : value;
        double tone = 255 * gain * Math.pow(value / 255.0, gamma) + (1 - gain) * 60;
        result |= (int) Math.max(0, Math.min(255, Math.round(tone))) << shift;
      }
      out.setRGB(i % outWidth, i / outWidth, result);
    }
    return out;
  }

  private static boolean covered(
      AffineTransform transform, BufferedImage picture, int width, int height) {
    try {
      var back = transform.createInverse();
      for (int corner = 0; corner < 4; corner++) {
        var point = new double[] {corner % 2 * (width - 1), corner / 2 * (height - 1)};
        back.transform(point, 0, point, 0, 1);
        if (point[0] < 1
            || point[1] < 1
            || point[0] > picture.getWidth() - 2
            || point[1] > picture.getHeight() - 2) {
          return false;
        }
      }
      return true;
    } catch (java.awt.geom.NoninvertibleTransformException e) {
      return false;
    }
  }

  private static BufferedImage scaled(BufferedImage picture, double scale) {
    int width = (int) Math.round(picture.getWidth() * scale);
    int height = (int) Math.round(picture.getHeight() * scale);
    var out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = out.createGraphics();
    graphics.drawImage(
        picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    graphics.dispose();
    return out;
  }

  private static BufferedImage copy(BufferedImage part) {
    var copy = new BufferedImage(part.getWidth(), part.getHeight(), BufferedImage.TYPE_INT_RGB);
    copy.createGraphics().drawImage(part, 0, 0, null);
    return copy;
  }

  /**
   * @param base what others may reuse of it; null for nothing
   */
  private void save(BufferedImage picture, BufferedImage base, String kind) throws IOException {
    boolean lossless = random.nextInt(4) == 0;
    var name = String.format(Locale.ROOT, "%05d-%s.%s", made++, kind, lossless ? "png" : "jpg");
    var file = output.resolve(name).toFile();
    if (lossless) {
      ImageIO.write(picture, "png", file);
    } else {
      var writer = ImageIO.getImageWritersByFormatName("jpg").next();
      try (var out = ImageIO.createImageOutputStream(file)) {
        writer.setOutput(out);
        var settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(0.7f + 0.25f * random.nextFloat());
        writer.write(null, new IIOImage(picture, null, null), settings);
      }
      writer.dispose();
    }
    if (base != null) {
      bases.add(base);
      baseNames.add(name);
    }
    int at = truth.indexOf("%REUSED%");
    if (at >= 0) {
      truth.replace(at, at + 8, name);
    }
  }
}
