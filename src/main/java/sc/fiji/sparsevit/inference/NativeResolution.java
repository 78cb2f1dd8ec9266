/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.awt.Rectangle;
import java.util.List;
import java.util.concurrent.CancellationException;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessible;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.progress.PartOfProgress;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Localization at the image's own resolution: overlapping windows as the network wants them,
 * blended into one map. No pixel is resampled but for looks at the enlarged image and at a large
 * image made smaller; the right and bottom edges are continued by reflection to the next multiple
 * that the network takes. Memory is a batch of windows and the map, three maps if there are further
 * looks, five on a stretched ground.
 */
public final class NativeResolution {

  private NativeResolution() {}

  /**
   * Where there are further looks, a large image is also looked at made smaller instead of
   * enlarged, and a gray picture on an even, bright ground with that ground stretched.
   *
   * @param looks at the image
   * @throws CancellationException when the listener says so
   */
  public static Seen localize(
      WindowModel model, RgbImage image, Looks looks, ProgressListener listener) {
    // A single look is the publication's, which is to stay what was published.
    if (looks.further().isEmpty()) {
      return look(model, image, looks, listener);
    }
    var ground = StretchedGround.of(image);
    if (ground.isEmpty()) {
      return inAllSizes(model, image, looks, listener);
    }
    var seen = inAllSizes(model, image, looks, new PartOfProgress(listener, 0, 2));
    var second = new PartOfProgress(listener, 1, 2);
    var joined =
        inAllSizes(model, ground.get().stretched(image), looks.withoutEnlarged(), second).joined();
    StretchedGround.BAR.join(seen.joined(), joined);
    var whole = new Rectangle(image.width(), image.height());
    return new Seen(
        joined, seen.joined(), seen.first(), List.of(new StretchedPart(whole, ground.get())));
  }

  /**
   * What one look shows.
   *
   * @return probabilities of 0-1, row by row, of the image as it is
   * @throws CancellationException when the listener says so
   */
  public static float[] seen(
      Look look, WindowModel model, RgbImage image, ProgressListener listener) {
    var map = new float[Math.multiplyExact(image.width(), image.height())];
    // Every value reaches 0, so that all windows are looked at.
    look(look, model, image, map, map, 0, listener);
    return map;
  }

  /** A large image, also made smaller: what all sizes show together, extended. */
  private static Seen inAllSizes(
      WindowModel model, RgbImage image, Looks looks, ProgressListener listener) {
    var smaller = Reduction.of(image);
    var seen =
        smaller.isEmpty()
            ? look(model, image, looks, listener)
            : mean(model, image, smaller, looks, listener);
    return new Seen(Hysteresis.raised(seen.joined(), image.width()), seen.first());
  }

  /** The mean of the image as large as it is and of all smaller sizes. */
  private static Seen mean(
      WindowModel model,
      RgbImage image,
      List<RgbImage> smaller,
      Looks looks,
      ProgressListener listener) {
    // Enlarged, a large image shows nothing more.
    var asTheyAre = looks.withoutEnlarged();
    // A quarter of the pixels, a sixteenth, ...: together a third
    var seen = look(model, image, asTheyAre, new PartOfProgress(listener, 0, 3, 4));
    var rest = new PartOfProgress(listener, 3, 1, 4);
    for (int i = 0; i < smaller.size(); i++) {
      var part = new PartOfProgress(rest, i, smaller.size());
      var map = look(model, smaller.get(i), asTheyAre, part);
      Reduction.add(seen.joined(), image.width(), image.height(), map.joined(), 2 << i);
      Reduction.add(seen.first(), image.width(), image.height(), map.first(), 2 << i);
    }
    Reduction.mean(seen.joined(), 1 + smaller.size());
    Reduction.mean(seen.first(), 1 + smaller.size());
    return seen;
  }

