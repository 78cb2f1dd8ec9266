/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.batch.InputPatterns;
import sc.fiji.sparsevit.batch.PictureLocalizer;
import sc.fiji.sparsevit.batch.Screening;
import sc.fiji.sparsevit.batch.ScreeningOptions;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.io.Sha256;
import sc.fiji.sparsevit.progress.ProgressListener;

/** Spark's own programs want a Unix shell. */
@DisabledOnOs(OS.WINDOWS)
class ClusterBatchTest {
  private static final int IMAGES = 8;
  private static final int PDF_IMAGES = 2;
  private static final int PICTURES = IMAGES + PDF_IMAGES;

  @TempDir static Path temporary;
  private static Path inputs;
  private static Map<String, String> expected;

  @BeforeAll
  static void screenHere() throws IOException {
    inputs = Files.createDirectories(temporary.toRealPath().resolve("in"));
    for (int i = 0; i < IMAGES; i++) {
      var file = inputs.resolve("sub " + i % 2 + "/image" + i + ".png");
      Files.createDirectories(file.getParent());
      ImageIO.write(picture(i), "png", file.toFile());
    }
    Files.writeString(inputs.resolve("broken.png"), "no picture");
    writePdf(inputs.resolve("paper.pdf"));
    var results = temporary.resolve("local");
    var cpu = new ComputeOptions(DeviceChoice.of("cpu"), PrecisionChoice.FLOAT32);
    var options = new ScreeningOptions(ScreeningOptions.defaults().localization(), cpu, 0, null);
    try (var localizer = ManipulationLocalizer.open("lite", cpu, warning -> {})) {
      new Screening(List.of(inputs), InputPatterns.ALL, results, options)
          .run(PictureLocalizer.of(localizer), ProgressListener.NONE, sentence -> {});
    }
    expected = hashes(results);
  }

