/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.event.EventService;
import org.scijava.log.LogService;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleRunner;

class LastWordTest {

  /** What Fiji's search bar runs. */
  public static final class Searched implements Command {
    private boolean fijiToFollow;

    @Override
    public void run() {
      fijiToFollow = LastWord.isFijiToFollow();
    }
  }

  @Test
  void aRunOfFijisEndsWithFijisSentence() throws ModuleException {
    try (var context = new Context(LogService.class, EventService.class, StatusService.class)) {
      var module = new CommandModule(new CommandInfo(Searched.class));

      new ModuleRunner(context, module, List.of(), List.of()).run();

      assertThat(((Searched) module.getCommand()).fijiToFollow).isTrue();
    }
  }

  @Test
  void aRunFromTheMenuEndsWithTheCommandsOwn() {
    assertThat(LastWord.isFijiToFollow()).isFalse();
  }
}
