/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.gui.GenericDialog;
import java.awt.AWTEvent;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleItem;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;

/** A command's parameters as ImageJ's own dialog, which previews as the user changes a value. */
final class CommandDialog {

  /** Style of a text parameter whose value can be a file's path. */
  static final String FILE = "file";

  /** Style of a text parameter whose value can be a folder's path. */
  static final String DIRECTORY = "directory";

  /** Style of a text parameter whose value is the name of a calibration profile, or nothing. */
  static final String PROFILE = "profile";

  private static final int COLUMNS = 30;

  private final CommandModule module;
  private final List<CommandParameter> parameters;
  private final GenericDialog dialog;

  CommandDialog(CommandModule module) {
    this.module = module;
    parameters = CommandParameter.of(module);
    dialog = new GenericDialog(module.getInfo().getLabel());
    addSubject();
    parameters.forEach(this::add);
    dialog.addHelp(help());
    dialog.addDialogListener(this::changed);
  }

  /** False if the user canceled; the preview is undone then. */
  boolean show() {
    module.preview();
    dialog.showDialog();
    if (dialog.wasCanceled()) {
      module.cancel();
      return false;
    }
    return true;
  }

  /** Which image this is about: several may be open. */
  private void addSubject() {
    if (module.getCommand() instanceof ForensicCommand command && !command.subject().isEmpty()) {
      dialog.addMessage("Image: " + command.subject());
    }
  }

  private void add(CommandParameter parameter) {
    var label = parameter.item().getLabel();
    var value = parameter.value();
    if (!parameter.choices().isEmpty()) {
      dialog.addChoice(label, parameter.choices().toArray(String[]::new), value.toString());
    } else if (!parameter.isNumber()) {
      addText(parameter.item(), value.toString());
    } else if (parameter.maximum() == null) {
      dialog.addNumericField(label, ((Number) value).doubleValue(), parameter.isWhole() ? 0 : 2);
    } else {
      dialog.addSlider(
          label,
          parameter.minimum(),
          parameter.maximum(),
          ((Number) value).doubleValue(),
          parameter.step());
    }
  }

  private void addText(ModuleItem<?> item, String value) {
    switch (item.getWidgetStyle()) {
      case FILE -> dialog.addFileField(item.getLabel(), value, COLUMNS);
      case DIRECTORY -> dialog.addDirectoryField(item.getLabel(), value, COLUMNS);
      case PROFILE ->
          dialog.addChoice(item.getLabel(), ProfileChoice.shown(), ProfileChoice.shown(value));
      default -> dialog.addStringField(item.getLabel(), value, COLUMNS);
    }
  }

  private boolean changed(GenericDialog changed, AWTEvent event) {
    boolean valid = read();
    // ImageJ's last call, once the dialog is closed, has no event.
    if (valid && event != null) {
      module.preview();
    }
    return valid;
  }

  /** Takes the values over; false if one cannot be. */
  private boolean read() {
    try {
      parameters.forEach(parameter -> parameter.set(next(parameter)));
      return true;
    } catch (IllegalArgumentException invalid) {
      return false;
    }
  }

  private String next(CommandParameter parameter) {
    if (!parameter.choices().isEmpty()) {
      return dialog.getNextChoice();
    }
    if (PROFILE.equals(parameter.item().getWidgetStyle())) {
      return ProfileChoice.value(dialog.getNextChoice());
    }
    if (!parameter.isNumber()) {
      return dialog.getNextString();
    }
    double number = dialog.getNextNumber();
    return parameter.isWhole() && number == Math.rint(number)
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /** The built-in page in a browser, this dialog's fields first; where it cannot be, the fields. */
  private String help() {
    var title = module.getInfo().getLabel();
    var fields =
        parameters.stream()
            .map(each -> "<p><b>" + each.item().getLabel() + "</b> " + description(each) + "</p>")
            .collect(Collectors.joining());
    try {
      return HelpPage.address(title, "<h1>" + title + "</h1>" + fields + "<hr>");
    } catch (IOException e) {
      return "<html>" + fields + "</html>";
    }
  }

  private static String description(CommandParameter parameter) {
    var text = parameter.item().getDescription();
    return parameter.name().equals("model") ? text + " " + ModelCatalog.BASE_SOURCE : text;
  }
}
