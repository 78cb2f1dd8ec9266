/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.model;

import com.google.gson.JsonObject;
import java.util.List;
import sc.fiji.sparsevit.checkpoint.ConfigJson;
import sc.fiji.sparsevit.inference.SparseVitWindow;
import sc.fiji.sparsevit.inference.Window;
import sc.fiji.sparsevit.network.Cost;
import sc.fiji.sparsevit.network.SparseVitConfig;

/**
 * SparseViT of some configuration.
 *
 * @param keys of a file of its weights; 0 if there is none
 */
public record SparseVitArchitecture(SparseVitConfig config, int keys) implements Architecture {

  /** Of no weights. */
  public SparseVitArchitecture(SparseVitConfig config) {
    this(config, 0);
  }

  @Override
  public String name() {
    return "SparseViT";
  }

  @Override
  public Window window() {
    return SparseVitWindow.of(config);
  }

  @Override
  public JsonObject toJson() {
    var json = new JsonObject();
    if (keys > 0) {
      json.addProperty("keys", keys);
    }
    json.add("configuration", ConfigJson.toJson(config));
    return json;
  }

  @Override
  public List<Cost> cost(int height, int width) {
    return Cost.of(config, height, width);
  }
}
