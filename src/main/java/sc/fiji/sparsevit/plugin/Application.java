/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import ij.ImageJ;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;

/**
 * What a double click on the program by itself starts: ImageJ with this plugin, and the window to
 * drop things on. Files that are given are screened at once.
 */
public final class Application {

  private Application() {}

  public static void main(String[] arguments) {
    if (GraphicsEnvironment.isHeadless()) {
      System.err.println(
          "SparseViT's window needs a display; where there is none, use the command line:"
              + " sparsevit");
      System.exit(1);
    }
    ImageJ.main(new String[0]);
    var inputs = Stream.of(arguments).map(Path::of).toList();
    SwingUtilities.invokeLater(
        () -> {
          var window = new DropWindow();
          window.open();
          if (!inputs.isEmpty()) {
            window.screen(inputs);
          }
        });
    IJ.showStatus("SparseViT: see Plugins > Forensics");
  }
}
