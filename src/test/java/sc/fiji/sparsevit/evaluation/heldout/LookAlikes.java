/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;

/** Untouched pictures that hold the same thing twice, each seen on its own. */
record LookAlikes(String name, int size, List<LookAlikeScene.Recipe> recipes)
    implements HeldOutSet {

  @Override
  public void make(int number, Chance chance, SetFolder folder) throws IOException {
    var recipe = recipes.get(number % recipes.size());
    var scene = recipe.draw(false, chance);
    var how = new LinkedHashMap<String, Object>();
    how.put("made", "look-alikes");
    how.put("recipe", recipe.name());
    how.putAll(scene.how());
    folder.untouched(Names.of(number, recipe.name()), scene.image(), chance, how);
  }
}
