/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * What each parameter means, in the words that dialogs, recorded commands and the shell's help all
 * have: one definition, whichever door a parameter is reached by.
 */
package sc.fiji.sparsevit.help;
