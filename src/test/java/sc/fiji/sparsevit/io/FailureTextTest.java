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
    var card = new EngineException("CUDA out of memory. Tried to allocate 2 GiB");

    assertThat(FailureText.reason(card)).isEqualTo(FailureText.reason(new OutOfMemoryError()));
  }

  @Test
  void aFaultOfTheProgramSaysWhatToReport() {
    var fault = new NullPointerException("because \"this.map\" is null");

    assertThat(FailureText.reason(fault))
        .contains("NullPointerException", "this.map", "FailureTextTest:", "please report it")
        .doesNotContain("\n");
  }
}
