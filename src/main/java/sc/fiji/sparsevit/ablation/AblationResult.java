/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.ablation;

import java.nio.file.Path;
import java.util.List;
import sc.fiji.sparsevit.evaluation.EvaluationSummary;

/**
 * One configuration under one seed.
 *
 * @param folder of the run; contains the evaluations under the names of the sets
 * @param summaries one per set, in the plan's order
 */
record AblationResult(String config, long seed, Path folder, List<EvaluationSummary> summaries) {}
