/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import sc.fiji.sparsevit.copies.CopyFeatures;
import sc.fiji.sparsevit.copies.Keypoint;
import sc.fiji.sparsevit.copies.Luminance;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * As many pictures as are asked for: some real ones, and beyond them others that have the keypoints
 * of many real ones, mixed, so that they are as alike as different pictures are.
 *
 * @param pool keypoints that are mixed
 */
record MixedPictures(List<Real> real, List<Keypoint> pool, int size) implements PictureCollection {

  /** What a real picture is found again by. */
  interface Real {
    PictureFeatures read() throws IOException;
  }

  @Override
  public PictureFeatures features(int picture) throws IOException {
    var like = real.get(picture % real.size()).read();
    return picture < real.size() ? like : mixed(like, pool, new Random(picture));
  }

  @Override
  public Luminance luminance(int picture) {
    throw new UnsupportedOperationException();
  }

  /** As many keypoints as another picture has, in its places, of as many others. */
  private static PictureFeatures mixed(PictureFeatures like, List<Keypoint> pool, Random random) {
    var panels = new ArrayList<PictureFeatures.PanelFeatures>();
    for (var panel : like.panels()) {
      var points = new ArrayList<Keypoint>();
      for (var point : panel.features().keypoints()) {
        var other = pool.get(random.nextInt(pool.size()));
        points.add(
            new Keypoint(
                point.x(),
                point.y(),
                point.sigma(),
                other.angle(),
                other.bright(),
                other.descriptor()));
      }
      panels.add(
          new PictureFeatures.PanelFeatures(
              panel.name(), panel.box(), of(like.width(), like.height(), points)));
    }
    return new PictureFeatures(like.width(), like.height(), panels);
  }

  /** By way of their file format: the constructor is not for others. */
  private static CopyFeatures of(int width, int height, List<Keypoint> points) {
    try {
      var bytes = new ByteArrayOutputStream();
      var out = new DataOutputStream(bytes);
      var none = new ByteArrayOutputStream();
      PictureFeatures.of(new Luminance(1, 1, new byte[1]), List.of(), ProgressListener.NONE)
          .panels()
          .get(0)
          .features()
          .write(new DataOutputStream(none));
      out.write(none.toByteArray(), 0, 4);
      out.writeInt(width);
      out.writeInt(height);
      out.writeInt(points.size());
      for (var point : points) {
        out.writeFloat(point.x());
        out.writeFloat(point.y());
        out.writeFloat(point.sigma());
        out.writeFloat(point.angle());
        out.writeBoolean(point.bright());
        out.write(point.descriptor());
      }
      return CopyFeatures.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
