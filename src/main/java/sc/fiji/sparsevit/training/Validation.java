/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import sc.fiji.sparsevit.network.SparseVit;

/** Measures a frozen network on material that is never trained on. */
@FunctionalInterface
public interface Validation {
  ValidationScore score(SparseVit frozen);
}
