/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import ij.process.ByteProcessor;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.PanelSearch;
import sc.fiji.sparsevit.figure.Panel;

class PanelChoiceTest {
  private final ImagePlus image = new ImagePlus("figure", new ByteProcessor(200, 100));
  private RoiManager manager;

  @BeforeEach
  void open() {
    assumeFalse(GraphicsEnvironment.isHeadless());
    manager = RoiManager.getRoiManager();
    manager.reset();
  }

  @AfterEach
  void close() {
    if (manager != null) {
      manager.reset();
      manager.close();
    }
  }

  @Test
  void rectanglesInTheRoiManagerArePanelsInReadingOrder() {
    add(new Roi(110, 5, 80, 90), "");
    add(new Roi(-10, 5, 110, 90), "");
    add(new OvalRoi(0, 0, 50, 50), "");
    add(new Roi(20, 20, 10, 10), "review-001");
    add(new Roi(40, 20, 10, 10), "seam-1");
    add(new Roi(60, 20, 10, 10), "grain-1");

    var choice = PanelChoice.of("manager", image);

    assertThat(choice.search()).isEqualTo(PanelSearch.OFF);
    assertThat(choice.given())
        .containsExactly(
            new Panel("A", new Rectangle(0, 5, 100, 90)),
            new Panel("B", new Rectangle(110, 5, 80, 90)));
  }

  @Test
  void withoutARectangleThePersonIsToldWhatToDo() {
    add(new Roi(300, 300, 10, 10), "");

    assertThatThrownBy(() -> PanelChoice.of("manager", image))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("draw one around each panel");
  }

  @Test
  void rectanglesThatOverlapAreNoPanels() {
    add(new Roi(0, 0, 60, 60), "");
    add(new Roi(50, 50, 60, 50), "");

    assertThatThrownBy(() -> PanelChoice.of("manager", image)).hasMessageContaining("overlaps");
  }

  @Test
  void anotherValueIsNamedWithTheChoices() {
    assertThatThrownBy(() -> PanelChoice.of("grid", image))
        .hasMessage("panels is \"off\", \"auto\", or \"manager\", not \"grid\"");
  }

  private void add(Roi roi, String name) {
    if (!name.isEmpty()) {
      roi.setName(name);
    }
    manager.add(roi, -1);
  }
}
