/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * A picture that is embedded in a page.
 *
 * @param picture its pixels
 * @param format {@code jpg} or {@code png}
 * @param caption may be empty
 */
public record PagePicture(BufferedImage picture, String format, String caption) {

  /** A picture with smooth colors, which a few kilobytes show well enough. */
  public static PagePicture photo(BufferedImage picture, String caption) {
    return new PagePicture(picture, "jpg", caption);
  }

  /** A picture of few colors and hard edges, kept exactly. */
  public static PagePicture drawing(BufferedImage picture, String caption) {
    return new PagePicture(picture, "png", caption);
  }

  String toImg() {
    return String.format(
        Locale.ROOT,
        "<img src=\"%s\" alt=\"%s\" title=\"%2$s\">",
        Html.dataUri(picture, format),
        Html.escape(caption));
  }
}
