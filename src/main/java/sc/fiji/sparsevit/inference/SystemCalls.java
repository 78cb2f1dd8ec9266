/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import com.sun.jna.Function;
import com.sun.jna.Native;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Calls functions of the system that change settings of the process, which Java cannot. Everything
 * works without them, only slower.
 */
final class SystemCalls {

  private SystemCalls() {}

  /** Calls a function that returns a number; nothing happens where there is none of that name. */
  static void call(String library, String function, Object... arguments) {
    // Where it finds no folder for its library, it logs a stack trace and then throws; only the
    // second counts here.
    var log = Logger.getLogger(Native.class.getName());
    var level = log.getLevel();
    log.setLevel(Level.OFF);
    try {
      Function.getFunction(library, function).invokeInt(arguments);
    } catch (LinkageError unknown) {
      // It works without.
    } finally {
      log.setLevel(level);
    }
  }
}
