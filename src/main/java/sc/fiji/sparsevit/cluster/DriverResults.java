/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sc.fiji.sparsevit.batch.ScreeningOutcome;

/** The results as the driver sees them: in a folder of its own machine. */
interface DriverResults extends AutoCloseable {

  Path folder();

  /**
   * What workers cannot see by themselves: the names of the files that inputs have there from
   * before, by the inputs' stems.
   */
  Map<String, List<String>> existing(Set<String> stems);

  /** What workers have to see if they share the folder: a file that was just made in it. */
  List<String> shared() throws IOException;

  /**
   * Makes what workers wrote visible here.
   *
   * @return the outcomes; those whose results cannot be seen are problems
   */
  List<ScreeningOutcome> gather(List<ScreeningOutcome> outcomes) throws IOException;

  /** Makes what was written here visible to others. */
  void publish() throws IOException;

  @Override
  void close() throws IOException;
}
