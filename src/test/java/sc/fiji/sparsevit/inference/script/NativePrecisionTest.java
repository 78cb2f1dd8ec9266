/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativePrecisionTest {

  @ParameterizedTest
  @CsvSource({
    "fpu avx2 avx512f avx512_bf16, BFLOAT16",
    "avx512f amx_bf16 amx_tile, BFLOAT16",
    "fpu avx2 fma, FLOAT32",
    "avx512f avx512bw avx512vl avx512_vnni, FLOAT32",
    "not_avx512_bf16, FLOAT32",
    "'', FLOAT32",
  })
  void bfloat16IsNativeWhereTheProcessorNamesItsInstructions(
      String flags, ScriptPrecision expected) {
    assertThat(NativePrecision.onCpu(List.of(flags.split(" ")))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"61, FLOAT32", "70, FLOAT16", "75, FLOAT16", "120, FLOAT16"})
  void float16IsNativeFromTensorCoresOn(String capability, ScriptPrecision expected) {
    assertThat(NativePrecision.onGpu(capability)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"61, FLOAT32", "75, FLOAT32", "80, BFLOAT16", "90, BFLOAT16"})
  void trainingOnGpusIsInBfloat16OrNotInShortNumbers(String capability, ScriptPrecision expected) {
    assertThat(NativePrecision.forTrainingOnGpu(capability)).isEqualTo(expected);
  }
}
