/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.data;

import java.nio.file.Path;

/** A file that could not be used, and why: half a sentence that follows the file's name. */
public record Problem(Path file, String reason) {}
