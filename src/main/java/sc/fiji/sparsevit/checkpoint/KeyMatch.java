/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import sc.fiji.sparsevit.io.WordList;

/**
 * How the keys of a network and of a state dict meet.
 *
 * @param loaded keys of the network that have a tensor in the state dict, and the key of that
 *     tensor
 * @param missing keys of the network that the state dict has not
 * @param unknown keys of the state dict that the network has not
 * @param misshapen keys of the network whose tensor has another shape, with both shapes
 */
public record KeyMatch(
    Map<String, String> loaded,
    List<String> missing,
    List<String> unknown,
    List<String> misshapen) {

  /** How many keys a message names. */
  private static final int NAMED = 3;

  void requireComplete() throws CheckpointException {
    if (!missing.isEmpty() || !unknown.isEmpty() || !misshapen.isEmpty()) {
      throw misfit();
    }
  }

  CheckpointException misfit() {
    var problems = new StringJoiner("; ");
    add(problems, "missing", missing);
    add(problems, "unknown", unknown);
    add(problems, "wrong shape", misshapen);
    return new CheckpointException(
        String.format(
            Locale.ROOT,
            "the weights do not fit the network (%s); choose weights of the same configuration",
            problems));
  }

  private static void add(StringJoiner problems, String what, List<String> keys) {
    if (!keys.isEmpty()) {
      problems.add(what + ": " + WordList.and(keys, NAMED));
    }
  }
}
