/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import ij.process.ByteProcessor;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.plugin.OtherJvm;

class RegionManagerTest {
  private static final MapPosition THIRD = new MapPosition(0, 0, 3, 0, false);

  private final ImagePlus gel = new ImagePlus("gel", new ByteProcessor(4, 4));
  private final FoundRegions found = RegionFinder.find(TestMaps.draw("##.#"), 0.5, 1, null);

  /** In a process of its own, for a build may have a display. */
  @Test
  void withoutADisplayNothingHappens(@TempDir Path folder) throws Exception {
    var outcome = OtherJvm.in(folder).run(WithoutDisplay.class);

    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
  }

  static final class WithoutDisplay {
    public static void main(String[] args) {
      System.setProperty("java.awt.headless", "true");
      var found = RegionFinder.find(TestMaps.draw("##.#"), 0.5, 1, null);
      var gel = new ImagePlus("gel", new ByteProcessor(4, 4));
      RegionManager.replace(gel, found.regions(), MapPosition.WHOLE);
    }
  }

  @Test
  void aRerunReplacesThePicturesOwnRegionsAndNothingElse() {
    assumeFalse(GraphicsEnvironment.isHeadless(), "The ROI Manager needs a display.");
    var manager = RoiManager.getRoiManager();
    var other = new ImagePlus("blot", new ByteProcessor(4, 4));
    try {
      manager.reset();
      manager.addRoi(new Roi(1, 2, 3, 4));
      RegionManager.replace(gel, regions(), THIRD);
      RegionManager.replace(other, regions(), THIRD);
      assertThat(manager.getCount()).isEqualTo(5);
      assertThat(manager.getName(1)).isEqualTo("review-z3-001");
      assertThat(manager.getRoi(1).getPosition()).isEqualTo(3);
      manager.rename(2, "a band");

      RegionManager.replace(gel, regions(), THIRD);
      assertThat(names(manager)).hasSize(6).contains("a band");
      RegionManager.replace(gel, List.of(), THIRD);
      assertThat(names(manager)).hasSize(4).contains("a band");
    } finally {
      manager.close();
    }
  }

  /** As in the overlay. */
  @Test
  void aRerunInOneSliceLeavesTheRegionsOfTheOthers() {
    assumeFalse(GraphicsEnvironment.isHeadless(), "The ROI Manager needs a display.");
    var manager = RoiManager.getRoiManager();
    var fourth = new MapPosition(0, 0, 4, 0, false);
    try {
      manager.reset();
      RegionManager.replace(gel, regions(), THIRD);
      RegionManager.replace(gel, found.placed(fourth).regions(), fourth);
      assertThat(manager.getCount()).isEqualTo(4);

      RegionManager.replace(gel, List.of(), fourth);

      assertThat(names(manager)).hasSize(2).allMatch(name -> name.startsWith("review-z3-"));
    } finally {
      manager.close();
    }
  }

  private List<Region> regions() {
    return found.placed(THIRD).regions();
  }

  private static List<String> names(RoiManager manager) {
    return Stream.of(manager.getRoisAsArray()).map(Roi::getName).toList();
  }
}
