/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.io.Serializable;

/**
 * Where a picture is placed in a PDF: its bounding box on a page, in points (1/72 inch) from the
 * upper left corner of the page as it is shown.
 *
 * @param page from 1
 * @param x left edge
 * @param y upper edge
 * @param width to the right
 * @param height downwards
 */
public record PdfPosition(int page, double x, double y, double width, double height)
    implements Serializable {}
