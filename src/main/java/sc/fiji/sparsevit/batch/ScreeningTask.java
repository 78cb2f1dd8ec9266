/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * The unit of work of a screening: one image or PDF in, the results of its pictures out. A value
 * without hidden state: any process that sees the input and the folder can run it, at any time and
 * again; what is done already is not repeated.
 *
 * @param input path of the image or document, which the results name
 * @param copy path that it is read from: the same, or that of a copy
 * @param folder for the results
 * @param stem that the names of its results start with; no other input's do
 * @param options for its pictures
 */
public record ScreeningTask(
    String input, String copy, String folder, String stem, ScreeningOptions options)
    implements Serializable {

  ScreeningTask(String input, String folder, String stem, ScreeningOptions options) {
    this(input, input, folder, stem, options);
  }

  /** The same task where this machine has a copy of the input, and a folder for the results. */
  public ScreeningTask at(Path copy, Path folder) {
    return new ScreeningTask(input, copy.toString(), folder.toString(), stem, options);
  }

  /** Where it could not be run at all. */
  public ScreeningOutcome failed(String reason) {
    return new ScreeningOutcome(this, List.of(), 0, List.of(new SkippedInput(input, "", reason)));
  }

  /** Runs this task alone, on the thread that calls and two more. */
  public ScreeningOutcome run(PictureLocalizer localizer) {
    try (var pipeline = new ScreeningPipeline(localizer, ProgressListener.NONE)) {
      return pipeline.run(this);
    }
  }

  /** As of the input, where it is of the copy. */
  SkippedInput named(SkippedInput problem) {
    return copy.equals(input)
        ? problem
        : new SkippedInput(
            problem.input().replace(copy, input),
            problem.part(),
            problem.reason().replace(copy, input));
  }

  Path file() {
    return Path.of(copy);
  }

  OutputFiles files(InputPicture picture) {
    return new OutputFiles(Path.of(folder), stem + picture.name());
  }
}
