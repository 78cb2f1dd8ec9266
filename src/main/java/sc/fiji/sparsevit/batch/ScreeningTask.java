/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.Serializable;
import java.nio.file.Path;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * The unit of work of a screening: one image or PDF in, the results of its pictures out. A value
 * without hidden state: any process that sees the input and the folder can run it, at any time and
 * again; what is done already is not repeated.
 *
 * @param input path of the image or PDF
 * @param folder for the results
 * @param stem that the names of its results start with; no other input's do
 * @param options for its pictures
 */
public record ScreeningTask(String input, String folder, String stem, ScreeningOptions options)
    implements Serializable {

  /** Runs this task alone, on the thread that calls and two more. */
  public ScreeningOutcome run(PictureLocalizer localizer) {
    try (var pipeline = new ScreeningPipeline(localizer, ProgressListener.NONE)) {
      return pipeline.submit(this, (share, kept) -> {}).join();
    }
  }

  Path file() {
    return Path.of(input);
  }

  OutputFiles files(InputPicture picture) {
    return new OutputFiles(Path.of(folder), stem + picture.name());
  }
}
