/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import java.util.Locale;

/** What can speak for a region for review. */
public enum EvidenceKind {
  /** By itself, it found probabilities above the threshold there, in the picture as it is. */
  NETWORK,
  /** The network found such probabilities only with the contrast of an even ground turned up. */
  CONTRAST,
  /** A part lies there that repeats another one. */
  COPIES,
  /** Something lies there that was not JPEG-compressed as the rest of the picture was. */
  COMPRESSION,
  /** A rectangle lies there that has straight seams on its sides. */
  SEAMS,
  /** What lies there has no grain, though what is as bright elsewhere has. */
  GRAIN;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
