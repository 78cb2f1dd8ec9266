/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import sc.fiji.sparsevit.ManipulationLocalizer;

/**
 * Keeps the model that was used last open, for ImageJ makes a new command for every run. One work
 * at a time: it takes all of the processor anyway, and the model must not be closed under it.
 */
final class SharedLocalizer implements AutoCloseable {

  private static final String PROPERTY = "sparsevit.localizer";

  /** Something that a model is needed for. */
  @FunctionalInterface
  interface Work<T> {
    T with(ManipulationLocalizer localizer) throws IOException;
  }

  private ModelKey key;
  private ManipulationLocalizer localizer;
  private List<String> warnings = List.of();

  /** The one of this ImageJ session, kept among ImageJ's own properties. */
  static SharedLocalizer ofSession() {
    synchronized (IJ.class) {
      if (IJ.getProperty(PROPERTY) instanceof SharedLocalizer shared) {
        return shared;
      }
      var shared = new SharedLocalizer();
      IJ.setProperty(PROPERTY, shared);
      return shared;
    }
  }

  /**
   * Does a piece of work with a model, which is opened if it is not the one that is open.
   *
   * @param warn told, each time, when the device is not the one that was asked for
   * @throws IOException when the model cannot be opened, or the work says so
   */
  synchronized <T> T use(ModelKey wanted, Consumer<String> warn, Work<T> work) throws IOException {
    if (!wanted.equals(key)) {
      close();
      var said = new ArrayList<String>();
      localizer = ManipulationLocalizer.open(wanted.nameOrFile(), wanted.compute(), said::add);
      warnings = List.copyOf(said);
      key = wanted;
    }
    warnings.forEach(warn);
    return work.with(localizer);
  }

  @Override
  public synchronized void close() {
    if (key != null) {
      key = null;
      localizer.close();
    }
  }
}
