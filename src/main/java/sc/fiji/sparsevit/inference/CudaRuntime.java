/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where CUDA's runtime library lies. DJL asks it how many GPUs there are, and looks for it only
 * where the system keeps libraries; a PyTorch from Python's registry brings its own, elsewhere.
 */
final class CudaRuntime {

  private static final String LIBRARY = "cudart";

  private CudaRuntime() {}

  /** Has to come before DJL looks for it, which it does once. */
  static void letItBeFound() {
    var pytorch = System.getenv("PYTORCH_LIBRARY_PATH");
    if (pytorch != null) {
      folders(pytorch).forEach(folder -> NativeLibrary.addSearchPath(LIBRARY, folder.toString()));
    }
  }

  /**
   * The folders that hold a runtime: PyTorch's own, and those of the packages next to it, {@code
   * nvidia/cuda_runtime/lib} or {@code nvidia/cu13/lib}.
   *
   * @param pytorch folder with PyTorch's libraries, {@code site-packages/torch/lib}
   */
  static List<Path> folders(String pytorch) {
    try {
      var own = Path.of(pytorch).toAbsolutePath().normalize();
      var packages = own.resolve("../../nvidia").normalize();
      return Stream.concat(Stream.of(own), children(packages).map(each -> each.resolve("lib")))
          .filter(CudaRuntime::holdsRuntime)
          .toList();
    } catch (InvalidPathException | UncheckedIOException e) {
      // Whoever loads PyTorch from there says so better.
      return List.of();
    }
  }

  private static boolean holdsRuntime(Path folder) {
    return children(folder)
        .anyMatch(file -> file.getFileName().toString().startsWith("lib" + LIBRARY + ".so"));
  }

  private static Stream<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (var children = Files.list(folder)) {
      return children.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
