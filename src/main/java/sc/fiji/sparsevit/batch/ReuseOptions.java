/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.Serializable;

/**
 * Whether the pictures of a screening are compared with one another, and with which others.
 *
 * @param on whether they are
 * @param archive folder of an archive that they are compared with and added to; null for none
 * @param full whether the archive keeps their full gray levels, too, and not only thumbnails
 */
public record ReuseOptions(boolean on, String archive, boolean full) implements Serializable {

  public static final ReuseOptions OFF = new ReuseOptions(false, null, false);
  public static final ReuseOptions ON = new ReuseOptions(true, null, false);

  /**
   * @throws IllegalArgumentException if there is an archive, but nothing is compared, or something
   *     to keep in it, but no archive
   */
  public ReuseOptions {
    if (!on && archive != null) {
      throw new IllegalArgumentException(
          "an archive is for comparing pictures, which reuse \"off\" turns off; choose reuse"
              + " \"on\", or name no archive");
    }
    if (full && archive == null) {
      throw new IllegalArgumentException(
          "full images are kept in an archive; name its folder, or choose \"thumbnails\"");
    }
  }

  /**
   * @param reuse {@code on} or {@code off}
   * @param archive folder; null or empty for none
   * @param images what is kept in it: {@code thumbnails} or {@code full}
   * @throws IllegalArgumentException naming the value and the choices
   */
  public static ReuseOptions of(String reuse, String archive, String images) {
    return new ReuseOptions(
        is("on", "reuse", reuse, "off"),
        archive == null || archive.isBlank() ? null : archive,
        is("full", "archive images", images, "thumbnails"));
  }

  private static boolean is(String choice, String name, String value, String other) {
    var given = value.toLowerCase(java.util.Locale.ROOT);
    if (!given.equals(choice) && !given.equals(other)) {
      throw new IllegalArgumentException(
          name + " must be \"" + choice + "\" or \"" + other + "\", not \"" + value + "\"");
    }
    return given.equals(choice);
  }
}
