/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.model;

import com.google.gson.JsonObject;
import java.util.List;
import sc.fiji.sparsevit.inference.Window;
import sc.fiji.sparsevit.network.Cost;

/** A network of others, as far as its card tells. */
record TorchScriptArchitecture(TorchScriptCard card) implements Architecture {

  @Override
  public String name() {
    return card.name() + " (TorchScript)";
  }

  @Override
  public Window window() {
    return card.window();
  }

  @Override
  public JsonObject toJson() {
    var json = new JsonObject();
    json.add("torchscript", card.json());
    return json;
  }

  /** Nobody counts what an archive holds. */
  @Override
  public List<Cost> cost(int height, int width) {
    return List.of();
  }
}
