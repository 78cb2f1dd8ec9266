/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */

/**
 * Finds duplicated content: for every token, the most similar place elsewhere in the image, and how
 * similar it is. Sparse attention mixes what tokens contain, so it cannot tell that two of them
 * contain the same; a network with matching is told. Nothing here is trained, and no gradient
 * passes through.
 *
 * <p>Weights are trained on these results. If you change what is found, and not only how fast,
 * evaluate the embedded model again, and train it further if it got worse.
 */
package sc.fiji.sparsevit.network.matching;
