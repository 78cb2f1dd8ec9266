/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import sc.fiji.sparsevit.report.RecordedInput;
import sc.fiji.sparsevit.report.RunRecord;

/**
 * What was found in a file, not yet written. Another thread may write it.
 *
 * @param file that was read
 * @param input as the run record names it
 * @param options as the run record names them
 * @param pictures of the file that were analyzed
 */
public record AnalyzedFile(
    Path file, RecordedInput input, RunRecord.Options options, List<AnalyzedPicture> pictures) {

  public AnalyzedFile {
    pictures = List.copyOf(pictures);
  }

  /**
   * Writes maps, overlays and the run record.
   *
   * @return the run record as it was written
   * @throws IOException if a result cannot be written; nothing is left of the results then
   */
  public RunRecord write(OutputNames names) throws IOException {
    return LocalizationFiles.write(names.of(file), input, options, pictures);
  }
}
