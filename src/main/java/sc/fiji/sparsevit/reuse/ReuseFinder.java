/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.copies.CopyFinder;
import sc.fiji.sparsevit.copies.CopyPair;
import sc.fiji.sparsevit.io.WholeFile;
import sc.fiji.sparsevit.progress.PartOfProgress;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Finds panels that show the same content, turned, mirrored, cropped, scaled between 0.4 and 2.5,
 * with another contrast or inverted. An index says which panels are worth a look; those are held
 * against each other pixel by pixel, as copies within a picture are.
 */
public final class ReuseFinder {

  /** Keypoints that have to agree: lettering in one font has fewer. */
  private static final int LEAST_MATCHED = 10;

  /** Of one of the panels at least, that shows what the other does. */
  private static final double LEAST_SHARE = 0.05;

  private ReuseFinder() {}

  /** Two panels that an index takes for alike. */
  private record LikePair(int first, int second, boolean inverted) {
    static final Comparator<LikePair> ORDER =
        Comparator.comparingInt(LikePair::first)
            .thenComparingInt(LikePair::second)
            .thenComparing(LikePair::inverted);
  }

  /**
   * Compares every panel with every other one.
   *
   * @param work folder for an index, which is removed in the end
   * @return the surest first; the same whatever the machine
   * @throws CancellationException when the listener says so
   */
  public static List<Reuse> within(PictureCollection pictures, Path work, ProgressListener listener)
      throws IOException {
    var file = WholeFile.temporary(work);
    try {
      var numbers = WordIndex.write(file, pictures, new PartOfProgress(listener, 0, 3));
      try (var index = WordIndex.open(file)) {
        var found = new ConcurrentHashMap<LikePair, Boolean>();
        forEach(
            pictures.size(),
            new PartOfProgress(listener, 1, 3),
            picture -> {
              var panels = pictures.features(picture).panels();
              for (int i = 0; i < panels.size(); i++) {
                int own = numbers.starts()[picture] + i;
                for (var other : new Query(index).candidates(panels.get(i).features())) {
                  if (other.panel() != own) {
                    int first = Math.min(own, other.panel());
                    int second = Math.max(own, other.panel());
                    found.put(new LikePair(first, second, other.inverted()), true);
                  }
                }
              }
            });
        return verified(
            pictures,
            numbers,
            pictures,
            numbers,
            found.keySet(),
            new PartOfProgress(listener, 2, 3));
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Compares panels with those of a collection that has an index.
   *
   * @param own which of that collection's pictures are not compared with
   */
  static List<Reuse> between(
      PictureCollection pictures,
      PictureCollection known,
      WordIndex index,
      PanelNumbers knownNumbers,
      IntPredicate own,
      ProgressListener listener)
      throws IOException {
    var counts = new int[pictures.size()];
    var asked = new ConcurrentHashMap<Integer, List<LikePair>>();
    forEach(
        pictures.size(),
        new PartOfProgress(listener, 0, 2),
        picture -> {
          var panels = pictures.features(picture).panels();
          counts[picture] = panels.size();
          var found = new ArrayList<LikePair>();
          for (int i = 0; i < panels.size(); i++) {
            for (var other : new Query(index).candidates(panels.get(i).features())) {
              if (!own.test(knownNumbers.picture(other.panel()))) {
                found.add(new LikePair(i, other.panel(), other.inverted()));
              }
            }
          }
          asked.put(picture, found);
        });
    var starts = new int[counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      starts[i + 1] = starts[i] + counts[i];
    }
    var candidates = new ArrayList<LikePair>();
    asked.forEach(
        (picture, found) ->
            found.forEach(
                one ->
                    candidates.add(
                        new LikePair(starts[picture] + one.first, one.second, one.inverted))));
    return verified(
        pictures,
        new PanelNumbers(starts),
        known,
        knownNumbers,
        candidates,
        new PartOfProgress(listener, 1, 2));
  }

  /** What the pixels say. */
  private static List<Reuse> verified(
      PictureCollection ones,
      PanelNumbers oneNumbers,
      PictureCollection others,
      PanelNumbers otherNumbers,
      Collection<LikePair> candidates,
      ProgressListener listener)
      throws IOException {
    var byPicture = new HashMap<Integer, List<LikePair>>();
    for (var candidate : candidates) {
      byPicture
          .computeIfAbsent(oneNumbers.picture(candidate.first), key -> new ArrayList<>())
          .add(candidate);
    }
    var pictures = byPicture.keySet().stream().sorted().toList();
    Map<Integer, List<Reuse>> found = new ConcurrentHashMap<>();
    forEach(
        pictures.size(),
        listener,
        i -> {
          int picture = pictures.get(i);
          var one = new Side(ones, picture);
          var reused = new ArrayList<Reuse>();
          for (var candidate : byPicture.get(picture).stream().sorted(LikePair.ORDER).toList()) {
            if (listener.isCanceled()) {
              throw new CancellationException("canceled");
            }
            int panel = oneNumbers.within(candidate.first);
            var other = new Side(others, otherNumbers.picture(candidate.second));
            int otherPanel = otherNumbers.within(candidate.second);
            reused.addAll(verified(one, panel, other, otherPanel, candidate.inverted));
          }
          found.put(picture, distinct(reused));
        });
    return pictures.stream()
        .flatMap(picture -> found.get(picture).stream())
        .sorted(Comparator.comparing((Reuse reuse) -> reuse.pair().score()).reversed())
        .toList();
  }

  /** Without those that show what a surer one shows: a part may reach into the next panel. */
  private static List<Reuse> distinct(List<Reuse> reused) {
    var surest =
        reused.stream()
            .sorted(Comparator.comparing((Reuse reuse) -> reuse.pair().matches().size()).reversed())
            .toList();
    var kept = new ArrayList<Reuse>();
    for (var reuse : surest) {
      if (kept.stream().noneMatch(known -> isSame(known, reuse))) {
        kept.add(reuse);
      }
    }
    return kept;
  }

  private static boolean isSame(Reuse known, Reuse found) {
    return known.second().picture() == found.second().picture()
        && 2 * known.pair().first().common(found.pair().first()) > found.pair().first().area()
        && 2 * known.pair().second().common(found.pair().second()) > found.pair().second().area();
  }

  /** A picture, read once for all candidates of it. */
  private static final class Side {
    private final PictureCollection collection;
    final int picture;
    final PictureFeatures features;
    final sc.fiji.sparsevit.copies.Luminance luminance;

    Side(PictureCollection collection, int picture) throws IOException {
      this.collection = collection;
      this.picture = picture;
      features = collection.features(picture);
      luminance = collection.luminance(picture);
    }

    boolean isOf(Side other) {
      return collection == other.collection && picture == other.picture;
    }

    PictureFeatures.PanelFeatures panel(int number) {
      return features.panels().get(number);
    }
  }

  private static List<Reuse> verified(
      Side one, int onePanel, Side other, int otherPanel, boolean inverted) {
    var first = one.panel(onePanel);
    var second = other.panel(otherPanel);
    var pairs =
        CopyFinder.betweenTones(
            one.luminance,
            first.features(),
            inverted ? other.luminance.inverted() : other.luminance,
            inverted ? second.features().inverted() : second.features(),
            LEAST_MATCHED,
            ProgressListener.NONE);
    var reused = new ArrayList<Reuse>();
    for (var pair : pairs) {
      boolean itself = one.isOf(other) && isNearlyOnItself(pair);
      if (!itself && isTelling(pair, first.box(), second.box())) {
        reused.add(
            new Reuse(
                new Reuse.ReusedPanel(one.picture, first.name()),
                new Reuse.ReusedPanel(other.picture, second.name()),
                inverted,
                pair));
      }
    }
    return reused;
  }

  /** Within one picture: a symmetric one, which is laid onto itself. */
  private static boolean isNearlyOnItself(CopyPair pair) {
    return 2 * pair.first().common(pair.second()) > pair.first().area();
  }

  private static boolean isTelling(CopyPair pair, Rectangle one, Rectangle other) {
    double share =
        Math.max(
            pair.first().area(one) / (double) (one.width * one.height),
            pair.second().area(other) / (double) (other.width * other.height));
    return share >= LEAST_SHARE;
  }

  private interface PictureTask {
    void on(int picture) throws IOException;
  }

  /** Side by side, in parts small enough that progress is seen and cancellation is quick. */
  private static void forEach(int count, ProgressListener listener, PictureTask task)
      throws IOException {
    var done = new AtomicInteger();
    int atOnce = 4 * Runtime.getRuntime().availableProcessors();
    try {
      for (int start = 0; start < count; start += atOnce) {
        if (listener.isCanceled()) {
          throw new CancellationException("canceled");
        }
        IntStream.range(start, Math.min(count, start + atOnce))
            .parallel()
            .forEach(
                i -> {
                  try {
                    task.on(i);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e.getMessage(), e);
                  }
                });
        listener.progress(done.addAndGet(Math.min(atOnce, count - start)), count);
      }
      if (count == 0) {
        listener.progress(1, 1);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
