/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

/**
 * What {@code java -jar} starts: the shell, if this Java can run it. Compiled for Java 8, so that
 * an older Java gets as far as a sentence; the shell is therefore found by its name.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    String complaint = JavaVersion.complaint();
    if (complaint != null) {
      System.err.println(complaint);
      System.exit(1);
    }
    Class.forName("sc.fiji.sparsevit.cli.Shell")
        .getMethod("main", String[].class)
        .invoke(null, (Object) args);
  }
}
