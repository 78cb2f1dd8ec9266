/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CudaRuntimeTest {

  @TempDir private Path packages;

  @ParameterizedTest
  @ValueSource(strings = {"nvidia/cuda_runtime/lib", "nvidia/cu13/lib", "torch/lib"})
  void theRuntimeIsFoundWherePythonsPackagesHaveIt(String place) throws Exception {
    var pytorch = Files.createDirectories(packages.resolve("torch/lib"));
    Files.createDirectories(packages.resolve("nvidia/cublas/lib"));
    var folder = Files.createDirectories(packages.resolve(place));
    Files.createFile(folder.resolve("libcudart.so.13"));

    assertThat(CudaRuntime.folders(pytorch.toString())).containsExactly(folder);
  }

  @Test
  void aFolderThatIsNotThereIsNoFault() {
    assertThat(CudaRuntime.folders(packages.resolve("none").toString())).isEmpty();
  }
}
