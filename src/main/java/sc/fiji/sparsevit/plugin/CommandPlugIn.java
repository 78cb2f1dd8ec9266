/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.ImagePlus;
import ij.Macro;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;
import java.awt.GraphicsEnvironment;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleException;

/**
 * The one door for menu and macros, in plain ImageJ and in Fiji: {@code plugins.config} gives it
 * the class of a command, or of a plugin that has nothing to ask. It takes the parameters from a
 * macro, strictly, or from a person, and shows what the command found.
 */
public final class CommandPlugIn implements PlugIn {

  @Override
  public void run(String className) {
    try {
      var type = Class.forName(className);
      if (PlugIn.class.isAssignableFrom(type)) {
        ((PlugIn) type.getDeclaredConstructor().newInstance()).run("");
      } else {
        runCommand(new CommandModule(new CommandInfo(type.asSubclass(Command.class))));
      }
    } catch (ReflectiveOperationException | ModuleException e) {
      ErrorDialog.show("there is no command " + className);
    } catch (IllegalArgumentException | CommandFailure e) {
      ErrorDialog.show(e.getMessage());
    }
  }

  private static void runCommand(CommandModule module) {
    takeActiveImage(module);
    if (asked(module)) {
      MacroOptions.record(CommandParameter.of(module));
      CommandRunner.runAndShow((ForensicCommand) module.getCommand());
    }
  }

  private static void takeActiveImage(CommandModule module) {
    for (var item : module.getInfo().inputs()) {
      if (item.getType() == ImagePlus.class) {
        module.setInput(item.getName(), ActiveImage.require());
      }
    }
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
    boolean nothingToAsk = CommandParameter.of(module).isEmpty();
    return nothingToAsk || !personIsThere() || new CommandDialog(module).show();
  }

  private static boolean personIsThere() {
    return !GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode();
  }
}
