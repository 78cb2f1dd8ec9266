/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import sc.fiji.sparsevit.training.sample.History;

/** Turns a batch that is on the device already into other pictures of the same kind. */
enum Flip {
  MIRRORED(true, false),
  UPSIDE_DOWN(false, true),
  BOTH(true, true);

  private final boolean across;
  private final boolean down;

  Flip(boolean across, boolean down) {
    this.across = across;
    this.down = down;
  }

  /**
   * The pictures as the network takes them, flipped.
   *
   * @param prepared images (N, 3, H, W); with matching also evidence (N, E, h, w) and partners (N,
   *     h * w)
   */
  NDList prepared(NDList prepared) {
    var flipped = new NDList(flipped(prepared.head()));
    if (prepared.size() > 1) {
      var evidence = prepared.get(1);
      flipped.add(flipped(evidence));
      flipped.add(partners(prepared.get(2), evidence.getShape()));
    }
    return flipped;
  }

  /** The same truth, flipped; without the images, which the network has taken. */
  TrainingBatch tensors(TrainingBatch tensors) {
    return new TrainingBatch(
        null,
        flipped(tensors.masks()),
        histories(tensors.histories()),
        tensors.historyKnown().duplicate());
  }

  private NDArray flipped(NDArray maps) {
    return across && down ? maps.flip(2, 3) : maps.flip(across ? 3 : 2);
  }

  /** A JPEG's blocks begin at the other side: the sines of their phases change sign. */
  private NDArray histories(NDArray histories) {
    var signs = new float[History.CHANNELS];
    for (int i = 0; i < signs.length; i++) {
      boolean turns = i == History.SINE_ACROSS && across || i == History.SINE_DOWN && down;
      signs[i] = turns ? -1 : 1;
    }
    var shape = new Shape(1, History.CHANNELS, 1, 1);
    return flipped(histories).mul(histories.getManager().create(signs, shape));
  }

  /** Other tokens ask, and other numbers name the tokens that answer. */
  private NDArray partners(NDArray partners, Shape evidence) {
    long n = evidence.get(0);
    long rows = evidence.get(2);
    long columns = evidence.get(3);
    var column = partners.mod(columns);
    var start = partners.sub(column);
    var named =
        (down ? start.mul(-1).add((rows - 1) * columns) : start)
            .add(across ? column.mul(-1).add(columns - 1) : column);
    return flipped(named.reshape(n, 1, rows, columns)).reshape(n, rows * columns);
  }
}