  private static Seen look(
      WindowModel model, RgbImage image, Looks looks, ProgressListener listener) {
    int parts = 1 + looks.further().size();
    int work = parts + looks.enlarged().map(look -> work(Look.ENLARGED)).orElse(0);
    var first = seen(Look.AS_IT_IS, model, image, new PartOfProgress(listener, 0, work));
    if (looks.further().isEmpty() && looks.enlarged().isEmpty()) {
      return new Seen(first, first);
    }
    var joined = first.clone();
    for (int i = 1; i < parts; i++) {
      var part = new PartOfProgress(listener, i, work);
      look(looks.further().get(i - 1), model, image, joined, first, looks.from(), part);
    }
    for (int i = 0; i < joined.length; i++) {
      joined[i] /= parts;
    }
    if (looks.enlarged().isEmpty()) {
      return new Seen(joined, first);
    }
    var part = new PartOfProgress(listener, parts, work(Look.ENLARGED), work);
    var enlarged = looks.enlarged().get();
    // Weights for the enlarged image are prepared only if an image needs them.
    if (!enlarged.counts(joined)) {
      part.progress(1, 1);
      return new Seen(joined, first);
    }
    var map = new float[joined.length];
    look(Look.ENLARGED, model, image, map, joined, enlarged.from(), part);
    enlarged.join(joined, map);
    return new Seen(map, first);
  }

  /** What a look costs; a look at the image as it is costs 1. */
  private static int work(Look look) {
    return look.factor() * look.factor();
  }

  /**
   * Adds what one look shows to a map of the image as it is.
   *
   * @param known what stands for this look in windows that do not reach {@code from} in it
   */
  private static void look(
      Look look,
      WindowModel model,
      RgbImage image,
      float[] map,
      float[] known,
      double from,
      ProgressListener listener) {
    var blend = new Blend(look, image.width(), image.height(), map);
    var network = model.seeing(look);
    var wanted = network.window();
    var columns = WindowAxis.cover(look.factor() * image.width(), wanted);
    var rows = WindowAxis.cover(look.factor() * image.height(), wanted);
    var reader =
        new WindowReader(look, image, wanted.normalization(), columns.length(), rows.length());
    long total = (long) rows.offsets().length * columns.offsets().length;
    var batch = new WindowBatch(network, rows.length(), columns.length(), total);
    var done = new long[1];
    WindowBatch.Receiver receiver =
        (window, part, start) -> {
          blend.add(weighted(window, columns, rows), part, start);
          listener.progress(++done[0], total);
        };
    for (int row = 0; row < rows.offsets().length; row++) {
      for (int column = 0; column < columns.offsets().length; column++) {
        if (listener.isCanceled()) {
          throw new CancellationException("localization was canceled");
        }
        var window = new WindowBatch.Place(row, column);
        var weighted = weighted(window, columns, rows);
        if (!blend.reaches(from, known, weighted)) {
          blend.addOf(known, weighted);
          listener.progress(++done[0], total);
          continue;
        }
        reader.read(weighted.x(), weighted.y(), batch.input(), batch.start());
        batch.add(window);
        if (batch.isFull()) {
          batch.flush(receiver);
        }
      }
    }
    batch.flush(receiver);
  }

  private static Blend.WeightedWindow weighted(
      WindowBatch.Place window, WindowAxis columns, WindowAxis rows) {
    return new Blend.WeightedWindow(
        columns.offsets()[window.column()],
        rows.offsets()[window.row()],
        rows.weights(window.row()),
        columns.weights(window.column()));
  }

  /** The image reflected at its edges, the edge pixels themselves not repeated. */
  static RandomAccessible<ARGBType> continued(RgbImage image) {
    // A single row or column has nothing else to reflect, and ImgLib2 cannot reflect it at all.
    var atLeastTwo =
        Views.interval(
            Views.extendBorder(image.pixels()),
            FinalInterval.createMinSize(
                0, 0, Math.max(2, image.width()), Math.max(2, image.height())));
    return Views.extendMirrorSingle(atLeastTwo);
  }
}
