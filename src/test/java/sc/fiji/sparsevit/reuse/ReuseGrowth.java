/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import sc.fiji.sparsevit.copies.CopyFeatures;
import sc.fiji.sparsevit.copies.Keypoint;
import sc.fiji.sparsevit.copies.Luminance;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Measures how the index grows: of real pictures of a screening and, beyond those, of pictures that
 * are put together from keypoints of real ones, each from another.
 *
 * <pre>ReuseGrowth JOURNAL_FOLDER COUNT...</pre>
 */
public final class ReuseGrowth {
  private static final int ASKED = 200;

  private ReuseGrowth() {}

  public static void main(String[] arguments) throws IOException {
    var real = new ArrayList<Path>();
    try (var files = Files.list(Path.of(arguments[0]))) {
      files.filter(file -> file.toString().endsWith(".features")).sorted().forEach(real::add);
    }
    var pool = new ArrayList<Keypoint>();
    for (var file : real.subList(0, Math.min(400, real.size()))) {
      PictureFeatures.read(file).panels().forEach(p -> pool.addAll(p.features().keypoints()));
    }
    for (int i = 1; i < arguments.length; i++) {
      measure(real, pool, Integer.parseInt(arguments[i]));
    }
  }

  private static void measure(List<Path> real, List<Keypoint> pool, int count) throws IOException {
    var pictures =
        new PictureCollection() {
          @Override
          public int size() {
            return count;
          }

          @Override
          public PictureFeatures features(int picture) throws IOException {
            var like = PictureFeatures.read(real.get(picture % real.size()));
            return picture < real.size() ? like : mixed(like, pool, new Random(picture));
          }

          @Override
          public Luminance luminance(int picture) {
            throw new UnsupportedOperationException();
          }
        };
    var file = Files.createTempFile("growth", ".index");
    double start = cpu();
    var numbers = WordIndex.write(file, pictures, ProgressListener.NONE);
    double built = cpu() - start;
    long candidates = 0;
    int panels = 0;
    start = cpu();
    try (var index = WordIndex.open(file)) {
      for (int i = 0; i < Math.min(ASKED, count); i++) {
        int picture = (int) ((long) i * Math.min(count, real.size()) / Math.min(ASKED, count));
        for (var panel : pictures.features(picture).panels()) {
          candidates += new Query(index).candidates(panel.features()).size();
          panels++;
        }
      }
    }
    double asked = (cpu() - start) / panels;
    System.out.printf(
        "%d pictures, %d panels: index %.1f s of CPU time (%.1f ms each), %d MB; a panel's question"
            + " %.1f ms, %.1f candidates%n",
        count,
        numbers.total(),
        built,
        1000 * built / count,
        Files.size(file) >> 20,
        1000 * asked,
        (double) candidates / panels);
    Files.delete(file);
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

  private static double cpu() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }
}
