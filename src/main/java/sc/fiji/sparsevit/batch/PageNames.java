/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the pictures of one input with several are called, after the input's own stem. */
final class PageNames {
  /** Matches what follows the input's stem; nothing where the input is a picture itself. */
  static final String PICTURE = "(-a\\d{2,})*(-p\\d{3,}(-i\\d{2,})?)?";

  private static final Pattern ENDING = Pattern.compile("(?=-)" + PICTURE + "$");

  /** Room for the longest, {@code -a999-a999-p99999-i99999}. */
  static final int LONGEST = 24;

  private PageNames() {}

  /** The page as a whole, from 1. */
  static String page(int page) {
    return String.format(Locale.ROOT, "-p%03d", page);
  }

  /** An image on a page, both from 1; what is on no page is on page 0. */
  static String image(int page, int image) {
    return page(page) + String.format(Locale.ROOT, "-i%02d", image);
  }

  /** A file that is attached to the input, from 1; its own pictures follow. */
  static String attachment(int number) {
    return String.format(Locale.ROOT, "-a%02d", number);
  }

  /** The stem without such an ending, so that two inputs can be kept from meeting in one name. */
  static String withoutEnding(String stem) {
    return ENDING.matcher(stem).replaceFirst("");
  }
}
