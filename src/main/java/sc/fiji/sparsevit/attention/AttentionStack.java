/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.attention;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.sparsevit.region.Palette;

/**
 * The maps of a point as a stack: the network's own blocks, then the same with every rate 1. Values
 * are relative to indifference, as in {@link AttentionMap#relative}.
 */
public final class AttentionStack {

  /** Displayed as white; a token with ten times its share stands out in any block. */
  private static final double BRIGHTEST = 10;

  private final AttentionStudy study;

  public AttentionStack(AttentionStudy study) {
    this.study = study;
  }

  /** A 32-bit stack of the window's size, each token as large as the pixels it represents. */
  public ImagePlus at(int x, int y, String title) {
    var window = study.window();
    var stack = new ImageStack(window.width(), window.height());
    var labels = labels(x, y);
    var maps = maps(x, y);
    for (int i = 0; i < maps.size(); i++) {
      stack.addSlice(labels.get(i), pixels(maps.get(i)));
    }
    stack.getProcessor(1).setLut(Palette.heat());
    var image = new ImagePlus(title, stack);
    image.setLut(Palette.heat());
    image.setDisplayRange(0, BRIGHTEST);
    var calibration = new Calibration(image);
    calibration.xOrigin = -window.x();
    calibration.yOrigin = -window.y();
    calibration.setFunction(Calibration.NONE, null, "times uniform attention");
    image.setCalibration(calibration);
    return image;
  }

  /** Puts the maps of another point of the same window into a stack that {@link #at} made. */
  public void update(ImagePlus image, int x, int y) {
    var maps = maps(x, y);
    for (int i = 0; i < maps.size(); i++) {
      image.getStack().setPixels(pixels(maps.get(i)).getPixels(), i + 1);
    }
    image.getProcessor().setPixels(image.getStack().getPixels(image.getCurrentSlice()));
    image.updateAndDraw();
  }

  private List<AttentionMap> maps(int x, int y) {
    var maps = new ArrayList<>(study.sparse(x, y));
    maps.addAll(study.dense(x, y));
    return maps;
  }

  private List<String> labels(int x, int y) {
    var labels = new ArrayList<String>();
    study.sparse(x, y).forEach(map -> labels.add(map.label()));
    study.dense(x, y).forEach(map -> labels.add("dense: " + map.label()));
    return labels;
  }

  private FloatProcessor pixels(AttentionMap map) {
    int width = study.window().width();
    int height = study.window().height();
    var pixels = new float[width * height];
    for (int y = 0; y < height; y++) {
      int row = y * map.rows() / height;
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = map.relative()[row * map.columns() + x * map.columns() / width];
      }
    }
    return new FloatProcessor(width, height, pixels);
  }
}
