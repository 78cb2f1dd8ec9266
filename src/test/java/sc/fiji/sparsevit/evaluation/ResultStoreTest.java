/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultStoreTest {
  private static final Map<String, String> CONDITIONS = Map.of("mode", "native");

  @TempDir Path folder;
  private Path file;
  private final ImageResult first = EvaluationResults.forged("ärger.png", .7f, .2f);
  private final ImageResult second = EvaluationResults.authentic("b.png", .1f, .2f);

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("results.jsonl");
    try (var store = ResultStore.create(file, CONDITIONS)) {
      store.append(first);
      store.append(second);
    }
  }

  @Test
  void resultsComeBackAsTheyWere() throws IOException {
    try (var store = ResultStore.resume(file)) {
      assertThat(store.results().keySet()).containsExactly(first.key(), second.key());
      assertThat(store.results().get(first.key())).usingRecursiveComparison().isEqualTo(first);
      assertThat(store.results().get(second.key()).pixels().auc()).isNaN();
    }
    assertThat(ResultStore.conditions(file)).contains(CONDITIONS);
  }

  @Test
  void wherever_theFileIsCutOff_whatWasWrittenWholeIsKept() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int header = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
    for (int length = header; length < whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      try (var store = ResultStore.resume(file)) {
        if (!store.results().containsKey(first.key())) {
          store.append(first);
        }
        store.append(second);
      }

      assertThat(file).hasBinaryContent(whole);
    }
  }

  @Test
  void aFileOfAnotherKindHasNoConditions() throws IOException {
    assertThat(ResultStore.conditions(folder.resolve("none"))).isEmpty();
    assertThat(ResultStore.conditions(Files.writeString(file, ""))).isEmpty();
    assertThat(ResultStore.conditions(Files.writeString(file, "{\"mode"))).isEmpty();
  }
}
