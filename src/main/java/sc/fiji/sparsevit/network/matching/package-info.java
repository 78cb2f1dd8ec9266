/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */

/**
 * Looks for what occurs twice in an image: for every token the best fitting place elsewhere, and
 * how good that fit is. Sparse attention mixes what tokens hold, so it cannot tell that two of them
 * hold the same; a network with matching is told. Nothing here is trained, and no gradient passes.
 *
 * <p>Weights are trained on what is found here: whoever changes how it looks, and not only how
 * fast, measures the embedded model again, and trains it further if it got worse.
 */
package sc.fiji.sparsevit.network.matching;
