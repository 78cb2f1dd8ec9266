/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ShortProcessor;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.GaussianBlur;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.Jpeg;
import sc.fiji.sparsevit.raster.JpegFiles;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.raster.Tone;
import sc.fiji.sparsevit.training.inpainting.TextureGrowth;
import sc.fiji.sparsevit.training.sample.ForgeryKind;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.synthesis.cutout.Cutout;
import sc.fiji.sparsevit.training.synthesis.cutout.RandomOutline;

/**
 * Makes the pictures in {@code sample-images}, each forged one as a person with an image editor
 * would: an outline by hand, a soft edge, tones that fit. Run it with the folder of scikit-image's
 * sample photographs and the target folder.
 */
final class SampleImages {
  private static final double FEATHER = 0.8;

  private final Path photos;
  private final Path target;

  private SampleImages(Path photos, Path target) {
    this.photos = photos;
    this.target = target;
  }

  /**
   * @param args the folder of the photographs and the folder to write to
   */
  public static void main(String[] args) throws IOException {
    new SampleImages(Path.of(args[0]), Path.of(args[1])).make();
  }

  private void make() throws IOException {
    shuttle();
    helmet();
    twoRockets();
    tower();
    dandelion();
    colony();
    meadow();
  }

  /** A model on a desk becomes a second vehicle on the launch site. */
  private void shuttle() throws IOException {
    var outline =
        polygon(
            396, 42, 402, 12, 412, 0, 428, 0, 437, 20, 440, 42, 446, 40, 454, 55, 455, 205, 457,
            245, 459, 268, 420, 270, 416, 250, 396, 272, 366, 272, 372, 250, 356, 222, 378, 190,
            380, 60, 388, 40);
    var cut = cut(photo("astronaut.png"), outline);
    var dusk = new Tone(new double[] {0.62, 0.66, 0.8}, new double[] {0, 2, 10});
    var patch = scaled(cut.withPicture(dusk.apply(cut.picture())), 0.55).at(214, 262);
    forge("splice-shuttle", photo("rocket.jpg"), patch, ForgeryKind.SPLICE);
  }

  /** A helmet is put on a café table, cut by the lower edge as it was before. Saved as JPEG. */
  private void helmet() throws IOException {
    var outline =
        polygon(
            280, 512, 279, 462, 290, 420, 312, 384, 345, 358, 390, 345, 430, 346, 462, 364, 484,
            398, 496, 440, 498, 512);
    var patch = scaled(cut(photo("astronaut.png"), outline), 0.62);
    var host = photo("coffee.png");
    var warm = new Tone(new double[] {0.95, 0.85, 0.75}, new double[] {8, 2, -3});
    patch = patch.withPicture(warm.apply(patch.picture()));
    patch = patch.at(428, host.height() - patch.picture().height() + Cutout.MARGIN);
    var forged = Composition.of(scene(host)).with(patch, ForgeryKind.SPLICE);
    Files.write(
        target.resolve("splice-helmet-jpeg.jpg"),
        JpegFiles.encode(forged.picture(), new Jpeg(88, false)));
    mask("splice-helmet-jpeg", forged);
  }

  /** The rocket is there twice. */
  private void twoRockets() throws IOException {
    var outline =
        polygon(
            308, 404, 308, 178, 310, 150, 314, 134, 322, 125, 330, 134, 334, 150, 336, 178, 337,
            404);
    var host = photo("rocket.jpg");
    var patch = scaled(cut(host, outline), 0.92).mirrored();
    forge("copy-move-rocket", host, patch.at(240, 152), ForgeryKind.COPY_MOVE);
  }

  /** A tower is taken out of the skyline. */
  private void tower() throws IOException {
    var host = photo("camera.png");
    var hole = new boolean[host.pixels()];
    var removed = new FloatPlane(host.width(), host.height());
    var area = new Rectangle(406, 110, 32, 84);
    for (int y = area.y; y < area.y + area.height; y++) {
      for (int x = area.x; x < area.x + area.width; x++) {
        hole[y * host.width() + x] = true;
        removed.values()[y * host.width() + x] = 1;
      }
    }
    var patch = new Patch(new TextureGrowth(1).fill(host, hole), removed, 0, 0, History.NONE);
    forge("inpainting-tower", host, patch, ForgeryKind.INPAINTING);
  }

