/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** The door from the command line: the same commands as picocli subcommands. */
package sc.fiji.sparsevit.cli;
