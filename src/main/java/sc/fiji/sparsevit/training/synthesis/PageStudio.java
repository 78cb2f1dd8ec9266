/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.GaussianNoise;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.raster.Tone;
import sc.fiji.sparsevit.training.figure.Figures;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.sample.JpegGrid;
import sc.fiji.sparsevit.training.synthesis.cutout.Cutout;
import sc.fiji.sparsevit.training.synthesis.cutout.Segmentation;
import sc.fiji.sparsevit.training.synthesis.forgery.Patch;
import sc.fiji.sparsevit.training.synthesis.forgery.Processing;
import sc.fiji.sparsevit.training.synthesis.forgery.SampleStyle;
import sc.fiji.sparsevit.training.synthesis.forgery.Scene;
import sc.fiji.sparsevit.training.synthesis.forgery.Splice;
import sc.fiji.sparsevit.training.synthesis.library.PhotoLibrary;
import sc.fiji.sparsevit.training.synthesis.options.Range;
import sc.fiji.sparsevit.training.synthesis.options.SynthesisOptions;

/**
 * Pages of a publication: panels of photographs and figures that have nothing in common, with
 * borders and letters. Panels differ in everything that was done to them, and are not forged.
 *
 * @param library of photographs and real figures
 */
record PageStudio(PhotoLibrary library, SynthesisOptions options) implements Studio {

  private static final double DRAWN = 0.3;
  private static final double GRAY = 0.35;
  private static final double LIKE_THE_FIRST = 0.5;
  private static final Range CONTRAST = new Range(0.7, 1.7);
  private static final Range BRIGHTNESS = new Range(-30, 30);
  private static final Range SCALE = new Range(0.35, 1.6);
  private static final int SMALLEST = 56;
  private static final double JPEG = 0.4;
  private static final double REUSED = 0.5;
  private static final Range REUSED_CONTRAST = new Range(0.75, 1.35);
  private static final double NOISY = 0.25;

