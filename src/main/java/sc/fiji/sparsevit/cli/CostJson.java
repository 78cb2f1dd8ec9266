/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import sc.fiji.sparsevit.network.Cost;

/** What a network costs, part by part and in total. */
final class CostJson {
  private CostJson() {}

  /** Adds the total's figures, and those of the parts. */
  static void add(JsonObject json, List<Cost> costs) {
    figures(json, Cost.total(costs));
    var parts = new JsonArray();
    for (var cost : costs) {
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
