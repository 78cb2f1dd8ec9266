/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.util.List;

/**
 * What comparing the pictures of a screening came to.
 *
 * @param software that did it
 * @param finished when, ISO 8601
 * @param pictures how many were compared with one another
 * @param archive folder that they were compared with, too; null if with none
 * @param archivedPictures how many it held, those of this screening not counted; null if there is
 *     none
 * @param pairs the surest first
 */
public record ReuseReport(
    RunRecord.Software software,
    String finished,
    int pictures,
    String archive,
    Integer archivedPictures,
    List<RecordedReuse> pairs) {

  public ReuseReport {
    pairs = List.copyOf(pairs);
  }
}
