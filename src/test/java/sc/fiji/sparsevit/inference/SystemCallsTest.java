/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.jna.Platform;
import org.junit.jupiter.api.Test;

class SystemCallsTest {

  @Test
  void aSystemWithoutTheFunctionIsNoFailure() {
    assertThatCode(() -> SystemCalls.call(Platform.C_LIBRARY_NAME, "no_such_function", 1, 2))
        .doesNotThrowAnyException();
  }

  @Test
  void aSystemWithoutTheLibraryIsNoFailure() {
    assertThatCode(() -> SystemCalls.call("no_such_library", "setenv", "A", "B", 0))
        .doesNotThrowAnyException();
  }
}
