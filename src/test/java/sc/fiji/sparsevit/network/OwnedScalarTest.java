/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OwnedScalarTest {

  private static final int LENGTH = 50_000;

  @Test
  void numbersOutliveTheJavaBufferThatTheyCameFrom() throws Exception {
    try (var manager = NDManager.newBaseManager()) {
      var beside = manager.create(1f);
      var arrays = new ArrayList<NDArray>();
      for (int i = 0; i < 40; i++) {
        var values = new float[LENGTH];
        Arrays.fill(values, i);
        arrays.add(OwnedScalar.of(values, new Shape(LENGTH), beside));
      }
      overwriteWhatIsFreed();

      for (int i = 0; i < arrays.size(); i++) {
        var expected = new float[LENGTH];
        Arrays.fill(expected, i);
        assertThat(Arrays.equals(arrays.get(i).toFloatArray(), expected)).isTrue();
      }
    }
  }

  /** Collects garbage, then asks for pieces of the same size until freed ones are used again. */
  private static void overwriteWhatIsFreed() throws InterruptedException {
    var taken = new ArrayList<ByteBuffer>();
    for (int round = 0; round < 5; round++) {
      System.gc();
      Thread.sleep(50);
      for (int i = 0; i < 40; i++) {
        var buffer = ByteBuffer.allocateDirect(LENGTH * Float.BYTES);
        for (int k = 0; k < LENGTH; k++) {
          buffer.putFloat(-7);
        }
        taken.add(buffer);
      }
    }
    Reference.reachabilityFence(taken);
  }
}