  private static BufferedImage picture(int seed) {
    var random = new Random(seed);
    var image = new BufferedImage(160, 130, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, (x + y) * 0x010101 / 2 + random.nextInt(x > 80 ? 4 : 90) * 0x010101);
      }
    }
    return image;
  }

  private static void writePdf(Path file) throws IOException {
    try (var document = new PDDocument()) {
      for (int i = 0; i < PDF_IMAGES; i++) {
        var page = new PDPage();
        document.addPage(page);
        try (var stream = new PDPageContentStream(document, page)) {
          stream.drawImage(LosslessFactory.createFromImage(document, picture(100 + i)), 10, 10);
        }
      }
      document.save(file.toFile());
    }
  }

  /** Of every file, without times and the place of the inputs; the report repeats the others. */
  private static Map<String, String> hashes(Path results) throws IOException {
    var hashes = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(results)) {
      for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        var name = results.relativize(file).toString();
        if (!name.endsWith("lock") && !name.equals("report.html")) {
          hashes.put(name, hash(file));
        }
      }
    }
    return hashes;
  }

  private static String hash(Path file) throws IOException {
    if (!file.toString().matches(".*\\.(json|csv)")) {
      return Sha256.of(file);
    }
    var text =
        Files.readString(file)
            .replace("file:" + inputs, inputs.toString())
            .replaceAll("\"(seconds|started|finished|created|kept)\":\\s*[^,}]+", "")
            .replaceAll(",[0-9.E-]+(?=,[0-9a-f]{64},)", "");
    return text;
  }

  private static SparkProcess screen(String master, Object input, Object output)
      throws IOException {
    return SparkProcess.start(
        Files.createTempDirectory(temporary.toRealPath(), "spark"),
        master,
        Stream.of("--input", input, "--output", output, "--device", "cpu")
            .map(Object::toString)
            .toList());
  }

  private static Map<Path, FileTime> marks(Path results) throws IOException {
    var journal = results.resolve(".sparsevit");
    var marks = new TreeMap<Path, FileTime>();
    if (Files.isDirectory(journal)) {
      try (var files = Files.newDirectoryStream(journal, "*.done.json")) {
        for (var file : files) {
          marks.put(file, Files.getLastModifiedTime(file));
        }
      }
    }
    return marks;
  }

  @Test
  void whereAnExecutorIsKilledEveryPictureIsDoneOnceAndAsInALocalRun() throws Exception {
    var results = temporary.resolve("shared");
    var run = screen("local-cluster[2,1,1024]", inputs, results);
    while (marks(results).size() < 2 && run.process().isAlive()) {
      Thread.sleep(20);
    }
    var done = marks(results);
    assertThat(run.executors()).hasSize(2);
    run.executors().get(0).destroyForcibly();
    run.finish(1); // the broken file
    assertThat(hashes(results)).isEqualTo(expected);
    assertThat(marks(results)).hasSize(PICTURES).containsAllEntriesOf(done);
  }

  @Test
  void onAnotherFileSystemResultsAreThoseOfALocalRunAndItResumes() throws Exception {
    var results = temporary.resolve("elsewhere");
    var input = "file:" + inputs;
    var output = "file:" + results.toAbsolutePath();
    assertThat(screen("local[2]", input, output).finish(1))
        .contains("broken.png: is not a PNG", "Images: 10 (0 from an earlier run)");
    assertThat(hashes(results)).isEqualTo(expected);
    var done = marks(results);
    assertThat(done).hasSize(PICTURES);

    Files.delete(results.resolve("image3_mask.png"));
    var list = Files.writeString(inputs.resolveSibling("list.txt"), "# of one folder\nin\n");
    assertThat(screen("local[2]", "file:" + list, output).finish(1))
        .contains("Images: 10 (9 from an earlier run)");
    assertThat(hashes(results)).isEqualTo(expected);
    var again = marks(results);
    assertThat(again.entrySet())
        .filteredOn(mark -> !mark.getValue().equals(done.get(mark.getKey())))
        .singleElement()
        .satisfies(mark -> assertThat(mark.getKey()).hasFileName("image3.done.json"));
  }

  @Test
  void whatWeWroteThereIsPassedOverAndThePicturesBesideItAreNot() throws Exception {
    var mixed = Files.createDirectories(temporary.toRealPath().resolve("mixed"));
    var made = temporary.resolve("local");
    for (var name : List.of("image0.json", "image0_mask.png", "image1_probability.tif")) {
      Files.copy(made.resolve(name), mixed.resolve(name));
    }
    var journal = Files.createDirectory(mixed.resolve(".sparsevit"));
    Files.copy(made.resolve(".sparsevit/names.json"), journal.resolve("names.json"));
    ImageIO.write(picture(0), "png", mixed.resolve("image1_of_mine_mask.png").toFile());

    var results = temporary.toRealPath().resolve("of mixed").toString();
    assertThat(screen("local[1]", "file:" + mixed, results).finish(0))
        .contains("Passed over: 2 files that SparseViT wrote", "Inputs: 1. Images: 1 ");
  }

  @Test
  void anInputThatEndsEveryProcessIsAProblemAndTheOthersAreDone() throws Exception {
    var home = Files.createTempDirectory(temporary.toRealPath(), "spark");
    var picture = inputs.resolve("sub 0/image0.png").toString();
    var results = temporary.toRealPath().resolve("given up").toString();
    var run = SparkProcess.start(home, "local[1,2]", GivenUpTasks.class, List.of(picture, results));
    assertThat(run.finish(0))
        .contains("first: 1 []", "last: 1 []", "deadly: 0 [")
        .contains("ended every process that worked on it", "the end");
  }

  @Test
  void aFolderThatWorkersCannotReachIsNamedBeforeTheWorkBegins() throws Exception {
    assertThat(screen("local[1]", inputs, "nowhere://host/results").finish(1))
        .contains("No FileSystem for scheme \"nowhere\"");
  }
}
