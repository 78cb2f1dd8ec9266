/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.nio.file.Path;
import java.util.List;

/**
 * A photograph of a library; its pixels are asked from the library.
 *
 * @param file where it is
 * @param width as the library gives it, in pixels
 * @param height as the library gives it, in pixels
 * @param objectMasks files of its size, white where an object is
 */
public record Photo(Path file, int width, int height, List<Path> objectMasks) {}
