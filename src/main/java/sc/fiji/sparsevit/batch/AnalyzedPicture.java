/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.util.stream.Stream;
import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.figure.Panel;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.inference.StretchedPart;
import sc.fiji.sparsevit.report.RecordedGround;
import sc.fiji.sparsevit.report.RecordedMisfit;
import sc.fiji.sparsevit.report.RecordedPair;
import sc.fiji.sparsevit.report.RecordedPanel;
import sc.fiji.sparsevit.report.ReviewRegion;
import sc.fiji.sparsevit.report.RunRecord;

/**
 * A picture and what was found in it.
 *
 * @param seen the whole picture, also where only a selection of it was analyzed
 */
public record AnalyzedPicture(RgbImage seen, Localization found) {

  RunRecord.RecordedPicture recorded() {
    var place = found.placement();
    var grounds = found.network().stretched();
    return new RunRecord.RecordedPicture(
        slice(),
        frame(),
        place.x(),
        place.y(),
        found.map().getWidth(),
        found.map().getHeight(),
        found.mapping().toString(),
        seen.mapping().notes(),
        found.panels().isEmpty() ? null : found.panels().stream().map(this::recorded).toList(),
        grounds.isEmpty() ? null : grounds.stream().map(this::recorded).toList(),
        found.score(),
        found.networkScore(),
        found.regions().above(),
        found.seconds());
  }

  private RecordedPanel recorded(Panel panel) {
    var box = panel.bounds();
    int x = found.placement().x() + box.x;
    int y = found.placement().y() + box.y;
    return new RecordedPanel(
        panel.name(), x, y, box.width, box.height, Localization.isAnalyzedAlone(panel));
  }

  private RecordedGround recorded(StretchedPart part) {
    var panel =
        found.panels().stream()
            .filter(each -> each.bounds().equals(part.box()))
            .map(Panel::name)
            .findFirst();
    var ground = part.ground();
    return new RecordedGround(
        panel.orElse(null), ground.level(), ground.black(), ground.white(), ground.words());
  }

  Stream<ReviewRegion> recordedRegions() {
    return found.regions().regions().stream()
        .map(region -> ReviewRegion.of(region, slice(), frame()));
  }

  Stream<RecordedPair> recordedPairs() {
    return found.copies().stream()
        .map(
            pair ->
                new RecordedPair(
                    pair.words(),
                    ReviewRegion.of(pair.first(), slice(), frame()),
                    ReviewRegion.of(pair.second(), slice(), frame()),
                    pair.sides().isClear(),
                    pair.pair().transformation().mirrored(),
                    pair.pair().transformation().angle(),
                    pair.pair().transformation().scale(),
                    pair.pair().correlation(),
                    pair.pair().matches().size(),
                    pair.pair().score()));
  }

  Stream<RecordedMisfit> recordedMisfits() {
    return found.misfits().stream()
        .map(
            misfit ->
                new RecordedMisfit(
                    misfit.evidence().toString(),
                    misfit.words(),
                    ReviewRegion.of(misfit.part(), slice(), frame())));
  }

  /** From 1, also where there is only one. */
  int slice() {
    return Math.max(1, found.placement().slice());
  }

  /** From 1, also where there is only one. */
  int frame() {
    return Math.max(1, found.placement().frame());
  }
}
