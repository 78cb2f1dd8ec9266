/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

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
    // Where it finds no folder for its library, it logs a stack trace and then throws; only the
    // second counts here.
    var log = Logger.getLogger(Native.class.getName());
    var level = log.getLevel();
    log.setLevel(Level.OFF);
    SLEEP.forEach(
        (name, value) -> {
          if (System.getenv(name) == null) {
            set(name, value);
          }
        });
    log.setLevel(level);
  }

  /** Java knows no way to change its own process's environment. */
  private static void set(String name, String value) {
    try {
      if (Platform.isWindows()) {
        Function.getFunction("kernel32", "SetEnvironmentVariableA")
            .invokeInt(new Object[] {name, value});
      } else {
        Function.getFunction(Platform.C_LIBRARY_NAME, "setenv")
            .invokeInt(new Object[] {name, value, 0});
      }
    } catch (LinkageError unknown) {
      // It works without, only slower.
    }
  }
}
