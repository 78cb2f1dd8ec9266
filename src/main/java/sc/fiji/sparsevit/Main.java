/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import java.lang.reflect.InvocationTargetException;

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
    try {
      Class.forName("sc.fiji.sparsevit.cli.Shell")
          .getMethod("main", String[].class)
          .invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      // The shell says everything in sentences itself, once it could be loaded.
      System.err.println(
          "SparseViT could not be started ("
              + e.getCause()
              + "). Its JARs may be incomplete: unpack it again; or the system allows too few open"
              + " files: raise the limit with \"ulimit -n 1024\".");
      System.exit(1);
    }
  }
}
