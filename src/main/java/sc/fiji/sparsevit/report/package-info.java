/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** What was done and found, for people and for programs: run record, CSV, HTML. */
package sc.fiji.sparsevit.report;