  /** A dandelion clock from another distance is copied into the foreground. */
  private void dandelion() throws IOException {
    var host = meadow(520, 292);
    var outline = new Ellipse2D.Double(389, 195, 74, 62);
    var patch = scaled(cut(host, outline), 1.35).at(205, 172);
    forge("copy-move-dandelion", host, patch, ForgeryKind.COPY_MOVE);
  }

  /** As from a fluorescence microscope, 12 bits in 16: a bright cluster is there twice. */
  private void colony() throws IOException {
    var field = photo("hubble_deep_field.jpg").crop(60, 250, 480, 384);
    var values = detected(field);
    var outline = new Ellipse2D.Double(205, 5, 90, 95);
    var patch = RandomOutline.cutout(outline, 1);
    var forged = values.clone();
    var mask = new byte[values.length];
    int shiftX = 170;
    int shiftY = 230;
    for (int y = 0; y < patch.opacity().height(); y++) {
      for (int x = 0; x < patch.opacity().width(); x++) {
        int from = (patch.y() + y) * field.width() + patch.x() + x;
        int to = from + shiftY * field.width() + shiftX;
        float opacity = patch.opacity().at(x, y);
        forged[to] = (short) Math.round(values[to] + opacity * (values[from] - values[to]));
        mask[to] = (byte) (opacity >= 0.5f ? 1 : 0);
      }
    }
    var image = new ImagePlus("", new ShortProcessor(field.width(), field.height(), forged, null));
    new FileSaver(image).saveAsTiff(target.resolve("copy-move-micrograph-16bit.tif").toString());
    mask("copy-move-micrograph-16bit", field.width(), field.height(), mask);
  }

  /** Photons counted by a camera: noise that grows with the signal, and some of its own. */
  private static short[] detected(RgbRaster field) {
    var random = new Random(1);
    var green = GaussianBlur.ofSigma(0.7).apply(field.plane(1)).values();
    var values = new short[green.length];
    for (int i = 0; i < values.length; i++) {
      double signal = 14 * green[i] + 90;
      values[i] = (short) Math.max(0, signal + random.nextGaussian() * Math.sqrt(4 * signal));
    }
    return values;
  }

  /** Only made smaller and saved. */
  private void meadow() throws IOException {
    Files.write(
        target.resolve("untouched-meadow.jpg"),
        JpegFiles.encode(meadow(640, 360), new Jpeg(92, false)));
  }

  private RgbRaster meadow(int width, int height) throws IOException {
    return Interpolation.AREA.resize(photo("seeding_by_Clements_Engelhardt.jpg"), width, height);
  }

  private RgbRaster photo(String name) throws IOException {
    return RgbRaster.of(ImageIO.read(photos.resolve(name).toFile()));
  }

  private static Scene scene(RgbRaster picture) {
    return Scene.withoutObjects(picture, History.NONE);
  }

  private static Shape polygon(double... corners) {
    var path = new Path2D.Double();
    path.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(corners[i], corners[i + 1]);
    }
    path.closePath();
    return path;
  }

  private static Patch cut(RgbRaster picture, Shape outline) {
    var patch = Patch.cut(scene(picture), RandomOutline.cutout(outline, 1));
    return patch.withOpacity(GaussianBlur.ofSigma(FEATHER).apply(patch.opacity()));
  }

  private static Patch scaled(Patch patch, double factor) {
    int width = Interpolation.length(patch.picture().width() * factor);
    int height = Interpolation.length(patch.picture().height() * factor);
    return patch
        .withPicture(Interpolation.BICUBIC.resize(patch.picture(), width, height))
        .withOpacity(Interpolation.AREA.resize(patch.opacity(), width, height));
  }

  private void forge(String stem, RgbRaster host, Patch patch, ForgeryKind kind)
      throws IOException {
    var forged = Composition.of(scene(host)).with(patch, kind);
    ImageIO.write(
        forged.picture().toBufferedImage(), "png", target.resolve(stem + ".png").toFile());
    mask(stem, forged);
  }

  private void mask(String stem, Composition forged) throws IOException {
    mask(stem, forged.picture().width(), forged.picture().height(), forged.layers());
  }

  private void mask(String stem, int width, int height, byte[] layers) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
    for (int i = 0; i < layers.length; i++) {
      image.setRGB(i % width, i / width, layers[i] == 0 ? 0xff000000 : 0xffffffff);
    }
    ImageIO.write(image, "png", target.resolve(stem + "_mask.png").toFile());
  }
}
