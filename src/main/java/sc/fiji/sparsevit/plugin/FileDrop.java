/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.TransferHandler;

/** Takes files and folders that are dropped from outside. */
final class FileDrop extends TransferHandler {

  private static final long serialVersionUID = 1;

  private final transient Consumer<List<Path>> receiver;

  FileDrop(Consumer<List<Path>> receiver) {
    this.receiver = receiver;
  }

  @Override
  public boolean canImport(TransferSupport support) {
    return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
  }

  @Override
  public boolean importData(TransferSupport support) {
    try {
      var files =
          (List<?>) support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
      var paths = files.stream().map(File.class::cast).map(File::toPath).toList();
      if (!paths.isEmpty()) {
        receiver.accept(paths);
      }
      return !paths.isEmpty();
    } catch (UnsupportedFlavorException | IOException e) {
      return false;
    }
  }
}
