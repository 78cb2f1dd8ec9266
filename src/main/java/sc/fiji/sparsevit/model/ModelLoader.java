/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import sc.fiji.sparsevit.inference.ComputeOptions;

/** Opens models of one architecture. Whatever a file holds, nothing in it is run unasked. */
public interface ModelLoader {

  /**
   * Whether a model is one of this loader's; the first that says so opens it.
   *
   * @param nameOrFile as the user gave it; there may be no such file
   */
  boolean accepts(String nameOrFile);

  /** The files that decide what a model of this loader answers; there may be none. */
  List<Path> files(String nameOrFile);

  /**
   * What a model is, without opening it for computing.
   *
   * @throws IOException when there is no such model or its file cannot be used; the message names
   *     it and the remedy
   */
  ModelIdentity describe(String nameOrFile) throws IOException;

  /**
   * Makes a model ready to compute; the caller closes it.
   *
   * @param warn told, in a sentence, when the device is not the one that was asked for
   * @throws IOException as {@link #describe}, or when PyTorch refuses the network
   */
  OpenModel open(String nameOrFile, ComputeOptions compute, Consumer<String> warn)
      throws IOException;
}
