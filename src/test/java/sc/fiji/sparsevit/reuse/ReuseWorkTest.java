/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.copies.Keypoint;
import sc.fiji.sparsevit.copies.Luminance;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * What comparing many pictures costs, in work and not in time: it grows as the number of pictures
 * does, and nearly nothing of it as its square.
 */
class ReuseWorkTest {
  private static final int REAL = 24;
  private static final int ASKED = 12;

  private static final List<MixedPictures.Real> PICTURES = new ArrayList<>();
  private static final List<Keypoint> POOL = new ArrayList<>();

  @TempDir Path temporary;

  /** What the index and as many questions cost among so many pictures. */
  private record AllWork(long keypoints, long bytes, long read, long compared, long candidates) {}

  @BeforeAll
  static void makePictures() {
    for (int i = 0; i < REAL; i++) {
      var features =
          PictureFeatures.of(texture(150, 130, new Random(i)), List.of(), ProgressListener.NONE);
      PICTURES.add(() -> features);
      POOL.addAll(features.panels().get(0).features().keypoints());
    }
  }

  /** Smooth spots of all sizes, as a photograph has. */
  private static Luminance texture(int width, int height, Random random) {
    var light = new double[width * height];
    for (int i = 0; i < width * height / 60; i++) {
      double x = random.nextDouble() * width;
      double y = random.nextDouble() * height;
      double sigma = 1 + 5 * random.nextDouble() * random.nextDouble();
      double strength = 50 * random.nextGaussian();
      int reach = (int) (3 * sigma);
      for (int py = Math.max(0, (int) y - reach); py < Math.min(height, y + reach); py++) {
        for (int px = Math.max(0, (int) x - reach); px < Math.min(width, x + reach); px++) {
          double square = (px - x) * (px - x) + (py - y) * (py - y);
          light[py * width + px] += strength * Math.exp(-square / (2 * sigma * sigma));
        }
      }
    }
    var levels = new byte[light.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) Math.max(0, Math.min(255, Math.round(120 + light[i])));
    }
    return new Luminance(width, height, levels);
  }

  private AllWork cost(int count) throws IOException {
    var pictures = new MixedPictures(PICTURES, POOL, count);
    var file = temporary.resolve(count + ".index");
    var numbers = WordIndex.write(file, pictures, ProgressListener.NONE);
    long keypoints = 0;
    for (int i = 0; i < count; i++) {
      keypoints += pictures.features(i).panels().get(0).features().size();
    }
    try (var index = WordIndex.open(file)) {
      assertThat(numbers.total()).isEqualTo(count);
      var query = new Query(index);
      long candidates = 0;
      for (int i = 0; i < ASKED; i++) {
        var panel = pictures.features(i * count / ASKED).panels().get(0);
        candidates += query.candidates(panel.features()).size();
      }
      var work = query.work();
      return new AllWork(keypoints, Files.size(file), work.read(), work.compared(), candidates);
    }
  }

  @Test
  void theWorkForAPictureHardlyGrowsWithTheNumberOfPictures() throws IOException {
    var few = cost(100);
    var many = cost(400);
    // Every keypoint is in the index once: what it takes to write is in proportion to them.
    assertThat(many.bytes() - few.bytes())
        .isEqualTo(Posting.BYTES * (many.keypoints() - few.keypoints()));
    // A question holds hardly more against each other among four times as many pictures,
    assertThat(many.compared() / (double) few.compared()).isLessThan(2);
    // and no more is looked at pixel by pixel;
    assertThat(many.candidates()).isLessThan(2 * few.candidates());
    // only reading, the smallest part of it, grows with the index, and no faster than that.
    assertThat(many.read() / (double) few.read())
        .isLessThan(1.2 * many.keypoints() / few.keypoints());
  }
}
