/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cluster;

import java.io.IOException;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.batch.PictureLocalizer;
import sc.fiji.sparsevit.batch.ScreeningPipeline;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * What all tasks of an executor share: one open model, and one pipeline in front of it, so that
 * cores read and write side by side while one picture at a time is localized.
 */
final class Executor {
  /**
   * Spark has no place for what an executor keeps between tasks other than its JVM: opening a model
   * takes seconds, and more memory than a picture.
   */
  private static Executor open;

  private final WorkerModel model;
  private final ManipulationLocalizer localizer;
  private final ScreeningPipeline pipeline;

  private Executor(WorkerModel model) throws IOException {
    this.model = model;
    localizer = model.open();
    pipeline = new ScreeningPipeline(PictureLocalizer.of(localizer), ProgressListener.NONE);
  }

  /**
   * Opens the model for the first task that asks.
   *
   * @throws IOException if that fails; the next task tries again
   */
  static synchronized Executor with(WorkerModel model) throws IOException {
    if (open != null && !open.model.equals(model)) {
      open.close(); // a driver that screens again in its own process
    }
    if (open == null) {
      open = new Executor(model);
    }
    return open;
  }

  ScreeningPipeline pipeline() {
    return pipeline;
  }

  String device() {
    return localizer.device();
  }

  private void close() {
    pipeline.close();
    localizer.close();
    open = null;
  }
}
