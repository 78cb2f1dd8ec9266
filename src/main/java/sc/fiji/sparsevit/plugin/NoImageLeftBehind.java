/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * After the outputs of one of our commands were shown: in batch mode that leaves the thread, which
 * SciJava uses again, with an image that the next command would take for the active one.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.LAST)
public final class NoImageLeftBehind extends AbstractPostprocessorPlugin {

  @Override
  public void process(Module module) {
    if (module.getDelegateObject() instanceof ForensicCommand) {
      ActiveImage.forget();
    }
  }
}
