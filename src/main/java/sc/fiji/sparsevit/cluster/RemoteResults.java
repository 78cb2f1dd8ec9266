/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import sc.fiji.sparsevit.batch.ResultNames;
import sc.fiji.sparsevit.batch.ScreeningOutcome;

/** Results in a folder with an address, which this machine has a stand-in for. */
final class RemoteResults implements DriverResults {
  private final WorkRoom room;
  private final StagedResults staged;
  private final List<String> before;

  RemoteResults(String address, Configuration hadoop) throws IOException {
    room = new WorkRoom();
    try {
      staged = new StagedResults(address, room.folder("results"), hadoop);
      staged.sweep();
      before = staged.list();
      staged.standIn(before);
      staged.fetch(StagedResults::isOfRun);
    } catch (IOException | RuntimeException e) {
      room.close();
      throw e;
    }
  }

  @Override
  public Path folder() {
    return staged.folder();
  }

  @Override
  public Map<String, List<String>> existing(Set<String> stems) {
    var owners = new ResultNames(stems);
    var byStem = new HashMap<String, List<String>>();
    for (var name : before) {
      owners
          .stemOf(name.substring(name.lastIndexOf('/') + 1))
          .ifPresent(stem -> byStem.computeIfAbsent(stem, s -> new ArrayList<>()).add(name));
    }
    return byStem;
  }

  @Override
  public List<String> shared() {
    return List.of();
  }

  @Override
  public List<ScreeningOutcome> gather(List<ScreeningOutcome> outcomes) throws IOException {
    staged.sweep();
    var known = Set.copyOf(before);
    staged.standIn(staged.list().stream().filter(name -> !known.contains(name)).toList());
    staged.fetch(name -> StagedResults.isJournal(name) && !StagedResults.isMark(name));
    return outcomes;
  }

  @Override
  public void publish() throws IOException {
    staged.publish();
  }

  @Override
  public void close() throws IOException {
    room.close();
  }
}
