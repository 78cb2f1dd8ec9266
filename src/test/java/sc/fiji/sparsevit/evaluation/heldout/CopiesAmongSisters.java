/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import java.awt.Point;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures of genuine look-alikes, and one more that is a copy, slightly scaled or turned. */
record CopiesAmongSisters(String name, int size, List<LookAlikeScene.Recipe> recipes)
    implements HeldOutSet {
  private static final double FEATHER = 0.7;

  @Override
  public void make(int number, Chance chance, SetFolder folder) throws IOException {
    var recipe = recipes.get(number % recipes.size());
    int change = number / recipes.size() % 3;
    var how = new LinkedHashMap<String, Object>();
    var forgery = Attempts.until(recipe.name(), () -> forge(recipe, change, chance, how));
    folder.forged(Names.of(number, recipe.name()), forgery, chance, how);
  }

  private static Optional<PastedForgery> forge(
      LookAlikeScene.Recipe recipe, int change, Chance chance, Map<String, Object> how)
      throws IOException {
    var scene = recipe.draw(true, chance);
    var sister = chance.one(scene.sisters());
    how.clear();
    how.put("made", "copy among look-alikes");
    how.put("recipe", recipe.name());
    how.putAll(scene.how());
    var part = CutPart.cut(scene.image(), sister);
    if (change == 1) {
      double factor = chance.half() ? chance.between(0.9, 0.96) : chance.between(1.04, 1.1);
      how.put("factor", factor);
      part = part.scaled(factor);
    } else if (change == 2) {
      double degrees = chance.between(3.0, 9.0) * (chance.half() ? 1 : -1);
      how.put("degrees", degrees);
      part = part.turned(degrees);
    }
    part = part.feathered(FEATHER);
    var bounds = part.bounds();
    var at = new Point(scene.free().x - bounds.width / 2, scene.free().y - bounds.height / 2);
    how.put("cutAt", new int[] {sister.bounds().x, sister.bounds().y});
    how.put("pastedAt", new int[] {at.x, at.y});
    return Optional.of(part.over(scene.image(), at))
        .filter(forgery -> forgery.showsIn(scene.image()));
  }
}
