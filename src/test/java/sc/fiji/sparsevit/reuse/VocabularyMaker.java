/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import sc.fiji.sparsevit.copies.CopyFinder;
import sc.fiji.sparsevit.copies.Luminance;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.figure.Figures;

/**
 * Makes the visual words of {@link Vocabulary}: k-means of both halves of the descriptors in
 * photographs (each at three sizes) and in figures that are drawn here.
 *
 * <pre>VocabularyMaker FOLDER_OF_PHOTOS OUTPUT</pre>
 */
public final class VocabularyMaker {

  private static final int ROUNDS = 12;
  private static final int DESCRIPTORS = 60_000;
  private static final int FIGURES = 120;

  private VocabularyMaker() {}

  public static void main(String[] arguments) throws IOException {
    var random = new Random(1);
    var descriptors = new ArrayList<byte[]>();
    try (var files = Files.list(Path.of(arguments[0]))) {
      for (var file : files.sorted().toList()) {
        var picture = RgbRaster.of(ImageIO.read(file.toFile()));
        for (int longest : new int[] {1200, 700, 400}) {
          double scale = (double) longest / Math.max(picture.width(), picture.height());
          int width = (int) (picture.width() * scale);
          int height = (int) (picture.height() * scale);
          add(Interpolation.AREA.resize(picture, width, height), descriptors);
        }
      }
    }
    System.out.println(descriptors.size() + " descriptors in photographs");
    int before = descriptors.size();
    for (int i = 0; i < FIGURES; i++) {
      add(Figures.artist(random).draw(400, 320, random, random).picture(), descriptors);
    }
    System.out.println(descriptors.size() - before + " in figures");
    java.util.Collections.shuffle(descriptors, random);
    var sample = descriptors.subList(0, Math.min(DESCRIPTORS, descriptors.size()));
    var centers = new byte[2 * Vocabulary.CENTERS * Vocabulary.HALF];
    for (int half = 0; half < 2; half++) {
      var found = kMeans(sample, half * Vocabulary.HALF, random);
      System.arraycopy(found, 0, centers, half * found.length, found.length);
    }
    Files.write(Path.of(arguments[1]), centers);
  }

  private static void add(RgbRaster picture, List<byte[]> descriptors) {
    var levels = Arrays.copyOf(picture.gray().samples(), picture.width() * picture.height());
    var features =
        CopyFinder.features(
            new Luminance(picture.width(), picture.height(), levels), 1000, ProgressListener.NONE);
    features
        .keypoints()
        .forEach(
            point ->
                descriptors.add(
                    point.bright() ? point.descriptor() : point.inverted().descriptor()));
  }

  private static byte[] kMeans(List<byte[]> descriptors, int from, Random random) {
    var centers = new double[Vocabulary.CENTERS][Vocabulary.HALF];
    for (var center : centers) {
      var start = descriptors.get(random.nextInt(descriptors.size()));
      for (int i = 0; i < center.length; i++) {
        center[i] = start[from + i] & 255;
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      var current = centers;
      int[] nearest =
          IntStream.range(0, descriptors.size())
              .map(i -> nearest(descriptors.get(i), from, current))
              .toArray();
      var sums = new double[Vocabulary.CENTERS][Vocabulary.HALF];
      var counts = new int[Vocabulary.CENTERS];
      for (int i = 0; i < nearest.length; i++) {
        counts[nearest[i]]++;
        for (int j = 0; j < Vocabulary.HALF; j++) {
          sums[nearest[i]][j] += descriptors.get(i)[from + j] & 255;
        }
      }
      for (int center = 0; center < counts.length; center++) {
        for (int j = 0; counts[center] > 0 && j < Vocabulary.HALF; j++) {
          sums[center][j] /= counts[center];
        }
        if (counts[center] == 0) {
          sums[center] = centers[center];
        }
      }
      centers = sums;
      System.out.println("round " + round + ", largest " + Arrays.stream(counts).max().orElse(0));
    }
    var bytes = new byte[Vocabulary.CENTERS * Vocabulary.HALF];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(centers[i / Vocabulary.HALF][i % Vocabulary.HALF]);
    }
    return bytes;
  }

  private static int nearest(byte[] descriptor, int from, double[][] centers) {
    double least = Double.MAX_VALUE;
    int nearest = 0;
    for (int center = 0; center < centers.length; center++) {
      double sum = 0;
      for (int i = 0; i < Vocabulary.HALF && sum < least; i++) {
        double difference = (descriptor[from + i] & 255) - centers[center][i];
        sum += difference * difference;
      }
      if (sum < least) {
        least = sum;
        nearest = center;
      }
    }
    return nearest;
  }
}
