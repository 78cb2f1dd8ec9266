/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.io.Serializable;
import java.util.List;

/**
 * One picture of a screening, in a line.
 *
 * @param input path of its file
 * @param page of that file, from 1; null if it has no pages
 * @param places where it is placed in a PDF; empty outside of one
 * @param stem that the names of its results start with
 * @param sha256 of the input's bytes
 * @param width in pixels
 * @param height in pixels
 * @param score the highest probability
 * @param regions how many there are for review
 * @param copies how many pairs of parts show the same
 * @param compression how many parts were not JPEG-compressed as the rest was
 * @param seams how many rectangles have straight seams on their sides
 * @param grain how many parts have no grain, unlike the rest
 * @param evidence what speaks for any of its regions: {@code network}, {@code contrast}, {@code
 *     copies}, {@code compression}, {@code seams}, {@code grain}
 * @param networkScore the highest probability of the network alone in the picture as it is
 * @param aboveThreshold how many pixels are above the threshold, also outside of regions
 * @param flagged share of its pixels that lie in them, 0 to 1
 * @param seconds for its probability map
 * @param notes what else is to be known of where its pixels come from
 */
public record ScreenedPicture(
    String input,
    Integer page,
    List<PdfPosition> places,
    String stem,
    String sha256,
    int width,
    int height,
    double score,
    int regions,
    int copies,
    int compression,
    int seams,
    int grain,
    List<String> evidence,
    double networkScore,
    long aboveThreshold,
    double flagged,
    double seconds,
    List<String> notes)
    implements Serializable {

  public ScreenedPicture {
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
    notes = notes == null ? List.of() : List.copyOf(notes); // what earlier versions left
  }
}
