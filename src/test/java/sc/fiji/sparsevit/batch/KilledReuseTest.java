/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.io.TemporaryFiles;

/** What a screening that was killed and resumed finds reused, to the last byte. */
class KilledReuseTest {
  private static final int KILLS = 3;
  private static final int OTHERS = 1;

  @TempDir Path temporary;
  private Path inputs;
  private Path results;
  private Path archive;

  @Test
  void killedAtAnyMomentAndResumedItWritesTheSameTablesAsARunInOne() throws Exception {
    makeInputs();
    finish(temporary.resolve("last"), temporary.resolve("last-results"));
    var asItWas = temporary.resolve("archive-as-it-was");
    copyFolder(archive, asItWas);

    long start = System.nanoTime();
    finish(inputs, results);
    long unbroken = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    var json = table("reuse.json");
    var csv = table("reuse.csv");
    // One pair within the screening, one with the archive, and the copy with both.
    assertThat(csv.lines()).hasSizeGreaterThan(3);
    TemporaryFiles.delete(results);
    TemporaryFiles.delete(archive);
    copyFolder(asItWas, archive);

    var moments = new Random(4);
    for (int kill = 0; kill < KILLS; kill++) {
      var process = start(inputs, results);
      process.waitFor(moments.nextLong(unbroken), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
    }
    finish(inputs, results);
    assertThat(table("reuse.json")).isEqualTo(json);
    assertThat(table("reuse.csv")).isEqualTo(csv);

    // As if it was killed after it added to the archive, and before it wrote the tables.
    Files.delete(results.resolve("reuse.json"));
    Files.delete(results.resolve("reuse.csv"));
    finish(inputs, results);
    assertThat(table("reuse.json")).isEqualTo(json);
    assertThat(table("reuse.csv")).isEqualTo(csv);
  }

  /** A picture, its copy and a part of it; the archive gets another that has a part in it. */
  private void makeInputs() throws IOException {
    inputs = Files.createDirectory(temporary.resolve("in"));
    results = temporary.resolve("out");
    archive = temporary.resolve("archive");
    var last = Files.createDirectory(temporary.resolve("last"));
    var picture = ReuseSamples.dots(280, 240, 1);
    var archived = ReuseSamples.dots(280, 240, 2);
    ReuseSamples.save(picture, inputs.resolve("a.png"));
    Files.copy(inputs.resolve("a.png"), inputs.resolve("copy.png"));
    ReuseSamples.save(
        ReuseSamples.figure(
            ReuseSamples.reused(archived, 40, 30, 180, 160),
            ReuseSamples.reused(picture, 60, 60, 190, 160)),
        inputs.resolve("figure.png"));
    for (int i = 0; i < OTHERS; i++) {
      ReuseSamples.save(ReuseSamples.dots(200, 180, 10 + i), inputs.resolve(i + ".png"));
    }
    ReuseSamples.save(archived, last.resolve("archived.png"));
  }

  private Process start(Path from, Path to) throws IOException {
    return ScreeningProcess.start(List.of(), from, to, archive);
  }

  private void finish(Path from, Path to) throws Exception {
    var process = start(from, to);
    var lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).as(lines.toString()).isZero();
  }

  /** All of a table but the time at which it was written, which is there once. */
  private String table(String name) throws IOException {
    var text = Files.readString(results.resolve(name));
    var timeless = text.replaceFirst("(?<=\"finished\": \")[0-9T:Z-]+", "");
    assertThat(timeless).doesNotContainPattern("\\d\\d:\\d\\d:\\d\\d");
    return timeless;
  }

  private static void copyFolder(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
