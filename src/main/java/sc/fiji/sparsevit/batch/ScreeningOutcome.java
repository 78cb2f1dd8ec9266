/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.Serializable;
import java.util.List;
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
    implements Serializable {}
