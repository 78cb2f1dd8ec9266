/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.awt.Point;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.TransferHandler;

/** A window to drag files out of, as a file manager's is. */
final class DragSource extends TransferHandler {

  private static final long serialVersionUID = 1;

  private final List<File> files;

  private DragSource(List<File> files) {
    this.files = files;
  }

  /**
   * As a program of its own: the left edge of the screen holds the files that are the arguments.
   */
  public static void main(String[] arguments) {
    SwingUtilities.invokeLater(
        () -> open(new Point(0, 300), Stream.of(arguments).map(File::new).toList()));
  }

  /** On Swing's thread. */
  static JFrame open(Point place, List<File> files) {
    var label = new JLabel("  " + files.get(0).getName() + "  ");
    label.setTransferHandler(new DragSource(files));
    label.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            label.getTransferHandler().exportAsDrag(label, event, COPY);
          }
        });
    var frame = new JFrame("files");
    frame.add(label);
    frame.setSize(200, 80);
    frame.setLocation(place);
    frame.setVisible(true);
    return frame;
  }

  @Override
  public int getSourceActions(JComponent component) {
    return COPY;
  }

  @Override
  protected Transferable createTransferable(JComponent component) {
    return new Transferable() {
      @Override
      public DataFlavor[] getTransferDataFlavors() {
        return new DataFlavor[] {DataFlavor.javaFileListFlavor};
      }

      @Override
      public boolean isDataFlavorSupported(DataFlavor flavor) {
        return flavor.equals(DataFlavor.javaFileListFlavor);
      }

      @Override
      public Object getTransferData(DataFlavor flavor) {
        return files;
      }
    };
  }
}
