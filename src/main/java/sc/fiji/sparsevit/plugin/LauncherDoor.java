/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.ImagePlus;
import java.awt.GraphicsEnvironment;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.scijava.Priority;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.run.AbstractCodeRunner;
import org.scijava.run.CodeRunner;

/**
 * The door of Fiji's launcher: {@code --run "SparseViT Screen Folder" "input='...',output='...'"}.
 * It is as strict as a macro, and tells what went wrong in a sentence on the error stream.
 */
@Plugin(type = CodeRunner.class, priority = Priority.HIGH)
public final class LauncherDoor extends AbstractCodeRunner {

  @Parameter private CommandService commands;
  @Parameter private ModuleService modules;
  @Parameter private ConvertService converter;

  @Override
  public boolean supports(Object code) {
    return code instanceof String name && info(name) != null;
  }

  @Override
  public void run(Object code, Object... inputs) {
    var map = new HashMap<String, Object>();
    for (int i = 0; i + 1 < inputs.length; i += 2) {
      map.put(String.valueOf(inputs[i]), inputs[i + 1]);
    }
    run(code, map);
  }

  @Override
  public void run(Object code, Map<String, Object> inputs) {
    var module = modules.createModule(info((String) code));
    try {
      inputs.forEach((name, value) -> set(module, name, value));
      new UnattendedInputs().process(module);
      CommandRunner.runAndShow((ForensicCommand) module.getDelegateObject());
    } catch (IllegalArgumentException | CommandFailure e) {
      System.err.println(CommandRunner.NAME + ": " + e.getMessage());
      if (!GraphicsEnvironment.isHeadless()) {
        ErrorDialog.show(e.getMessage());
      }
    }
  }

  /** By its class or by the title that its menu item has. */
  private CommandInfo info(String name) {
    return commands.getCommands().stream()
        .filter(info -> info.getDelegateClassName().startsWith(getClass().getPackageName() + "."))
        .filter(info -> name.equals(info.getLabel()) || name.equals(info.getDelegateClassName()))
        .findFirst()
        .orElse(null);
  }

  private void set(Module module, String name, Object value) {
    var item = module.getInfo().getInput(name);
    if (item == null) {
      var known =
          CommandParameter.of(module).stream()
              .map(CommandParameter::name)
              .collect(Collectors.joining(", "));
      throw new IllegalArgumentException(
          "there is no option \"" + name + "\"; the options are " + known);
    }
    if (item.getType() == ImagePlus.class) {
      module.setInput(name, image(name, value));
    } else {
      module.setInput(name, item.getType() == String.class ? String.valueOf(value) : value);
    }
  }

  /** In Fiji that is the title of an open image, or a file. */
  private ImagePlus image(String name, Object value) {
    var image = converter.convert(value, ImagePlus.class);
    if (image == null) {
      throw new IllegalArgumentException(name + " must be an image, not \"" + value + "\"");
    }
    return image;
  }
}
