/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ColorProcessor;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One thing photographed twice by hand, side by side. There is no room for a third. */
record TwoPhotographs(List<Path> things) implements LookAlikeScene.Recipe {
  private static final int LARGE = 1400;

  /** What of the scene is photographed: a hand does not hold the camera still. */
  private static final double SEEN = 0.88;

  @Override
  public String name() {
    return "photographs";
  }

  @Override
  public LookAlikeScene draw(boolean room, Chance chance) throws IOException {
    var file = chance.one(things);
    var thing = PictureIo.read(file);
    if (thing.getWidth() > LARGE) {
      thing =
          (ColorProcessor) thing.resize(LARGE, LARGE * thing.getHeight() / thing.getWidth(), true);
    }
    var scene = PictureIo.crop(thing, chance.between(420, 640), chance.between(300, 480), chance);
    int width = (int) (SEEN * scene.getWidth() / 2);
    int height = (int) (SEEN * scene.getHeight() / 2);
    int gap = chance.half() ? 0 : chance.between(3, 10);
    var image = new ColorProcessor(2 * width + gap, height);
    image.setColor(Color.WHITE);
    image.fill();
    for (int i = 0; i < 2; i++) {
      var photo = Camera.held(chance).photograph(scene, width, height, chance);
      image.insert(photo, i * (width + gap), 0);
    }
    return new LookAlikeScene(image, List.of(), null, Map.of("from", Names.name(file)));
  }
}
