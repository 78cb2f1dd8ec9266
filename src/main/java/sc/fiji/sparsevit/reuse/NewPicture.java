/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import java.io.IOException;

/** A picture on its way into an archive. */
public interface NewPicture {

  ArchivedPicture description();

  PictureFeatures features() throws IOException;

  /** A small version of it, as a JPEG file. */
  byte[] thumbnail() throws IOException;

  /** Its gray levels as a PNG file; asked for only if its description says that they are kept. */
  byte[] levels() throws IOException;
}
