/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Sorts descriptors into {@value #WORDS} visual words, so that like ones need only be looked for
 * under a few of them: each half of a descriptor has its nearest of {@value #CENTERS} centers, and
 * the two together are the word (the inverted multi-index of Babenko and Lempitsky, 2012). The
 * centers were found by k-means in photographs in the public domain and in drawn figures.
 */
final class Vocabulary {

  static final int CENTERS = 256;
  static final int WORDS = CENTERS * CENTERS;
  static final int HALF = 64;

  /** Centers of each half among which the next words are looked for. */
  private static final int NEAREST = 6;

  private static final Vocabulary DEFAULT = new Vocabulary(resource());

  /** Of the first half, then of the second, one after the other. */
  private final int[] centers;

  /**
   * @param centers unsigned, (2, {@value #CENTERS}, {@value #HALF})
   */
  Vocabulary(byte[] centers) {
    if (centers.length != 2 * CENTERS * HALF) {
      throw new IllegalArgumentException("a vocabulary does not have " + centers.length + " bytes");
    }
    this.centers = new int[centers.length];
    for (int i = 0; i < centers.length; i++) {
      this.centers[i] = centers[i] & 255;
    }
  }

  static Vocabulary get() {
    return DEFAULT;
  }

  private static byte[] resource() {
    try (var stream = Vocabulary.class.getResourceAsStream("words.bin")) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("words.bin cannot be read from the JAR", e);
    }
  }

  /** 0 to {@value #WORDS} - 1. */
  int word(byte[] descriptor) {
    var words = new int[1];
    nearest(descriptor, words);
    return words[0];
  }

  /** Fills in the words that are nearest, the nearest first. */
  void nearest(byte[] descriptor, int[] words) {
    int side = words.length == 1 ? 1 : NEAREST;
    var first = new int[side];
    var second = new int[side];
    var firstDistances = new int[side];
    var secondDistances = new int[side];
    nearest(descriptor, 0, first, firstDistances);
    nearest(descriptor, 1, second, secondDistances);
    var taken = new int[side];
    for (int found = 0; found < words.length; found++) {
      int best = -1;
      int least = Integer.MAX_VALUE;
      for (int i = 0; i < side; i++) {
        if (taken[i] < side && firstDistances[i] + secondDistances[taken[i]] < least) {
          least = firstDistances[i] + secondDistances[taken[i]];
          best = i;
        }
      }
      words[found] = first[best] * CENTERS + second[taken[best]];
      taken[best]++;
    }
  }

  private void nearest(byte[] descriptor, int half, int[] nearest, int[] distances) {
    Arrays.fill(distances, Integer.MAX_VALUE);
    int from = half * HALF;
    int last = nearest.length - 1;
    for (int center = 0; center < CENTERS; center++) {
      int at = (half * CENTERS + center) * HALF;
      int sum = 0;
      // Most centers are seen to be too far away after a quarter.
      for (int start = 0; start < HALF && sum < distances[last]; start += HALF / 4) {
        for (int i = start; i < start + HALF / 4; i++) {
          int difference = (descriptor[from + i] & 255) - centers[at + i];
          sum += difference * difference;
        }
      }
      if (sum < distances[last]) {
        int place = last;
        while (place > 0 && distances[place - 1] > sum) {
          distances[place] = distances[place - 1];
          nearest[place] = nearest[place - 1];
          place--;
        }
        distances[place] = sum;
        nearest[place] = center;
      }
    }
  }
}
