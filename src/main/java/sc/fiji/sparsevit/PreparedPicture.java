/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.imglib2.view.Views;
import sc.fiji.sparsevit.figure.Panel;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbViews;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.region.MapPosition;

/**
 * A picture that is going to be localized in, once. What needs no model, which is the search for
 * copies, has begun: if you prepare the first picture and then open the model, both take no longer
 * than one of them.
 *
 * <pre>{@code
 * try (var picture = PreparedPicture.of(image, StackPosition.current(image), options);
 *     var localizer = ManipulationLocalizer.open("lite")) {
 *   var found = localizer.localize(picture, ProgressListener.NONE);
 * }
 * }</pre>
 */
public final class PreparedPicture implements AutoCloseable {

  private final RgbImage image;
  private final MapPosition placement;
  private final Roi selection;
  private final List<Panel> panels;
  private final LocalizationOptions options;
  private final Optional<StartedSearch> search;

  private PreparedPicture(
      RgbImage image,
      MapPosition placement,
      Roi selection,
      List<Panel> panels,
      LocalizationOptions options) {
    SmallestPicture.require(image.width(), image.height());
    this.image = image;
    this.placement = placement;
    this.selection = selection;
    this.panels = List.copyOf(panels);
    this.options = options;
    search =
        options.copies() == EvidenceSearch.ON
            ? Optional.of(StartedSearch.of(image))
            : Optional.empty();
  }

  /**
   * One picture of an image. An area selection limits the analysis to its bounding box and the
   * regions to its shape; other selections are no limit.
   *
   * @throws IllegalArgumentException when the image has no finite value, or the selection lies
   *     outside of it
   */
  public static PreparedPicture of(
      ImagePlus image, StackPosition position, LocalizationOptions options) {
    var seen = RgbViews.of(image, position);
    var placement = MapPosition.in(image, position.slice(), position.frame());
    var roi = image.getRoi();
    if (roi == null || !roi.isArea()) {
      return new PreparedPicture(seen, placement, null, List.of(), options);
    }
    var box = roi.getBounds().intersection(new Rectangle(seen.width(), seen.height()));
    if (box.isEmpty()) {
      throw new IllegalArgumentException(
          "the selection lies outside of " + image.getTitle() + "; move it or remove it");
    }
    var selection = (Roi) roi.clone();
    var bounds = roi.getBounds();
    selection.setLocation(bounds.x - box.x, bounds.y - box.y);
    return new PreparedPicture(
        crop(seen, box), placement.at(box.x, box.y), selection, List.of(), options);
  }

  /**
   * One picture of an image, panel by panel as a person sees them; a selection is no limit.
   *
   * @param panels at least one, in the picture's coordinates, within it
   * @throws IllegalArgumentException when the image has no finite value
   */
  public static PreparedPicture of(
      ImagePlus image, StackPosition position, List<Panel> panels, LocalizationOptions options) {
    var placement = MapPosition.in(image, position.slice(), position.frame());
    return new PreparedPicture(RgbViews.of(image, position), placement, null, panels, options);
  }

  /**
   * One picture of an image file.
   *
   * @throws IOException when the picture has no finite value
   */
  public static PreparedPicture of(
      ImageFile file, StackPosition position, LocalizationOptions options) throws IOException {
    var placement = MapPosition.in(file.image(), position.slice(), position.frame());
    return new PreparedPicture(file.rgb(position), placement, null, List.of(), options);
  }

  /** Pixels from anywhere. */
  public static PreparedPicture of(RgbImage image, LocalizationOptions options) {
    return new PreparedPicture(image, MapPosition.WHOLE, null, List.of(), options);
  }

  static RgbImage crop(RgbImage image, Rectangle box) {
    var view =
        Views.offsetInterval(
            image.pixels(), new long[] {box.x, box.y}, new long[] {box.width, box.height});
    return new RgbImage(view, image.mapping());
  }

  /** What is analyzed: the picture, or a selection's bounding box. */
  public RgbImage image() {
    return image;
  }

  MapPosition placement() {
    return placement;
  }

  /** In the coordinates of what is analyzed; null if there is none. */
  Roi selection() {
    return selection;
  }

  /** As a person sees them; empty if nobody said. */
  List<Panel> panels() {
    return panels;
  }

  LocalizationOptions options() {
    return options;
  }

  /** Empty where copies are not wanted. */
  Optional<StartedSearch> search() {
    return search;
  }

  /** Ends what has begun and was not waited for. */
  @Override
  public void close() {
    search.ifPresent(StartedSearch::abandon);
  }
}