  @Override
  public Scene scene(SampleStyle style, RandomGenerator random) {
    int width = style.width();
    int height = style.height();
    int columns = Math.max(1, Math.min(random.nextInt(1, 5), width / SMALLEST));
    int rows = Math.max(1, Math.min(random.nextInt(columns == 1 ? 2 : 1, 4), height / SMALLEST));
    int gap = random.nextInt(0, 14);
    var page = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    var graphics = page.createGraphics();
    boolean white = random.nextInt(6) > 0;
    graphics.setColor(white ? Color.WHITE : Color.BLACK);
    graphics.fillRect(0, 0, width, height);
    int cellWidth = (width - gap) / columns;
    int cellHeight = (height - gap) / rows;
    boolean framed = random.nextInt(3) == 0;
    boolean lettered = random.nextInt(3) > 0;
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, random.nextInt(10, 22)));
    var source = library.beside(library.any(random));
    var panels = new ArrayList<Cutout>();
    for (int i = 0; i < rows * columns; i++) {
      int x = gap + i % columns * cellWidth;
      int y = gap + i / columns * cellHeight;
      var from = random.nextDouble() < LIKE_THE_FIRST ? source : library;
      var panel = panel(from, cellWidth - gap, cellHeight - gap, random);
      graphics.drawImage(panel.toBufferedImage(), x, y, null);
      panels.add(whole(new Rectangle(x, y, panel.width(), panel.height())));
      decorate(graphics, x, y, panel, i, framed, lettered, white);
    }
    graphics.dispose();
    var drawn = style.plainHost(random);
    var picture = Processing.processed(RgbRaster.of(page), drawn, random);
    return new Scene(
        picture,
        History.NONE,
        Scene.once(
            () -> {
              var objects = new ArrayList<>(panels);
              var object = Segmentation.of(picture, random).anything(random);
              if (object.area() > 0) {
                objects.add(object);
              }
              return objects;
            }));
  }

  private static Cutout whole(Rectangle panel) {
    var opacity = new FloatPlane(panel.width, panel.height);
    Arrays.fill(opacity.values(), 1);
    return new Cutout(panel.x, panel.y, opacity);
  }

  private static void decorate(
      Graphics2D graphics,
      int x,
      int y,
      RgbRaster panel,
      int number,
      boolean framed,
      boolean lettered,
      boolean white) {
    if (framed) {
      graphics.setStroke(new BasicStroke(1));
      graphics.setColor(white ? Color.BLACK : Color.WHITE);
      graphics.drawRect(x - 1, y - 1, panel.width() + 1, panel.height() + 1);
    }
    if (lettered) {
      int size = graphics.getFont().getSize();
      int below = panel.at(1, Math.min(8, panel.width() - 1), Math.min(8, panel.height() - 1));
      graphics.setColor(below < 128 ? Color.WHITE : Color.BLACK);
      graphics.drawString(String.valueOf((char) ('A' + number)), x + 4, y + size);
    }
  }

  private RgbRaster panel(PhotoLibrary from, int width, int height, RandomGenerator random) {
    var picture =
        options.source().figure() > 0 && random.nextDouble() < DRAWN
            ? Figures.artist(random).draw(width, height, random, random).picture()
            : part(from, width, height, random);
    if (random.nextDouble() < NOISY) {
      var noise = new GaussianNoise(random.nextDouble(1, 8), random.nextBoolean());
      picture = noise.apply(picture, random);
    }
    if (random.nextDouble() < JPEG) {
      int quality = options.history().quality().drawInteger(random);
      picture = Processing.saved(picture, quality, JpegGrid.anywhere(random), random);
    }
    return picture;
  }

  private static RgbRaster part(PhotoLibrary from, int width, int height, RandomGenerator random) {
    var photo = from.any(random);
    double cover = Math.max((double) width / photo.width(), (double) height / photo.height());
    double scale = Math.max(cover, SCALE.drawFactor(random));
    int partWidth = Math.min(photo.width(), Interpolation.length(width / scale));
    int partHeight = Math.min(photo.height(), Interpolation.length(height / scale));
    var part =
        photo
            .pixels()
            .crop(
                random.nextInt(photo.width() - partWidth + 1),
                random.nextInt(photo.height() - partHeight + 1),
                partWidth,
                partHeight);
    var resized =
        (scale < 1 ? Processing.averaging(random) : Processing.interpolation(random))
            .resize(part, width, height);
    var seen = random.nextDouble() < GRAY ? resized.gray() : resized;
    return random.nextBoolean()
        ? Tone.of(CONTRAST.drawFactor(random), BRIGHTNESS.draw(random)).apply(seen)
        : seen;
  }

  @Override
  public double leastFactor(int width, int height) {
    return 0;
  }

  @Override
  public boolean mirrorable() {
    return false;
  }

  @Override
  public boolean historyKnown() {
    return false;
  }

  /** Something from elsewhere, or a panel that is shown again as another. */
  @Override
  public Patch splice(Scene scene, SampleStyle style, RandomGenerator random) {
    var panels = scene.objects().get().stream().filter(PageStudio::isWhole).toList();
    return panels.size() > 1 && random.nextDouble() < REUSED
        ? reused(scene.picture(), panels, random)
        : new Splice(library, options).forge(scene, style, random);
  }

  private static boolean isWhole(Cutout object) {
    return object.area() == object.opacity().values().length;
  }

  private static Patch reused(RgbRaster page, List<Cutout> panels, RandomGenerator random) {
    int from = random.nextInt(panels.size());
    var shown = panels.get((from + random.nextInt(1, panels.size())) % panels.size());
    var place = shown.bounds();
    var picture = page.crop(panels.get(from).x(), panels.get(from).y(), place.width, place.height);
    if (random.nextInt(3) > 0) {
      var tone = Tone.of(REUSED_CONTRAST.drawFactor(random), BRIGHTNESS.draw(random));
      picture = tone.apply(picture);
    }
    if (random.nextInt(3) == 0) {
      picture = picture.mirrored();
    }
    return new Patch(picture, shown.opacity(), place.x, place.y, History.NONE);
  }
}
