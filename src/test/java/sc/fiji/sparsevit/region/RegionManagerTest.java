/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.plugin.OtherJvm;

class RegionManagerTest {
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
      RegionManager.add(found.regions());
    }
  }

  @Test
  void regionsComeAfterWhatTheUserHas() {
    assumeFalse(GraphicsEnvironment.isHeadless(), "The ROI Manager needs a display.");
    var manager = RoiManager.getRoiManager();
    try {
      manager.addRoi(new Roi(1, 2, 3, 4));
      int before = manager.getCount();

      RegionManager.add(found.placed(new MapPosition(0, 0, 3, 0, false)).regions());

      assertThat(manager.getCount()).isEqualTo(before + 2);
      assertThat(manager.getName(before)).isEqualTo("review-z3-001");
      assertThat(manager.getRoi(before).getPosition()).isEqualTo(3);
    } finally {
      manager.close();
    }
  }
}
