/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.io;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTextTest {

  @Test
  void whatOnlyCarriesAFailureIsLeftOut() {
    var sentence = new IOException("the disk is full");

    assertThat(FailureText.sentence(new CompletionException(new UncheckedIOException(sentence))))
        .isEqualTo("the disk is full");
  }

  @Test
  void aMissingFileIsNamedOnce() {
    var missing = new NoSuchFileException("gel.png");

    assertThat(FailureText.sentence(missing)).startsWith("gel.png does not exist");
    assertThat(SkippedInput.of("gel.png", "", missing).reason()).startsWith("does not exist");
  }

  @Test
  void ofPyTorchsStackTracesOnlyTheFirstLineIsSaid() {
    var failure =
        new EngineException("shape '[3]' is invalid\nException raised from view\nframe 1");

    assertThat(FailureText.reason(failure)).isEqualTo("PyTorch failed: shape '[3]' is invalid");
  }

  @Test
  void memoryThatPyTorchLacksIsNamedLikeMemoryThatJavaLacks() {
    var unallocated = new EngineException("DefaultCPUAllocator: can't allocate memory: 9 bytes");

    assertThat(FailureText.reason(unallocated))
        .isEqualTo(FailureText.reason(new OutOfMemoryError()));
    assertThat(FailureText.sentence(unallocated)).startsWith("This needs more memory");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CUDA out of memory. Tried to allocate 2 GiB",
        "CUDA error: out of memory",
        "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"
      })
  void memoryThatACardLacksIsNamedAsTheCards(String message) {
    assertThat(FailureText.sentence(new EngineException(message)))
        .startsWith("This needs more of the GPU's memory")
        .contains("compute on the CPU");
  }

  @Test
  void aFaultOfTheProgramSaysWhatToReport() {
    var fault = new NullPointerException("because \"this.map\" is null");

    assertThat(FailureText.reason(fault))
        .contains("NullPointerException", "this.map", "FailureTextTest:", "please report it")
        .doesNotContain("\n");
  }
}
