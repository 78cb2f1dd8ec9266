/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

/**
 * Says in a sentence that this Java is too old, where it would say so with a stack trace. Compiled
 * for Java 8, as are the doors that ask it.
 */
public final class JavaVersion {
  private static final int NEEDED = 17;

  private JavaVersion() {}

  /** Null where this Java is new enough. */
  public static String complaint() {
    return complaint(System.getProperty("java.specification.version"));
  }

  static String complaint(String specification) {
    String number = specification.startsWith("1.") ? specification.substring(2) : specification;
    return Integer.parseInt(number) >= NEEDED
        ? null
        : "SparseViT needs Java " + NEEDED + " or newer; this is Java " + number;
  }
}
