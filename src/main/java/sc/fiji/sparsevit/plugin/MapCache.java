/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.ImagePlus;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.image.StackPosition;

/**
 * The last map of each picture of an image, kept with the image for as long as that is open and
 * memory is not short: another threshold or minimum area needs no inference then.
 */
final class MapCache {

  private static final String PROPERTY = "sparsevit.maps";

  private record Known(MapKey question, Localization answer) {}

  private final Map<StackPosition, SoftReference<Known>> maps = new ConcurrentHashMap<>();

  private MapCache() {}

  static MapCache of(ImagePlus image) {
    synchronized (image) {
      if (image.getProperty(PROPERTY) instanceof MapCache known) {
        return known;
      }
      var known = new MapCache();
      image.setProperty(PROPERTY, known);
      return known;
    }
  }

  /** Empty if the map at this position answers another question, or there is none. */
  Optional<Localization> answer(StackPosition position, MapKey question) {
    return known(position).filter(known -> known.question().equals(question)).map(Known::answer);
  }

  boolean has(StackPosition position) {
    return known(position).isPresent();
  }

  void keep(StackPosition position, MapKey question, Localization answer) {
    maps.put(position, new SoftReference<>(new Known(question, answer)));
  }

  private Optional<Known> known(StackPosition position) {
    return Optional.ofNullable(maps.get(position)).map(SoftReference::get);
  }
}
