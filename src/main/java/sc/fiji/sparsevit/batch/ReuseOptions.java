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
 */
public record ReuseOptions(boolean on, String archive) implements Serializable {

  public static final ReuseOptions OFF = new ReuseOptions(false, null);
  public static final ReuseOptions ON = new ReuseOptions(true, null);

  /**
   * @throws IllegalArgumentException if there is an archive, but nothing is compared
   */
  public ReuseOptions {
    if (!on && archive != null) {
      throw new IllegalArgumentException(
          "an archive is for comparing pictures, which reuse \"off\" turns off; choose reuse"
              + " \"on\", or name no archive");
    }
  }

  /**
   * @param reuse {@code on} or {@code off}
   * @param archive folder; null or empty for none
   * @throws IllegalArgumentException naming the value and the choices
   */
  public static ReuseOptions of(String reuse, String archive) {
    boolean on =
        switch (reuse.toLowerCase(java.util.Locale.ROOT)) {
          case "on" -> true;
          case "off" -> false;
          default ->
              throw new IllegalArgumentException(
                  "reuse must be \"on\" or \"off\", not \"" + reuse + "\"");
        };
    return new ReuseOptions(on, archive == null || archive.isBlank() ? null : archive);
  }
}
