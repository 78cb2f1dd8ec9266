/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Map;

/** Bands of a drawn gel: of a row, each is a little different, and has its own noise. */
record GelBands() implements LookAlikeScene.Recipe {
  private static final int EDGE = 54;

  @Override
  public String name() {
    return "gel";
  }

  @Override
  public LookAlikeScene draw(boolean room, Chance chance) {
    int lanes = chance.between(5, 8);
    int rows = chance.between(2, 4);
    int pitchX = chance.between(44, 64);
    int pitchY = chance.between(50, 80);
    var gel = ground(lanes * pitchX + 20, rows * pitchY + 20, chance);
    double half = chance.between(0.3, 0.4) * pitchX;
    int emptyRow = chance.between(0, rows - 1);
    int emptyLane = chance.between(0, lanes - 1);
    var sisters = new ArrayList<Outline>();
    for (int row = 0; row < rows; row++) {
      double thickness = chance.between(4.0, 9.0);
      double dark = chance.between(70.0, 130.0);
      for (int lane = 0; lane < lanes; lane++) {
        if (room && row == emptyRow && lane == emptyLane) {
          continue;
        }
        double x = 10 + (lane + 0.5) * pitchX + chance.normal();
        double y = 10 + (row + 0.5) * pitchY + 1.5 * chance.normal();
        band(gel, x, y, half, thickness, dark, chance);
        if (row == emptyRow) {
          int width = (int) (2.3 * half);
          int height = (int) (4 * thickness + 10);
          sisters.add(
              Outline.of(new Rectangle((int) x - width / 2, (int) y - height / 2, width, height)));
        }
      }
    }
    var free = new Point(10 + emptyLane * pitchX + pitchX / 2, 10 + emptyRow * pitchY + pitchY / 2);
    return new LookAlikeScene(
        developed(gel, chance), sisters, room ? free : null, Map.of("lanes", lanes, "rows", rows));
  }

  private static FloatProcessor ground(int width, int height, Chance chance) {
    // Larger than the gel, because a blur sees too little at the edge of what it blurs.
    var sky = new FloatProcessor(width + 2 * EDGE, height + 2 * EDGE);
    for (int i = 0; i < sky.getPixelCount(); i++) {
      sky.setf(i, (float) (250 * chance.normal()));
    }
    EdgeBlur.blur(sky, EDGE / 3.0);
    sky.setRoi(EDGE, EDGE, width, height);
    var clouds = (FloatProcessor) sky.crop();
    double level = chance.between(180.0, 215.0);
    double slope = chance.between(-25.0, 25.0);
    for (int i = 0; i < clouds.getPixelCount(); i++) {
      double across = (double) (i % width) / width - 0.5;
      clouds.setf(i, (float) (level + slope * across + clouds.getf(i)));
    }
    return clouds;
  }

  private static void band(
      FloatProcessor gel,
      double x,
      double y,
      double half,
      double thickness,
      double dark,
      Chance chance) {
    double strength = dark * chance.between(0.8, 1.2);
    double ownHalf = half * chance.between(0.93, 1.07);
    double ownThickness = thickness * chance.between(0.85, 1.15);
    double bend = chance.between(-2.0, 5.0);
    double tilt = chance.between(-1.5, 1.5);
    for (int py = 0; py < gel.getHeight(); py++) {
      for (int px = (int) (x - 2 * half); px < x + 2 * half; px++) {
        if (px >= 0 && px < gel.getWidth()) {
          double dx = (px - x) / ownHalf;
          double dy = (py - y + bend * dx * dx - tilt * dx) / ownThickness;
          double edge = 1 / (1 + Math.exp(14 * (Math.abs(dx) - 0.9)));
          double smear = strength * edge * Math.exp(-dy * dy);
          smear *= 1 + 0.12 * chance.normal();
          gel.setf(px, py, (float) (gel.getf(px, py) - smear));
        }
      }
    }
  }

  /** Somewhat blurred, as a scanner sees it, with the scanner's noise. */
  private static ColorProcessor developed(FloatProcessor gel, Chance chance) {
    EdgeBlur.blur(gel, chance.between(0.6, 1.0));
    double noise = chance.between(2.0, 5.0);
    var image = new ColorProcessor(gel.getWidth(), gel.getHeight());
    for (int i = 0; i < gel.getPixelCount(); i++) {
      double value = gel.getf(i) + noise * chance.normal();
      int gray = (int) Math.max(0, Math.min(255, Math.round(value)));
      image.set(i, gray << 16 | gray << 8 | gray);
    }
    return image;
  }
}
