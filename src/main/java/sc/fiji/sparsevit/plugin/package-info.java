/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * The doors inside ImageJ: SciJava commands and the thin ImageJ 1.x plugin. Parameters, dialogs and
 * windows only; the work is elsewhere.
 */
package sc.fiji.sparsevit.plugin;
