/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.FloatProcessor;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.imglib2.view.Views;
import sc.fiji.sparsevit.copies.CopyFinder;
import sc.fiji.sparsevit.copies.Luminance;
import sc.fiji.sparsevit.copies.SideChooser;
import sc.fiji.sparsevit.copies.SidedPair;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbViews;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.NativeResolution;
import sc.fiji.sparsevit.inference.PaperMap;
import sc.fiji.sparsevit.inference.PaperResolution;
import sc.fiji.sparsevit.model.ModelIdentity;
import sc.fiji.sparsevit.model.Models;
import sc.fiji.sparsevit.model.OpenModel;
import sc.fiji.sparsevit.progress.PartOfProgress;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.region.MapPosition;

/**
 * Shows where images were manipulated. Open it once, localize in as many images as you like, close
 * it; several threads may share it. Images are never altered.
 *
 * <pre>{@code
 * try (var localizer = ManipulationLocalizer.open("lite")) {
 *   var found = localizer.localize(image, LocalizationOptions.defaults(), ProgressListener.NONE);
 *   System.out.println(found.regions().regions().size() + " regions for review");
 * }
 * }</pre>
 */
public final class ManipulationLocalizer implements AutoCloseable {

  private final OpenModel model;

  private ManipulationLocalizer(OpenModel model) {
    this.model = model;
  }

  /** Opens a model on the best device there is, in float32. */
  public static ManipulationLocalizer open(String nameOrFile) throws IOException {
    return open(nameOrFile, ComputeOptions.defaults(), warning -> {});
  }

  /**
   * @param nameOrFile {@code lite}, or a model's file
   * @param warn told, in a sentence, when the device is not the one that was asked for
   * @throws IOException when there is no such model or its file cannot be used
   */
  public static ManipulationLocalizer open(
      String nameOrFile, ComputeOptions compute, Consumer<String> warn) throws IOException {
    return new ManipulationLocalizer(Models.open(nameOrFile, compute, warn));
  }

  public ModelIdentity model() {
    return model.identity();
  }

  /** The device that computes, and the numbers it computes with: {@code cpu, float32}. */
  public String device() {
    return model.network().device();
  }

  /** Localizes in the picture that the user is looking at. */
  public Localization localize(
      ImagePlus image, LocalizationOptions options, ProgressListener listener) {
    return localize(image, StackPosition.current(image), options, listener);
  }

  /**
   * Localizes in one picture of an image. An area selection limits the analysis to its bounding box
   * and the regions to its shape; other selections are no limit.
   *
   * @throws CancellationException when the listener says so; nothing is left behind
   * @throws IllegalArgumentException when the image has no finite value, or the selection lies
   *     outside of it
   */
  public Localization localize(
      ImagePlus image,
      StackPosition position,
      LocalizationOptions options,
      ProgressListener listener) {
    var seen = RgbViews.of(image, position);
    var placement = MapPosition.in(image, position.slice(), position.frame());
    var roi = image.getRoi();
    if (roi == null || !roi.isArea()) {
      return localize(seen, placement, null, options, listener);
    }
    var box = roi.getBounds().intersection(new Rectangle(seen.width(), seen.height()));
    if (box.isEmpty()) {
      throw new IllegalArgumentException(
          "the selection lies outside of " + image.getTitle() + "; move it or remove it");
    }
    var selection = (Roi) roi.clone();
    var bounds = roi.getBounds();
    selection.setLocation(bounds.x - box.x, bounds.y - box.y);
    return localize(crop(seen, box), placement.at(box.x, box.y), selection, options, listener);
  }

  /**
   * Localizes in one picture of an image file.
   *
   * @throws CancellationException when the listener says so; nothing is left behind
   * @throws IOException when the picture has no finite value
   */
  public Localization localize(
      ImageFile file,
      StackPosition position,
      LocalizationOptions options,
      ProgressListener listener)
      throws IOException {
    var placement = MapPosition.in(file.image(), position.slice(), position.frame());
    return localize(file.rgb(position), placement, null, options, listener);
  }

  /**
   * Localizes in pixels from anywhere.
   *
   * @throws CancellationException when the listener says so; nothing is left behind
   */
  public Localization localize(
      RgbImage image, LocalizationOptions options, ProgressListener listener) {
    return localize(image, MapPosition.WHOLE, null, options, listener);
  }

  /**
   * The square map of the publication's protocol (512x512 for SparseViT), before it goes back to
   * the image's size: what published scores are computed on.
   */
  public PaperMap paperMap(RgbImage image, ProgressListener listener) {
    SmallestPicture.require(image.width(), image.height());
    return PaperResolution.localize(model.network(), image, listener);
  }

  /** Rounding can leave a sum of weighted probabilities an ulp above 1. */
  private static float[] probabilities(float[] map) {
    for (int i = 0; i < map.length; i++) {
      map[i] = Math.min(1, Math.max(0, map[i]));
    }
    return map;
  }

  private Localization localize(
      RgbImage image,
      MapPosition placement,
      Roi selection,
      LocalizationOptions options,
      ProgressListener listener) {
    SmallestPicture.require(image.width(), image.height());
    long start = System.nanoTime();
    int parts = options.copies() == CopySearch.ON ? 2 : 1;
    var watcher = new PartOfProgress(listener, 0, parts);
    var search = new PartOfProgress(listener, 1, 2);
    float[] map =
        switch (options.mode()) {
          case NATIVE -> probabilities(NativeResolution.localize(model.network(), image, watcher));
          case PAPER -> paperMap(image, watcher).atSize(image.width(), image.height());
        };
    var copies =
        options.copies() == CopySearch.ON
            ? copies(image, map, options, search)
            : List.<SidedPair>of();
    double seconds = (System.nanoTime() - start) / 1e9;
    var processor = new FloatProcessor(image.width(), image.height(), map);
    return Localization.of(
        processor,
        found(copies, processor, placement),
        placement,
        selection,
        image.mapping(),
        options,
        model.identity(),
        model.network().device(),
        seconds);
  }

  /** Pairs in the map's coordinates; in native mode the map says which part is the copy. */
  private static List<SidedPair> copies(
      RgbImage image, float[] map, LocalizationOptions options, ProgressListener listener) {
    var picture = Luminance.of(image);
    var pairs =
        CopyFinder.within(picture, listener).stream()
            .map(pair -> SideChooser.choose(picture, map, pair))
            .toList();
    // The publication's protocol is to stay what was published.
    if (options.mode() == LocalizationMode.NATIVE) {
      SideChooser.apply(pairs, map, image.width());
    }
    return pairs;
  }

  private static List<FoundPair> found(
      List<SidedPair> pairs, FloatProcessor map, MapPosition placement) {
    return IntStream.range(0, pairs.size())
        .mapToObj(i -> FoundPair.of(i + 1, pairs.get(i), map, placement))
        .toList();
  }

  private static RgbImage crop(RgbImage image, Rectangle box) {
    var view =
        Views.offsetInterval(
            image.pixels(), new long[] {box.x, box.y}, new long[] {box.width, box.height});
    return new RgbImage(view, image.mapping());
  }

  @Override
  public void close() {
    model.close();
  }
}
