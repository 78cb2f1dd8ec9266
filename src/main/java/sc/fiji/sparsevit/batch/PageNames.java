/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.util.regex.Pattern;

/** What the pictures of one input with several are called, after the input's own stem. */
final class PageNames {
  private static final Pattern ENDING = Pattern.compile("-p\\d{3,}(-i\\d{2,})?$");

  /** Room for the longest, {@code -p99999-i99999}. */
  static final int LONGEST = 14;

  private PageNames() {}

  /** The page as a whole, from 1. */
  static String page(int page) {
    return "-p%03d".formatted(page);
  }

  /** An image on a page, both from 1. */
  static String image(int page, int image) {
    return page(page) + "-i%02d".formatted(image);
  }

  /** The stem without such an ending, so that two inputs can be kept from meeting in one name. */
  static String withoutEnding(String stem) {
    return ENDING.matcher(stem).replaceFirst("");
  }
}
