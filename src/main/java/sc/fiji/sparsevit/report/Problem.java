/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.io.Serializable;

/**
 * Something that could not be screened, and why.
 *
 * @param input path of the file or folder
 * @param part of it, as {@code page 3}; empty for all of it
 * @param reason in words, with the remedy
 */
public record Problem(String input, String part, String reason) implements Serializable {}
