/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Name and version of this software, as the build wrote them down. */
public final class Version {
  public static final String NAME = "SparseViT for Fiji";

  private Version() {}

  /** For example {@code 0.1.0}. */
  public static String current() {
    try (var in = Version.class.getResourceAsStream("version.properties")) {
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
