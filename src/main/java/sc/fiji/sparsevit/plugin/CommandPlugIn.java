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
import ij.macro.Interpreter;
import ij.plugin.PlugIn;
import java.awt.GraphicsEnvironment;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleException;

/**
 * The door of plain ImageJ 1.x to a SciJava command: the same parameters under the same names, the
 * same work. {@code plugins.config} gives it the command's class. In Fiji the command itself takes
 * the place of the menu item, for it has the same label.
 */
public final class CommandPlugIn implements PlugIn {

  @Override
  public void run(String command) {
    try {
      var module = module(command);
      if (takesActiveImage(module) && asked(module)) {
        MacroOptions.record(CommandParameter.of(module));
        module.run();
      }
    } catch (IllegalArgumentException e) {
      CommandRunner.fail(e.getMessage());
    }
  }

  private static CommandModule module(String command) {
    try {
      var type = Class.forName(command).asSubclass(Command.class);
      return new CommandModule(new CommandInfo(type));
    } catch (ClassNotFoundException | ModuleException e) {
      throw new IllegalArgumentException("there is no command " + command, e);
    }
  }

  /** False, and the user was told, if the command needs an image and there is none. */
  private static boolean takesActiveImage(CommandModule module) {
    for (var item : module.getInfo().inputs()) {
      if (item.getType() == ImagePlus.class) {
        var image = WindowManager.getCurrentImage();
        if (image == null) {
          IJ.noImage();
          return false;
        }
        module.setInput(item.getName(), image);
      }
    }
    return true;
  }

  /**
   * Values come from a macro if one is running, from a person if there is one; false to end here.
   */
  private static boolean asked(CommandModule module) {
    var options = Macro.getOptions();
    if (options != null) {
      MacroOptions.apply(options, CommandParameter.of(module));
      return true;
    }
    return !personIsThere() || new CommandDialog(module).show();
  }

  private static boolean personIsThere() {
    return !GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode();
  }
}
