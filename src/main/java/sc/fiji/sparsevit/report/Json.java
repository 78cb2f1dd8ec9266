/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** How records become JSON: {@code snake_case} keys; what is null is left out. */
public final class Json {
  /** For files that people may open. */
  public static final Gson READABLE = builder().setPrettyPrinting().disableHtmlEscaping().create();

  /** In one line, and safe inside a script element: it contains none of {@code < > &}. */
  public static final Gson EMBEDDED = builder().create();

  private Json() {}

  private static GsonBuilder builder() {
    return new GsonBuilder().setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES);
  }
}
