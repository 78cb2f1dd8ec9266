/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import sc.fiji.sparsevit.batch.OutputFiles;
import sc.fiji.sparsevit.batch.ScreeningOutcome;

/** Results in a folder that all machines share. */
final class SharedResults implements DriverResults {
  /** Network file systems show a new file to other machines some seconds later. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Path folder;

  /** If this process is killed, the next run sweeps it away. */
  private final Path token;

  SharedResults(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    token = this.folder.resolve(".sparsevit-" + UUID.randomUUID() + ".part");
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public Map<String, List<String>> existing(Set<String> stems) {
    return Map.of();
  }

  @Override
  public List<String> shared() throws IOException {
    return List.of(Files.createFile(token).toString());
  }

  @Override
  public List<ScreeningOutcome> gather(List<ScreeningOutcome> outcomes) {
    var end = Instant.now().plus(PATIENCE);
    var gathered = new ArrayList<ScreeningOutcome>();
    for (var outcome : outcomes) {
      while (!isSeen(outcome) && Instant.now().isBefore(end)) {
        pause();
      }
      gathered.add(
          isSeen(outcome)
              ? outcome
              : outcome.lost(
                  "has results that are not in "
                      + folder
                      + "; a worker has a folder of its own there, instead of the shared one"));
    }
    return gathered;
  }

  private boolean isSeen(ScreeningOutcome outcome) {
    return outcome.pictures().stream()
        .allMatch(picture -> Files.exists(new OutputFiles(folder, picture.stem()).record()));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void publish() {
    // It is where everybody sees it.
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(token);
  }
}
