/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import ij.IJ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.reuse.PictureFeatures;

/** A screening in a process of its own is killed at random moments and started again. */
class KilledScreeningTest {
  private static final int KILLS = 20;
  private static final int IMAGES = 40;
  private static final int PDF_IMAGES = 10;

  @TempDir Path temporary;
  private Path inputs;
  private Path results;

  /** The marks of pictures that were done when a process was killed, and when they were written. */
  private final Map<Path, FileTime> done = new HashMap<>();

  @BeforeEach
  void makeInputs() throws IOException {
    inputs = Files.createDirectories(temporary.resolve("in"));
    results = temporary.resolve("out");
    for (int i = 0; i < IMAGES; i++) {
      Samples.png(inputs.resolve("sub" + i % 3 + "/image" + i + ".png"), green(i));
    }
    Samples.pdf(
        inputs.resolve("paper.pdf"),
        1,
        (document, page, index) -> {
          for (int i = 0; i < PDF_IMAGES; i++) {
            page.drawImage(Samples.lossless(document, 20, 20, green(i)), 0, 0);
          }
        });
  }

  private static int green(int i) {
    return 50 + 5 * i;
  }

  @Test
  void killedAtAnyMomentEveryPictureIsDoneOnceAndNoFileIsTorn() throws Exception {
    var moments = new Random(6);
    long untilFirstPicture = killAfterFirstPicture();
    assertThat(done).hasSizeBetween(1, IMAGES);
    for (int kill = 1; kill < KILLS; kill++) {
      var process = start();
      Thread.sleep(moments.nextLong(2 * untilFirstPicture));
      process.destroyForcibly().waitFor();
      noFileIsTorn();
      nothingIsDoneTwice();
    }
    finish();
    noFileIsTorn();
    nothingIsDoneTwice();
    assertThat(done).hasSize(IMAGES + PDF_IMAGES);
    for (int i = 0; i < IMAGES; i++) {
      assertThat(greenestIn("image" + i)).isEqualTo(green(i));
    }
    for (int i = 0; i < PDF_IMAGES; i++) {
      assertThat(greenestIn("paper-p001-i%02d".formatted(i + 1))).isEqualTo(green(i));
    }
    assertThat(Files.readAllLines(results.resolve("summary.csv"))).hasSize(1 + IMAGES + PDF_IMAGES);
    assertThat(finish()).isEqualTo("0");
  }

  private Process start() throws IOException {
    var process = ScreeningProcess.start(List.of(), inputs, results);
    assertThat(process.inputReader().readLine()).isEqualTo("started");
    return process;
  }

  /** Returns how many milliseconds it took, by which the later kills are timed. */
  private long killAfterFirstPicture() throws Exception {
    var process = start();
    long start = System.nanoTime();
    while (done.isEmpty()) {
      Thread.sleep(5);
      nothingIsDoneTwice();
    }
    process.destroyForcibly().waitFor();
    noFileIsTorn();
    nothingIsDoneTwice();
    return (System.nanoTime() - start) / 1_000_000;
  }

  /** Runs to the end; returns how many pictures it localized. */
  private String finish() throws Exception {
    var process = start();
    var lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).isZero();
    return lines.get(lines.size() - 1);
  }

  private void noFileIsTorn() throws IOException {
    try (Stream<Path> files = Files.exists(results) ? Files.walk(results) : Stream.empty()) {
      for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        isWhole(file);
      }
    }
  }

  private static void isWhole(Path file) throws IOException {
    var name = file.getFileName().toString();
    if (name.endsWith(".json")) {
      assertThat(JsonParser.parseString(Files.readString(file)).isJsonObject()).isTrue();
    } else if (name.endsWith(".png")) {
      assertThat(ImageIO.read(file.toFile())).as(name).isNotNull();
    } else if (name.endsWith(".tif")) {
      assertThat(Files.size(file)).isGreaterThan(20 * 20 * Float.BYTES);
    } else if (name.endsWith(".zip")) {
      new ZipFile(file.toFile()).close();
    } else if (name.endsWith(".features")) {
      assertThat(PictureFeatures.read(file).panels()).isNotEmpty();
    } else if (name.endsWith(".html")) {
      assertThat(Files.readString(file)).endsWith("</html>\n");
    } else {
      assertThat(name).matches("lock|.*\\.csv|\\.sparsevit-.*\\.part");
    }
  }

  private void nothingIsDoneTwice() throws IOException {
    var journal = results.resolve(".sparsevit");
    if (!Files.isDirectory(journal)) {
      return;
    }
    try (var marks = Files.newDirectoryStream(journal, "*.done.json")) {
      for (var mark : marks) {
        var time = Files.getLastModifiedTime(mark);
        assertThat(done.getOrDefault(mark, time)).as(mark.toString()).isEqualTo(time);
        done.put(mark, time);
      }
    }
  }

  private long greenestIn(String stem) {
    var map = IJ.openImage(results.resolve(stem + "_probability.tif").toString());
    return Math.round(map.getStatistics().max * 255);
  }
}
