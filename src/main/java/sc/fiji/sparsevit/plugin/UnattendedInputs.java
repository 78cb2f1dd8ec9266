/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.ImagePlus;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Settles all inputs of our commands before anybody else does: a script runs unattended, what it
 * leaves out has its default, and an image that it leaves out is the active one. Without this, Fiji
 * would ask for what is left out, or take an image that was closed long ago.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.FIRST)
public final class UnattendedInputs extends AbstractPreprocessorPlugin {

  @Override
  public void process(Module module) {
    if (!(module.getDelegateObject() instanceof ForensicCommand command)) {
      return;
    }
    for (var item : module.getInfo().inputs()) {
      if (item.getType() == ImagePlus.class && module.getInput(item.getName()) == null) {
        module.setInput(item.getName(), ActiveImage.onReusedThread());
      }
      module.resolveInput(item.getName());
    }
    command.settle(module);
  }
}
