/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import ij.process.FloatProcessor;
import java.util.List;
import sc.fiji.sparsevit.inference.StretchedPart;

/**
 * What the network alone came to in a picture, before other evidence changed the map.
 *
 * @param plain with the picture's own contrast
 * @param joined also with the contrast of its even grounds stretched, where that shows more; the
 *     same if there are none
 * @param stretched where such grounds are, in the map's coordinates
 */
public record NetworkMaps(
    FloatProcessor plain, FloatProcessor joined, List<StretchedPart> stretched) {

  public NetworkMaps {
    stretched = List.copyOf(stretched);
  }

  /** Without a stretched ground. */
  public static NetworkMaps of(FloatProcessor map) {
    return new NetworkMaps(map, map, List.of());
  }
}
