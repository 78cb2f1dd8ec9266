/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Point;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Crops of one photographed texture side by side that do not overlap in it. */
record TextureCrops(List<Path> textures) implements LookAlikeScene.Recipe {
  private static final int LEAST_CROPS = 2;
  private static final int MOST_CROPS = 3;

  @Override
  public String name() {
    return "texture";
  }

  @Override
  public LookAlikeScene draw(boolean room, Chance chance) throws IOException {
    var file = chance.one(textures);
    var texture = PictureIo.read(file);
    int crops = room ? MOST_CROPS : chance.between(LEAST_CROPS, MOST_CROPS);
    int slice = texture.getWidth() / crops;
    int width = chance.between(slice * 3 / 4, slice);
    int height = Math.min(texture.getHeight(), chance.between(160, 280));
    int gap = chance.half() ? 0 : chance.between(3, 10);
    var image = new ColorProcessor(crops * width + (crops - 1) * gap, height);
    image.setColor(Color.WHITE);
    image.fill();
    var sisters = new ArrayList<Outline>();
    for (int i = 0; i < crops; i++) {
      int x = i * slice + chance.between(0, slice - width);
      int y = chance.between(0, texture.getHeight() - height);
      image.insert(PictureIo.crop(texture, x, y, width, height), i * (width + gap), 0);
      var shape = Shapes.ofArea(chance.between(0.15, 0.3) * width * height, chance);
      var center = center(i, width, gap, height);
      sisters.add(
          Outline.of(
              AffineTransform.getTranslateInstance(center.x, center.y)
                  .createTransformedShape(shape)));
    }
    var free = center(crops - 1, width, gap, height);
    return new LookAlikeScene(
        image,
        room ? sisters.subList(0, crops - 1) : sisters,
        room ? free : null,
        Map.of("from", Names.name(file), "crops", crops));
  }

  private static Point center(int crop, int width, int gap, int height) {
    return new Point(crop * (width + gap) + width / 2, height / 2);
  }
}
