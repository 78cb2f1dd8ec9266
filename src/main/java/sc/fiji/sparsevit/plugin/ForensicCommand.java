/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.scijava.Cancelable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.Module;
import org.scijava.plugin.Parameter;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * What all our commands have in common. A command works and keeps what it found as outputs; it
 * shows nothing. Scripts take the outputs; the menu's door has them shown.
 *
 * <p>Fields are the definition of parameters: dialogs, macro strings and the documentation are
 * derived from them. Numbers are declared as {@code Object}: SciJava would hand a {@code double}
 * the value 0 for "abc" and an {@code int} 64 for 64.5, without a word. No value is remembered, so
 * that a macro that leaves one out means the same every time.
 *
 * <p>The annotation of a command never declares a menu: in Fiji the command would take the menu
 * item over from {@code plugins.config}, and with it every macro, which it reads less strictly and
 * with another image.
 */
abstract class ForensicCommand implements Command, Cancelable {

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "Summary",
      description = "One sentence that says what was found.")
  private String summary;

  private final Map<String, Object> settled = new HashMap<>();
  private volatile String cancelReason;

  /**
   * Does the work and keeps its results as outputs.
   *
   * @return what was found, in a sentence
   */
  abstract String work(ProgressListener progress) throws IOException;

  /** Shows the outputs to a person, or leaves them in ImageJ for a macro. */
  void show() {}

  /** The picture that is analyzed, if it is one. */
  String subject() {
    return "";
  }

  /** What is being done, for the status bar. */
  String activity() {
    return subject();
  }

  /**
   * @throws CommandFailure if a parameter is wrong or the work fails
   */
  @Override
  public final void run() {
    CommandRunner.run(this);
  }

  /**
   * Checks every parameter, and makes numbers of those that are numbers.
   *
   * @throws IllegalArgumentException naming the parameter and the value that is wrong
   */
  final void checkParameters() {
    var module = new CommandModule(new CommandInfo(getClass()), this);
    settled.forEach(module::setInput);
    CommandParameter.of(module).forEach(CommandParameter::check);
  }

  /**
   * Keeps the inputs as they are now, whatever is done to them from here on: in Fiji, a script that
   * a macro runs would pass the macro's options on to us.
   */
  final void settle(Module module) {
    for (var item : module.getInfo().inputs()) {
      settled.put(item.getName(), module.getInput(item.getName()));
    }
  }

  final void found(String sentence) {
    summary = sentence;
  }

  final String summary() {
    return summary;
  }

  @Override
  public final boolean isCanceled() {
    return cancelReason != null;
  }

  @Override
  public final void cancel(String reason) {
    cancelReason = reason == null ? "" : reason;
  }

  @Override
  public final String getCancelReason() {
    return cancelReason;
  }
}
