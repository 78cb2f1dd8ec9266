/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sc.fiji.sparsevit.io.FileNames;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.report.ScreenedPicture;

/**
 * What became of a task.
 *
 * @param task that was run
 * @param pictures that are done, now or before
 * @param kept how many of them were done before, and so were not done again
 * @param problems with the input or single pictures of it; empty if all went well
 */
public record ScreeningOutcome(
    ScreeningTask task, List<ScreenedPicture> pictures, int kept, List<SkippedInput> problems)
    implements Serializable {

  /**
   * What a person should know at once: problems, and notes such as that a file's end is missing.
   */
  public Stream<String> sentences() {
    return Stream.concat(
        problems.stream().map(SkippedInput::sentence),
        pictures.stream().flatMap(ScreeningOutcome::notes));
  }

  /** With another problem, and without its pictures. */
  public ScreeningOutcome lost(String reason) {
    var all = new ArrayList<>(problems);
    all.add(new SkippedInput(task.input(), "", reason));
    return new ScreeningOutcome(task, List.of(), 0, List.copyOf(all));
  }

  private static Stream<String> notes(ScreenedPicture picture) {
    var page = picture.page() == null ? "" : ", page " + picture.page();
    return picture.notes().stream()
        .map(note -> FileNames.printable(picture.input()) + page + ": note: " + note);
  }
}
