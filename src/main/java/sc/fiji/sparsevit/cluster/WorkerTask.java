/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import sc.fiji.sparsevit.batch.ScreeningOutcome;
import sc.fiji.sparsevit.batch.ScreeningPipeline;
import sc.fiji.sparsevit.batch.ScreeningTask;
import sc.fiji.sparsevit.io.FailureText;

/**
 * A task of a screening on its way to a worker.
 *
 * @param task with a folder that the driver sees
 * @param output path or address of the folder for the results
 * @param existing names of the task's results that are at an address already
 * @param bytes of its input
 */
record WorkerTask(ScreeningTask task, String output, List<String> existing, long bytes)
    implements Serializable {

  /** Never throws: what cannot be read or written is a problem of the input. */
  ScreeningOutcome run(ScreeningPipeline pipeline, Configuration hadoop) {
    try (var room = new WorkRoom()) {
      var input = HadoopFiles.here(task.input(), room.folder("input"), hadoop);
      if (!HadoopFiles.isAddress(output)) {
        return of(pipeline.run(task.at(input, Path.of(output))));
      }
      var results = new StagedResults(output, room.folder("results"), hadoop);
      results.standIn(existing);
      results.fetch(StagedResults::isMark);
      var outcome = pipeline.run(task.at(input, results.folder()));
      results.publish();
      return of(outcome);
    } catch (IOException | RuntimeException e) {
      return task.failed(FailureText.reason(e));
    }
  }

  /** Without the places that only this worker has. */
  private ScreeningOutcome of(ScreeningOutcome outcome) {
    return new ScreeningOutcome(task, outcome.pictures(), outcome.kept(), outcome.problems());
  }
}
