/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.sample.ForgeryKind;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.sample.TrainingSample;

/**
 * A picture and which of its pixels belong to which layer.
 *
 * @param picture the pixels
 * @param layers (height, width): 0 = the host, i = the i-th thing put on top
 * @param histories of the layers; 0 is the host's
 * @param kind what was done
 */
public record Composition(
    RgbRaster picture, byte[] layers, List<History> histories, ForgeryKind kind) {

  public static Composition of(Scene scene) {
    return new Composition(
        scene.picture(),
        new byte[scene.picture().pixels()],
        List.of(scene.history()),
        ForgeryKind.AUTHENTIC);
  }

  /** With a patch on top. A pixel belongs to the patch where that is at least half opaque. */
  Composition with(Patch patch, ForgeryKind how) {
    var changed = picture.copy();
    var owners = layers.clone();
    int pixels = picture.pixels();
    var top = patch.picture();
    for (int y = Math.max(0, -patch.y());
        y < Math.min(top.height(), picture.height() - patch.y());
        y++) {
      for (int x = Math.max(0, -patch.x());
          x < Math.min(top.width(), picture.width() - patch.x());
          x++) {
        float opacity = patch.opacity().at(x, y);
        if (opacity <= 0) {
          continue;
        }
        int i = (y + patch.y()) * picture.width() + x + patch.x();
        for (int c = 0; c < RgbRaster.CHANNELS; c++) {
          int below = picture.samples()[c * pixels + i] & 255;
          changed.samples()[c * pixels + i] =
              RgbRaster.round(below + opacity * (top.at(c, x, y) - below));
        }
        if (opacity >= 0.5f) {
          owners[i] = (byte) histories.size();
        }
      }
    }
    var all = new ArrayList<>(histories);
    all.add(patch.history().moved(patch.x(), patch.y()));
    return new Composition(changed, owners, List.copyOf(all), how);
  }

  /** The whole at another size. */
  public Composition resized(int width, int height, Interpolation interpolation) {
    if (width == picture.width() && height == picture.height()) {
      return this;
    }
    var owners = new byte[width * height];
    var columns = new int[width];
    for (int x = 0; x < width; x++) {
      columns[x] = (int) ((x + 0.5) * picture.width() / width);
    }
    for (int y = 0; y < height; y++) {
      int from = (int) ((y + 0.5) * picture.height() / height) * picture.width();
      for (int x = 0; x < width; x++) {
        owners[y * width + x] = layers[from + columns[x]];
      }
    }
    var common = History.resampled(Math.sqrt((double) width * height / picture.pixels()));
    return new Composition(
        interpolation.resize(picture, width, height),
        owners,
        histories.stream().map(own -> own.then(common)).toList(),
        kind);
  }

  /** With left and right exchanged. */
  public Composition mirrored() {
    int width = picture.width();
    var owners = new byte[layers.length];
    for (int row = 0; row < layers.length; row += width) {
      for (int x = 0; x < width; x++) {
        owners[row + x] = layers[row + width - 1 - x];
      }
    }
    var mirrors = histories.stream().map(own -> own.mirrored(width)).toList();
    return new Composition(picture.mirrored(), owners, mirrors, kind);
  }

  /**
   * At least of the given size: what is missing at the right and at the bottom is reflected, the
   * edge itself not repeated, as it is when a picture is analyzed in windows.
   */
  public Composition padded(int width, int height) {
    int ownWidth = picture.width();
    int ownHeight = picture.height();
    if (width <= ownWidth && height <= ownHeight) {
      return this;
    }
    var wider = new RgbRaster(width, height);
    var owners = new byte[width * height];
    var columns = new int[width];
    for (int x = 0; x < width; x++) {
      columns[x] = reflected(x, ownWidth);
    }
    for (int y = 0; y < height; y++) {
      int row = reflected(y, ownHeight) * ownWidth;
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        int from = row + columns[x];
        owners[i] = layers[from];
        for (int c = 0; c < RgbRaster.CHANNELS; c++) {
          wider.samples()[c * owners.length + i] = picture.samples()[c * layers.length + from];
        }
      }
    }
    return new Composition(wider, owners, histories, kind);
  }

  private static int reflected(int position, int length) {
    int period = Math.max(1, 2 * (length - 1));
    return Math.min(position % period, (period - position % period) % period);
  }

  /** With other pixels for the same layers. */
  public Composition withPicture(RgbRaster other) {
    return new Composition(other, layers, histories, kind);
  }

  /** With something on top that does not count as forged: what it changes belongs to the host. */
  Composition covered(RgbRaster changed) {
    var owners = layers.clone();
    for (int i = 0; i < owners.length; i++) {
      for (int j = i; j < changed.samples().length && owners[i] != 0; j += owners.length) {
        if (changed.samples()[j] != picture.samples()[j]) {
          owners[i] = 0;
        }
      }
    }
    return new Composition(changed, owners, histories, kind);
  }

  /** Share of pixels that are not the host's, 0-1. */
  double forgedShare() {
    int forged = 0;
    for (byte layer : layers) {
      forged += layer == 0 ? 0 : 1;
    }
    return (double) forged / layers.length;
  }

  /** Mean difference in gray levels from another picture, where the topmost layer is. */
  double changeFrom(RgbRaster before) {
    int top = histories.size() - 1;
    byte[] old = before.samples();
    byte[] changed = picture.samples();
    int pixels = layers.length;
    long sum = 0;
    long count = 0;
    for (int i = 0; i < pixels; i++) {
      if (layers[i] == top) {
        sum += Math.abs((old[i] & 255) - (changed[i] & 255));
        sum += Math.abs((old[pixels + i] & 255) - (changed[pixels + i] & 255));
        sum += Math.abs((old[2 * pixels + i] & 255) - (changed[2 * pixels + i] & 255));
        count += RgbRaster.CHANNELS;
      }
    }
    return count == 0 ? 0 : (double) sum / count;
  }

  /** What there is to learn from it. */
  public TrainingSample toSample() {
    var mask = new byte[layers.length];
    for (int i = 0; i < layers.length; i++) {
      mask[i] = (byte) (layers[i] == 0 ? 0 : 1);
    }
    var target = new float[History.CHANNELS * layers.length];
    float[][] targets = histories.stream().map(History::target).toArray(float[][]::new);
    // What lies side by side mostly belongs to the same layer.
    for (int start = 0, end; start < layers.length; start = end) {
      byte layer = layers[start];
      for (end = start + 1; end < layers.length && layers[end] == layer; ) {
        end++;
      }
      for (int c = 0; c < History.CHANNELS; c++) {
        int to = c * layers.length;
        if (targets[layer][c] != 0) {
          Arrays.fill(target, to + start, to + end, targets[layer][c]);
        }
      }
    }
    return new TrainingSample(picture, mask, target, kind);
  }
}
