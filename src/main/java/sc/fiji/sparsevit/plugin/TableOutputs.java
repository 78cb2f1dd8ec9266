/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import java.awt.GraphicsEnvironment;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Shows the table that a script has had made: SciJava shows images and texts, but knows no ImageJ
 * table and would warn of it.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.HIGH)
public final class TableOutputs extends AbstractPostprocessorPlugin {

  @Override
  public void process(Module module) {
    if (!(module.getDelegateObject() instanceof ForensicCommand)) {
      return;
    }
    for (var item : module.getInfo().outputs()) {
      if (item.getValue(module) instanceof ResultsTable table) {
        if (!GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode()) {
          table.show(ResultDisplay.TABLE);
        }
        module.resolveOutput(item.getName());
      }
    }
  }
}
