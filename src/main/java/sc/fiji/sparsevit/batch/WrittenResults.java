/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import sc.fiji.sparsevit.report.RunRecord;

/**
 * What was written of a file.
 *
 * @param files where it is
 * @param record what was done and found
 */
public record WrittenResults(OutputFiles files, RunRecord record) {}
