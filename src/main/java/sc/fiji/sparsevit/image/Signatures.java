/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

/** First bytes of files, as text of one character per byte; ? stands for any byte. */
final class Signatures {
  private Signatures() {}

  static boolean match(String signature, byte[] start) {
    if (start.length < signature.length()) {
      return false;
    }
    for (int i = 0; i < signature.length(); i++) {
      char wanted = signature.charAt(i);
      if (wanted != '?' && (start[i] & 0xff) != wanted) {
        return false;
      }
    }
    return true;
  }
}
