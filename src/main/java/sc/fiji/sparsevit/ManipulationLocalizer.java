/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.copies.CopyPart;
import sc.fiji.sparsevit.copies.SideChooser;
import sc.fiji.sparsevit.copies.SidedPair;
import sc.fiji.sparsevit.figure.Panel;
import sc.fiji.sparsevit.figure.PanelFinder;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.NativeResolution;
import sc.fiji.sparsevit.inference.PaperMap;
import sc.fiji.sparsevit.inference.PaperResolution;
import sc.fiji.sparsevit.inference.Seen;
import sc.fiji.sparsevit.inference.StretchedPart;
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

  /** Pixels at a panel's edge that may be its frame. */
  private static final int FRAME = 8;

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
   * Localizes in one picture of an image, as {@link PreparedPicture#of(ImagePlus, StackPosition,
   * LocalizationOptions)} sees it.
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
    try (var picture = PreparedPicture.of(image, position, options)) {
      return localize(picture, listener);
    }
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
    try (var picture = PreparedPicture.of(file, position, options)) {
      return localize(picture, listener);
    }
  }

  /**
   * Localizes in pixels from anywhere.
   *
   * @throws CancellationException when the listener says so; nothing is left behind
   */
  public Localization localize(
      RgbImage image, LocalizationOptions options, ProgressListener listener) {
    try (var picture = PreparedPicture.of(image, options)) {
      return localize(picture, listener);
    }
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
  private static void probabilities(float[] map) {
    for (int i = 0; i < map.length; i++) {
      map[i] = Math.min(1, Math.max(0, map[i]));
    }
  }

  /**
   * Localizes in a picture that was prepared, which the caller closes.
   *
   * @throws CancellationException when the listener says so; nothing is left behind
   */
  public Localization localize(PreparedPicture picture, ProgressListener listener) {
    long start = System.nanoTime();
    var image = picture.image();
    var options = picture.options();
    var watcher = picture.search().map(search -> search.beside(listener)).orElse(listener);
    var panels = panels(picture);
    var maps =
        panels.isEmpty() ? maps(image, options, watcher) : maps(image, panels, options, watcher);
    var misfits = MisfitSearch.in(image, panels, picture.placement(), options, listener);
    float[] network = maps.joined().clone(); // copy: other evidence changes the map
    // The publication's protocol is to stay what was published.
    if (options.mode() != LocalizationMode.PAPER) {
      maps.maps().forEach(map -> misfits.applyTo(map, image.width()));
    }
    var copies =
        picture
            .search()
            .map(search -> sided(search.result(listener), maps, panels, options))
            .orElse(List.of());
    double seconds = (System.nanoTime() - start) / 1e9;
    var processor = new FloatProcessor(image.width(), image.height(), maps.joined());
    return Localization.of(
        processor,
        network(maps, network, processor),
        found(copies, processor, picture.placement()),
        misfits.found(processor, picture.placement()),
        panels,
        picture.placement(),
        picture.selection(),
        image.mapping(),
        options,
        model.identity(),
        model.network().device(),
        seconds);
  }

  /**
   * @param joined what all looks together came to
   * @param map with all evidence
   */
  private static NetworkMaps network(Seen maps, float[] joined, FloatProcessor map) {
    var network =
        Arrays.equals(joined, maps.joined())
            ? map
            : new FloatProcessor(map.getWidth(), map.getHeight(), joined);
    var plain =
        maps.stretched().isEmpty()
            ? network
            : new FloatProcessor(map.getWidth(), map.getHeight(), maps.plain());
    return new NetworkMaps(plain, network, maps.stretched());
  }

  private static List<Panel> panels(PreparedPicture picture) {
    boolean search =
        picture.panels().isEmpty()
            && picture.selection() == null
            && picture.options().panels() == PanelSearch.AUTO;
    return search ? PanelFinder.find(picture.image().pixels()) : picture.panels();
  }

  private Seen maps(RgbImage image, LocalizationOptions options, ProgressListener listener) {
    var network = model.network();
    if (options.mode() == LocalizationMode.PAPER) {
      float[] map = paperMap(image, listener).atSize(image.width(), image.height());
      return new Seen(map, map);
    }
    var looks =
        options.mode() == LocalizationMode.THOROUGH
            ? network.window().thorough()
            : network.window().looks();
    var seen = NativeResolution.localize(network, image, looks, listener);
    seen.maps().forEach(ManipulationLocalizer::probabilities);
    probabilities(seen.plain());
    return seen;
  }

  /**
   * Each panel as if it were an image of its own, those that are too small for that as parts of the
   * whole figure; 0 between them.
   */
  private Seen maps(
      RgbImage image, List<Panel> panels, LocalizationOptions options, ProgressListener listener) {
    var together = new Rectangle(image.width(), image.height());
    boolean anySmall = panels.stream().anyMatch(panel -> !Localization.isAnalyzedAlone(panel));
    int parts = panels.size() + 1;
    var figure = anySmall ? maps(image, options, new PartOfProgress(listener, 0, parts)) : null;
    var joined = new float[image.width() * image.height()];
    var first = joined.clone();
    var plain = joined;
    var stretched = new ArrayList<StretchedPart>();
    for (int i = 0; i < panels.size(); i++) {
      var box = panels.get(i).bounds();
      boolean alone = Localization.isAnalyzedAlone(panels.get(i));
      var part = new PartOfProgress(listener, i + 1, parts);
      var maps = alone ? maps(PreparedPicture.crop(image, box), options, part) : figure;
      var covered = alone ? box : together;
      for (var ground : maps.stretched()) {
        stretched.add(new StretchedPart(box, ground.ground()));
        plain = plain == joined ? joined.clone() : plain;
      }
      copyRows(maps.joined(), covered, box, joined, together);
      copyRows(maps.first(), covered, box, first, together);
      if (plain != joined) {
        copyRows(maps.plain(), covered, box, plain, together);
      }
    }
    return new Seen(joined, plain, first, stretched);
  }

  /** The pixels of a box from one map to another; both maps cover a box of the same figure. */
  private static void copyRows(
      float[] from, Rectangle covered, Rectangle box, float[] to, Rectangle target) {
    for (int y = box.y; y < box.y + box.height; y++) {
      System.arraycopy(
          from,
          (y - covered.y) * covered.width + box.x - covered.x,
          to,
          (y - target.y) * target.width + box.x - target.x,
          box.width);
    }
  }

  /** Pairs in the map's coordinates; but for paper mode, the map then shows the copy. */
  private static List<SidedPair> sided(
      StartedSearch.SearchedPicture found,
      Seen maps,
      List<Panel> panels,
      LocalizationOptions options) {
    var picture = found.picture();
    var pairs =
        found.pairs().stream()
            .filter(pair -> isInPanels(pair.first(), panels) && isInPanels(pair.second(), panels))
            .map(pair -> SideChooser.choose(picture, maps.first(), pair))
            .toList();
    // The publication's protocol is to stay what was published.
    if (options.mode() != LocalizationMode.PAPER) {
      SideChooser.apply(pairs, maps.joined(), picture.width());
    }
    return pairs;
  }

  /** Whether most of a part lies within panels: frames and gutters repeat themselves honestly. */
  private static boolean isInPanels(CopyPart part, List<Panel> panels) {
    int inside = 0;
    for (var panel : panels) {
      var content = panel.bounds();
      content.grow(-FRAME, -FRAME);
      inside += part.area(content);
    }
    return panels.isEmpty() || 2 * inside > part.area();
  }

  private static List<FoundPair> found(
      List<SidedPair> pairs, FloatProcessor map, MapPosition placement) {
    return IntStream.range(0, pairs.size())
        .mapToObj(i -> FoundPair.of(i + 1, pairs.get(i), map, placement))
        .toList();
  }

  @Override
  public void close() {
    model.close();
  }
}
