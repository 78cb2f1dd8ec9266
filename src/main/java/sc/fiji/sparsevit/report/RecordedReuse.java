/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.util.List;
import java.util.Objects;

/**
 * The same content in two pictures, or in two panels of one.
 *
 * @param words what shows the same as what, under which transformation
 * @param first one of the two; of a picture of this screening
 * @param second the other, of this screening or of an archive
 * @param sameFile whether both come from files with the same bytes
 * @param mirrored whether the second is, left to right
 * @param inverted whether one is a negative of the other
 * @param angle degrees by which the second is turned, clockwise, after mirroring
 * @param scale how many times as large the second is
 * @param correlation of the two when laid on one another, -1 to 1
 * @param matchedPoints that agree on the transformation
 * @param score 0 to 1: how sure that it is the same content and nothing that only looks like it
 */
public record RecordedReuse(
    String words,
    ReusedPart first,
    ReusedPart second,
    boolean sameFile,
    boolean mirrored,
    boolean inverted,
    double angle,
    double scale,
    double correlation,
    int matchedPoints,
    double score) {

  /**
   * A part of a picture; all coordinates are the picture's, in pixels.
   *
   * @param input path of its file, or its name where it is in an archive
   * @param page of that file, from 1; null if it has no pages
   * @param stem that the names of its results start with; null in an archive
   * @param sha256 of the file's bytes
   * @param panel that it lies in; null if the picture has none
   * @param archived what the archive knows of it; null if it is of this screening
   * @param pictureWidth of the whole picture
   * @param pictureHeight of the whole picture
   * @param area of the part
   * @param x left edge of its bounding box
   * @param y upper edge of its bounding box
   * @param width of its bounding box
   * @param height of its bounding box
   * @param outline x and y of one corner after the other
   */
  public record ReusedPart(
      String input,
      Integer page,
      String stem,
      String sha256,
      String panel,
      Archived archived,
      int pictureWidth,
      int pictureHeight,
      long area,
      int x,
      int y,
      int width,
      int height,
      List<int[]> outline) {

    /** Whether another part is the same page of another file with the same bytes. */
    public boolean isOfSameFile(ReusedPart other) {
      boolean another = archived != null || other.archived != null || !input.equals(other.input);
      return another && sha256.equals(other.sha256) && Objects.equals(page, other.page);
    }

    /** As people call it: {@code fig2.png, page 3, panel B}. */
    public String name() {
      return input.substring(Math.max(input.lastIndexOf('/'), input.lastIndexOf('\\')) + 1)
          + (page == null ? "" : ", page " + page)
          + (panel == null ? "" : ", panel " + panel)
          + (archived == null ? "" : ", archived on " + archived.date());
    }
  }

  /**
   * When and where a picture came into an archive.
   *
   * @param date ISO 8601, of the day
   * @param run the folder of results it was screened into
   */
  public record Archived(String date, String run) {}
}
