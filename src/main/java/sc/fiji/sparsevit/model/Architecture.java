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

/** What kind of network a model is, for those who describe it and do not run it. */
public interface Architecture {

  /** What people call it: {@code SparseViT}. */
  String name();

  /** What it wants to be shown. */
  Window window();

  /** What {@code info} says about it beyond name, hash and cost. */
  JsonObject toJson();

  /**
   * The cost of one image, part by part; nothing where it is not known.
   *
   * @param height in pixels, a multiple of the window's
   * @param width likewise
   */
  List<Cost> cost(int height, int width);
}
