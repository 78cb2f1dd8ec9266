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

  /** For example {@code 0.2.0}. */
  public static String current() {
    return property("version");
  }

  /**
   * The commit that this was built from, and whether files were changed since; {@code unknown}
   * where that was no checkout.
   */
  public static String commit() {
    var commit = property("commit");
    if (!commit.matches("[0-9a-f]{40}")) {
      return "unknown";
    }
    return property("changed").equals("true") ? commit + ", with changes" : commit;
  }

  private static String property(String name) {
    try (var in = Version.class.getResourceAsStream("version.properties")) {
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
