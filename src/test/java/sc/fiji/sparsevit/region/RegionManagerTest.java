/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.awt.GraphicsEnvironment;
import org.junit.jupiter.api.Test;

class RegionManagerTest {
  private final FoundRegions found = RegionFinder.find(TestMaps.draw("##.#"), 0.5, 1, null);

  @Test
  void withoutADisplayNothingHappens() {
    assumeTrue(GraphicsEnvironment.isHeadless(), "There is a display.");

    assertThatCode(() -> RegionManager.add(found.regions())).doesNotThrowAnyException();
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
