/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import ij.plugin.PlugIn;
import sc.fiji.sparsevit.JavaVersion;

/**
 * What {@code plugins.config} names, so that an ImageJ on an older Java shows a sentence. Compiled
 * for Java 8; opens the real door, which is therefore found by its name, if this Java can run it.
 */
public final class JavaCheck implements PlugIn {

  @Override
  public void run(String argument) {
    String complaint = JavaVersion.complaint();
    if (complaint != null) {
      IJ.error("SparseViT", complaint);
      return;
    }
    try {
      Class<?> door = Class.forName("sc.fiji.sparsevit.plugin.CommandPlugIn");
      ((PlugIn) door.getDeclaredConstructor().newInstance()).run(argument);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the SparseViT JAR is incomplete", e);
    }
  }
}
