/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import sc.fiji.sparsevit.network.Cost;
import sc.fiji.sparsevit.network.SparseVitConfig;

/** What a configuration costs, part by part and in total. */
final class CostJson {
  private CostJson() {}

  /** Adds the total's figures, and those of the parts. */
  static void add(JsonObject json, SparseVitConfig config, InputSize input) {
    figures(json, Cost.total(config, input.height(), input.width()));
    var parts = new JsonArray();
    for (var cost : Cost.of(config, input.height(), input.width())) {
      var part = new JsonObject();
      part.addProperty("part", cost.part());
      figures(part, cost);
      parts.add(part);
    }
    json.add("parts", parts);
  }

  private static void figures(JsonObject json, Cost cost) {
    json.addProperty("parameters", cost.parameters());
    json.addProperty("multiply_accumulates", cost.products());
    json.addProperty("multiply_accumulates_fvcore", cost.fvcore());
  }
}
