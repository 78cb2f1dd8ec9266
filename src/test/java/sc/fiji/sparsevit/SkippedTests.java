/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Says which tests were left out and why, for the build counts them only. */
public final class SkippedTests implements TestWatcher {

  @Override
  public void testDisabled(ExtensionContext test, Optional<String> reason) {
    print(test, reason.orElse("no reason is given"));
  }

  @Override
  public void testAborted(ExtensionContext test, Throwable cause) {
    print(test, cause.getMessage());
  }

  private static void print(ExtensionContext test, String reason) {
    System.out.println(
        "Skipped: %s, %s: %s"
            .formatted(test.getRequiredTestClass().getSimpleName(), test.getDisplayName(), reason));
  }
}
