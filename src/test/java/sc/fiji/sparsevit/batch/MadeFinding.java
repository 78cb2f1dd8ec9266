/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.imglib2.img.array.ArrayImgs;
import sc.fiji.sparsevit.FoundMisfit;
import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.NetworkMaps;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbMapping;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.StretchedGround;
import sc.fiji.sparsevit.inference.StretchedPart;
import sc.fiji.sparsevit.misfit.MisfitPart.Trace;
import sc.fiji.sparsevit.model.ModelIdentity;
import sc.fiji.sparsevit.model.SparseVitArchitecture;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.region.EvidenceKind;
import sc.fiji.sparsevit.region.FoundRegions;
import sc.fiji.sparsevit.region.Grounds;
import sc.fiji.sparsevit.region.MapPosition;
import sc.fiji.sparsevit.region.Region;
import sc.fiji.sparsevit.region.RegionFinder;
import sc.fiji.sparsevit.report.RecordedInput;

/** Findings whose map a test knows. */
public final class MadeFinding {
  static final int WIDTH = 40;
  static final int HEIGHT = 30;

  private MadeFinding() {}

  /** A square of 10 x 10 pixels that starts at (5, {@code y}), of one probability. */
  static AnalyzedPicture of(int y, float probability, MapPosition placement) {
    return of(map(y, probability), placement, List.of());
  }

  /** Writes the results of a picture beside them. */
  static void write(OutputFiles files) throws IOException {
    var path = files.folder().resolve(files.stem() + ".png");
    LocalizationFiles.write(
        files,
        RecordedInput.file(path, "ab12", WIDTH, HEIGHT, 1),
        FileLocalizer.recorded(
            LocalizationOptions.defaults(), ComputeOptions.defaults(), false, null),
        List.of(of(0, 0.75f, MapPosition.WHOLE)));
  }

  /** A square that is a region for review, and a part with straight seams in the corner. */
  public static AnalyzedPicture withSeam() {
    var map = map(0, 0.9f);
    return of(map, MapPosition.WHOLE, List.of(misfit("seam-1", map, Trace.SEAMS)));
  }

  /** A square that is a region for review only with the contrast of the ground turned up. */
  public static AnalyzedPicture withContrast() {
    var found = of(0, 0.75f, MapPosition.WHOLE);
    return new AnalyzedPicture(found.seen(), onStretchedGround(found.found()));
  }

  /** As if all regions had been found only with the contrast of the ground turned up. */
  static Localization onStretchedGround(Localization found) {
    var map = found.map();
    var whole = new Rectangle(map.getWidth(), map.getHeight());
    var regions = found.regions();
    var grounds = new Grounds(List.of(EvidenceKind.CONTRAST), 0);
    return new Localization(
        map,
        new NetworkMaps(
            new FloatProcessor(map.getWidth(), map.getHeight()),
            map,
            List.of(new StretchedPart(whole, new StretchedGround(251)))),
        found.placement(),
        found.selection(),
        new FoundRegions(
            regions.mask(),
            regions.regions().stream().map(region -> region.on(grounds)).toList(),
            regions.above()),
        found.copies(),
        found.misfits(),
        found.panels(),
        found.score(),
        found.mapping(),
        found.options(),
        found.model(),
        found.device(),
        found.seconds());
  }

  /** The upper left square of 10 x 10 pixels, as a part that does not fit. */
  static FoundMisfit misfit(String name, FloatProcessor map, Trace trace) {
    var mask = new ByteProcessor(10, 10);
    mask.setValue(255);
    mask.fill();
    return new FoundMisfit(Region.of(name, mask, 0, 0, map, 0).placed(MapPosition.WHOLE), trace);
  }

  private static FloatProcessor map(int y, float probability) {
    var map = new FloatProcessor(WIDTH, HEIGHT);
    map.setValue(probability);
    map.setRoi(5, y, 10, 10);
    map.fill();
    map.resetRoi();
    return map;
  }

  private static AnalyzedPicture of(
      FloatProcessor map, MapPosition placement, List<FoundMisfit> misfits) {
    var options = LocalizationOptions.defaults();
    var regions =
        RegionFinder.find(map, options.threshold(), options.minimumArea(), null).placed(placement);
    var model =
        new ModelIdentity(
            "test", "cd34", new SparseVitArchitecture(SparseVitConfig.lite()), Optional.empty());
    var found =
        new Localization(
            map,
            NetworkMaps.of(map),
            placement,
            null,
            regions,
            List.of(),
            misfits,
            List.of(),
            map.getStatistics().max,
            RgbMapping.identity(),
            options,
            model,
            "cpu, float32",
            0.5);
    var seen = new RgbImage(ArrayImgs.argbs(WIDTH, HEIGHT), RgbMapping.identity());
    return new AnalyzedPicture(seen, found);
  }
}
