/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import org.scijava.command.Command;

/** Picks the plugin's menu item as plain ImageJ 1.x does for a macro. */
public final class MenuItem {

  private MenuItem() {}

  /**
   * The item that localizes.
   *
   * @param image that is active meanwhile; null for none
   * @return the error that ImageJ reported, or null
   */
  public static String run(ImagePlus image, String options) throws InterruptedException {
    return run(LocalizeCommand.class, image, options);
  }

  static String run(Class<? extends Command> command, ImagePlus image, String options)
      throws InterruptedException {
    WindowManager.setTempCurrentImage(null);
    IJ.getErrorMessage();
    // ImageJ hands a macro's options only to threads of this name.
    var thread =
        new Thread(
            () -> {
              Macro.setOptions(options);
              WindowManager.setTempCurrentImage(image);
              new CommandPlugIn().run(command.getName());
            },
            "Run$_test");
    thread.start();
    thread.join();
    return IJ.getErrorMessage();
  }
}
