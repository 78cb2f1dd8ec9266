/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Descriptions of all parameters, shared by dialogs, recorded macros, and the command line's help.
 */
package sc.fiji.sparsevit.help;
