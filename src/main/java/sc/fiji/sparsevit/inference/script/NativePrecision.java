/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Which short numbers a processor multiplies natively; where it does not say so, none. */
final class NativePrecision {

  private static final Path CPU = Path.of("/proc/cpuinfo");

  /** Instructions without which oneDNN imitates bfloat16, slower than it computes in float32. */
  private static final List<String> MULTIPLIES_BFLOAT16 = List.of("avx512_bf16", "amx_bf16");

  /** The first with units for products of float16: Volta. */
  private static final int TENSOR_CORES = 70;

  /** The first with units for products of bfloat16: Ampere. */
  private static final int BFLOAT16_CORES = 80;

  private NativePrecision() {}

  /** The fastest precision that is native to a device. */
  static ScriptPrecision of(Device device) {
    if (device.isGpu()) {
      return onGpu(capability(device));
    }
    // Other systems than Linux have no such file, and stay with float32.
    return Files.isReadable(CPU) ? onCpu(flags()) : ScriptPrecision.FLOAT32;
  }

  /** The same for training, where gradients are too small for float16. */
  static ScriptPrecision forTraining(Device device) {
    return device.isGpu() ? forTrainingOnGpu(capability(device)) : of(device);
  }

  /** Major and minor version in one number; 0 where CUDA's runtime cannot be asked. */
  private static String capability(Device device) {
    try {
      return CudaUtils.getComputeCapability(device.getDeviceId());
    } catch (EngineException | IllegalStateException unknown) {
      return "0";
    }
  }

  /**
   * @param capability major and minor version in one number, such as 80
   */
  static ScriptPrecision forTrainingOnGpu(String capability) {
    return Integer.parseInt(capability) >= BFLOAT16_CORES
        ? ScriptPrecision.BFLOAT16
        : ScriptPrecision.FLOAT32;
  }

  /**
   * @param flags of the processor, as Linux names them
   */
  static ScriptPrecision onCpu(List<String> flags) {
    return MULTIPLIES_BFLOAT16.stream().anyMatch(flags::contains)
        ? ScriptPrecision.BFLOAT16
        : ScriptPrecision.FLOAT32;
  }

  /**
   * @param capability major and minor version in one number, such as 75
   */
  static ScriptPrecision onGpu(String capability) {
    return Integer.parseInt(capability) >= TENSOR_CORES
        ? ScriptPrecision.FLOAT16
        : ScriptPrecision.FLOAT32;
  }

  private static List<String> flags() {
    try (var lines = Files.lines(CPU, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith("flags"))
          .findFirst()
          .map(line -> Arrays.asList(line.substring(line.indexOf(':') + 1).strip().split(" ")))
          .orElse(List.of());
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }
}
