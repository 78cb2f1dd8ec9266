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

/** Every model that can be opened, by its name or its file. */
public final class Models {

  /** SparseViT's comes last: it reports what is not a model at all. */
  private static final List<ModelLoader> LOADERS =
      List.of(new TorchScriptLoader(), new SparseVitLoader());

  private Models() {}

  /**
   * What a model is.
   *
   * @throws IOException when there is no such model or its file cannot be used
   */
  public static ModelIdentity describe(String nameOrFile) throws IOException {
    return loader(nameOrFile).describe(nameOrFile);
  }

  /** The files that decide what a model answers: if you keep it open, watch them for changes. */
  public static List<Path> files(String nameOrFile) {
    return loader(nameOrFile).files(nameOrFile);
  }

  /**
   * Makes a model ready to compute; the caller closes it.
   *
   * @param nameOrFile {@code lite}, or a model's file
   * @param warn told, in a sentence, when the device is not the one that was asked for
   * @throws IOException when there is no such model or its file cannot be used
   */
  public static OpenModel open(String nameOrFile, ComputeOptions compute, Consumer<String> warn)
      throws IOException {
    return loader(nameOrFile).open(nameOrFile, compute, warn);
  }

  private static ModelLoader loader(String nameOrFile) {
    return LOADERS.stream().filter(loader -> loader.accepts(nameOrFile)).findFirst().orElseThrow();
  }
}
