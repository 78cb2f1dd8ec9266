/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cluster;

import java.io.Serializable;
import sc.fiji.sparsevit.batch.ScreeningOutcome;

/**
 * What comes back from a worker.
 *
 * @param device that computed, and the numbers it computed with; empty if none did
 */
record WorkerOutcome(ScreeningOutcome outcome, String device) implements Serializable {}
