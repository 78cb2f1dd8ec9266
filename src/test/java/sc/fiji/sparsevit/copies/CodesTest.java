/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

  private static final int LARGEST = 76;

  @ParameterizedTest
  @ValueSource(ints = {500, 20_000})
  void whatLooksTheSameIsFoundAmongFewAndMany(int size) {
    var random = new Random(1);
    var keypoints = keypoints(size, random);
    var codes = Codes.of(keypoints, new SearchWork());
    int found = 0;
    for (int i = 0; i < 300; i++) {
      byte[] seen = keypoints.get(i).descriptor().clone();
      for (int j = 0; j < seen.length; j++) {
        seen[j] = (byte) Math.max(0, Math.min(LARGEST, seen[j] + 5 * random.nextGaussian()));
      }
      var nearest = codes.nearest(new Keypoint(-100, -100, 1, 0, true, seen), seen, 20);
      found += !nearest.isEmpty() && nearest.get(0) == keypoints.get(i) ? 1 : 0;
    }
    assertThat(found).isGreaterThan(290);
  }

  @Test
  void whatIsNextToItIsLeftOut() {
    var keypoints = keypoints(100, new Random(2));
    var point = keypoints.get(7);
    var codes = Codes.of(keypoints, new SearchWork());

    assertThat(codes.nearest(point, point.descriptor(), 0)).contains(point);
    assertThat(codes.nearest(point, point.descriptor(), 20)).doesNotContain(point);
  }

  private static List<Keypoint> keypoints(int size, Random random) {
    var keypoints = new ArrayList<Keypoint>();
    for (int i = 0; i < size; i++) {
      var descriptor = new byte[Descriptor.LENGTH];
      for (int j = 0; j < descriptor.length; j++) {
        descriptor[j] = (byte) random.nextInt(LARGEST);
      }
      float x = 30 * (i % 100);
      keypoints.add(new Keypoint(x, 30 * (i / 100), 1, 0, true, descriptor));
    }
    return keypoints;
  }
}
