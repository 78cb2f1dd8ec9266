/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import com.sun.jna.Platform;
import java.util.Map;

/**
 * How PyTorch's threads wait for each other. By default, they spin: next to any other work, in
 * ImageJ or out of it, they then take the processor from the very thread that they wait for, and a
 * run takes several times as long.
 */
final class OpenMp {

  /** For GNU's library (Linux), and for Intel's and LLVM's (Windows, macOS). */
  private static final Map<String, String> SLEEP =
      Map.of("OMP_WAIT_POLICY", "PASSIVE", "KMP_BLOCKTIME", "0");

  private OpenMp() {}

  /**
   * Has to come before PyTorch is loaded, for OpenMP reads its environment then, and never again.
   * What the user has set is left alone.
   */
  static void sleepWhileWaiting() {
    SLEEP.forEach(
        (name, value) -> {
          if (System.getenv(name) == null) {
            set(name, value);
          }
        });
  }

  /** Java knows no way to change its own process's environment. */
  private static void set(String name, String value) {
    if (Platform.isWindows()) {
      SystemCalls.call("kernel32", "SetEnvironmentVariableA", name, value);
    } else {
      SystemCalls.call(Platform.C_LIBRARY_NAME, "setenv", name, value, 0);
    }
  }
}
