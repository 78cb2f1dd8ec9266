/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

/**
 * Two parts of a picture that show the same, as the run record names them.
 *
 * @param words what repeats what, under which transformation
 * @param original the part that seems to be the original
 * @param copy the part that seems to be its copy
 * @param clear whether the two can be told apart; else either may be the copy
 * @param mirrored whether the copy is, left to right
 * @param angle degrees by which the copy is turned, clockwise, after mirroring
 * @param scale how many times as large the copy is
 * @param correlation of the two when laid on one another, -1 to 1
 * @param matchedPoints that agree on the transformation
 * @param score 0 to 1: how sure that it is a copy and nothing that only looks like one
 */
public record RecordedPair(
    String words,
    ReviewRegion original,
    ReviewRegion copy,
    boolean clear,
    boolean mirrored,
    double angle,
    double scale,
    double correlation,
    int matchedPoints,
    double score) {}
