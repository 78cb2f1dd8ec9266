/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import org.scijava.plugin.Plugin;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;

/** The languages of scripts, as Fiji has them. */
final class FijiLanguages {
  private FijiLanguages() {}

  @Plugin(type = ScriptLanguage.class, name = "Groovy")
  public static final class Groovy extends AdaptedScriptLanguage {
    public Groovy() {
      super("groovy");
    }
  }

  @Plugin(type = ScriptLanguage.class, name = "Python (Jython)")
  public static final class Jython extends AdaptedScriptLanguage {
    public Jython() {
      super("jython");
    }
  }
}
