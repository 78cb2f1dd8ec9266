/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.MaskFile;

/** The commands as a shell runs them, on real files and with the embedded model. */
class ShellTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;
  private Path results;

  @BeforeEach
  void start() {
    results = folder.resolve("results");
  }

  @Test
  void aShippedForgeryIsFound() throws IOException {
    var sample = Path.of("sample-images", "splice-shuttle.png");

    assertThat(localize(sample)).isZero();

    assertThat(out.toString()).contains("for review").contains("cpu, float32");
    var found = MaskFile.read(results.resolve("splice-shuttle_mask.png")).forged();
    var forged = MaskFile.read(Path.of("sample-images", "splice-shuttle_mask.png")).forged();
    int both = 0;
    int all = 0;
    for (int i = 0; i < found.length; i++) {
      both += found[i] && forged[i] ? 1 : 0;
      all += forged[i] ? 1 : 0;
    }
    assertThat((double) both / all).as("share of the forged pixels").isGreaterThan(0.4);
    assertThat(
            Stream.of("_probability.tif", "_overlay.png", "_regions.zip", "_regions.csv", ".json")
                .map(ending -> results.resolve("splice-shuttle" + ending)))
        .allSatisfy(file -> assertThat(file).isNotEmptyFile());
  }

  @Test
  void everyFindingIsSaidWithItsEvidenceAndWhereTheResultsAre() throws IOException {
    assertThat(localize(Path.of("sample-images", "copy-move-rocket.png"))).isZero();

    assertThat(out.toString().lines().toList())
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("highest probability 0.9", ", of the network alone 0.")
                    .endsWith(" -> " + results.resolve("copy-move-rocket") + "_*"))
        .anyMatch(
            line -> line.matches("  review-001: evidence: .*copies \\(the network alone: 0.*"))
        .anyMatch(line -> line.startsWith("  copy-1b repeats copy-1a: "));
  }

  @Test
  void pixelsThatAreTooFewForARegionAreCounted() {
    var image = Path.of("sample-images", "splice-shuttle.png").toString();
    assertThat(run("localize", image, "--output", results.toString(), "--min-area", "9999999"))
        .isZero();

    assertThat(out.toString())
        .containsPattern("no region for review: \\d+ pixels are above the threshold, fewer than");
  }

  @Test
  void imagesOfExtremeSizesAndOddNamesWork() throws IOException {
    var tiny = png(folder.resolve("ein Bild mit kleinster Größe.png"), 129, 64).toString();
    var wide = png(folder.resolve("breit.png"), 70000, 64).toString();

    // Native windows along 70,000 pixels would be hundreds.
    assertThat(run("localize", tiny, wide, "--output", results.toString(), "--mode", "paper"))
        .isZero();

    assertThat(ImageFile.open(results.resolve("ein Bild mit kleinster Größe_overlay.png")).image())
        .extracting(ImagePlus::getWidth, ImagePlus::getHeight)
        .containsExactly(129, 64);
    assertThat(IJ.openImage(results.resolve("breit_probability.tif").toString()).getWidth())
        .isEqualTo(70000);
  }

  @ParameterizedTest
  @CsvSource({"500, 1", "300, 63", "128, 128"})
  void aPictureTooSmallToJudgeIsRefusedWithItsSizeAndTheSmallest(int width, int height)
      throws IOException {
    var small = png(folder.resolve("small.png"), width, height);

    assertThat(localize(small)).isEqualTo(1);

    assertThat(err.toString())
        .contains(
            "small.png: is too small to judge: " + width + " x " + height,
            "at least 129 pixels",
            "one 64");
    assertThat(results.resolve("small.json")).doesNotExist();
  }

  @Test
  void anotherProgramsJsonInTheResultsFolderIsLeftAlone() throws IOException {
    Files.createDirectories(results);
    var foreign =
        "{\"version\": \"5.4.1\", \"shapes\": [], \"input\": {\"width\": \"wide\"},"
            + " \"regions\": 3}";
    Files.writeString(results.resolve("gel.json"), foreign);
    var gel = png(folder.resolve("gel.png"), 140, 70);

    assertThat(localize(gel)).isZero();

    assertThat(results.resolve("gel.json")).hasContent(foreign);
    assertThat(results.resolve("gel-2.json")).exists();
  }

  @Test
  void inputsWithOneStemDoNotTakeEachOthersNames() throws IOException {
    var first = png(folder.resolve("gel.png"), 140, 70);
    var second = png(Files.createDirectory(folder.resolve("other")).resolve("gel.png"), 150, 80);

    assertThat(localize(first, second)).isZero();

    assertThat(record("gel").getAsJsonObject("input").get("width").getAsInt()).isEqualTo(140);
    assertThat(record("gel-2").getAsJsonObject("input").get("width").getAsInt()).isEqualTo(150);
  }

  @Test
  void whatAnEarlierRunWroteIsAnalyzedOnlyIfNothingElseIsNamed() throws IOException {
    var image = png(folder.resolve("gel.png"), 140, 70);
    results = folder;
    assertThat(localize(image)).isZero();

    results = folder.resolve("again");
    var mask = folder.resolve("gel_mask.png");
    assertThat(localize(image, mask, folder.resolve("gel.json"))).isZero();
    assertThat(names(results)).allMatch(name -> name.matches("gel[_.](?!mask_).*"));
    assertThat(err.toString()).contains("Passed over: 2 files that SparseViT wrote");

    assertThat(localize(mask)).isZero();
    assertThat(names(results)).contains("gel_mask_overlay.png");
  }

  @Test
  void everyPictureOfAStackIsAnalyzedWhenAsked() {
    var file = folder.resolve("stack.tif");
    IJ.save(IJ.createImage("stack", "8-bit ramp", 160, 64, 3), file.toString());

    assertThat(localize(file)).isZero();
    assertThat(out.toString()).contains("only the first of 3");

    assertThat(run("localize", file.toString(), "--output", results.toString(), "--stack"))
        .isZero();
    assertThat(IJ.openImage(results.resolve("stack_probability.tif").toString()).getStackSize())
        .isEqualTo(3);
    assertThat(results.resolve("stack_mask.tif")).isNotEmptyFile();
    assertThat(results.resolve("stack_mask.png")).doesNotExist();
  }

  @Test
  void anImageThatFailsDoesNotKeepTheOthersFromBeingDone() throws IOException {
    var empty = Files.createFile(folder.resolve("empty.png"));
    var text = Files.writeString(folder.resolve("text.png"), "no image at all");
    var cut = folder.resolve("cut.jpg");
    ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "jpg", cut.toFile());
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 700));
    var blank = folder.resolve("blank.tif");
    IJ.save(notANumber(), blank.toString());
    var good = png(folder.resolve("good.png"), 150, 70);

    assertThat(localize(empty, text, cut, blank, folder.resolve("missing.png"), good)).isEqualTo(1);

    assertThat(err.toString().lines().filter(line -> line.startsWith("Failed:")))
        .hasSize(5)
        .satisfiesExactly(
            line -> assertThat(line).contains("empty.png").contains("is empty"),
            line -> assertThat(line).contains("text.png").contains("is not a PNG"),
            line -> assertThat(line).contains("cut.jpg"),
            line -> assertThat(line).contains("blank.tif").contains("no finite"),
            line -> assertThat(line).contains("missing.png").contains("does not exist"));
    assertThat(names(results)).isNotEmpty().allMatch(name -> name.startsWith("good"));
  }

  @Test
  void anOutputFolderThatCannotBeIsSaidBeforeAnythingIsDone() throws IOException {
    var image = png(folder.resolve("image.png"), 150, 70);
    results = Files.writeString(folder.resolve("file"), "");

    assertThat(localize(image)).isEqualTo(1);

    assertThat(err.toString()).contains(results.toString()).contains("choose a ");
  }

  @Test
  void aModelThatIsNoneIsRefusedInASentence() throws IOException {
    var image = png(folder.resolve("image.png"), 150, 70);
    var zip = folder.resolve("model.pth");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("word/document.xml"));
      out.write("<w/>".getBytes(StandardCharsets.UTF_8));
    }
    var hostile = folder.resolve("hostile.pth");
    try (var out = new ZipOutputStream(Files.newOutputStream(hostile))) {
      out.putNextEntry(new ZipEntry("archive/data.pkl"));
      var marker = folder.resolve("executed");
      out.write(("cos\nsystem\n(S'touch " + marker + "'\ntR.").getBytes(StandardCharsets.UTF_8));
    }

    for (var model : List.of(zip, hostile)) {
      assertThat(
              run(
                  "localize",
                  image.toString(),
                  "--output",
                  results.toString(),
                  "--model",
                  model.toString()))
          .isEqualTo(1);
      assertThat(err.toString().lines()).hasSize(1).allMatch(line -> line.contains(".pth"));
      err.getBuffer().setLength(0);
    }
    assertThat(folder.resolve("executed")).doesNotExist();
    assertThat(names(results)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--threshold=2, --threshold is a probability from 0 to 1",
    "--threshold=NaN, threshold is a probability from 0 to 1",
    "--min-area=-1, --min-area is a number of pixels",
    "--min-area=1.5, not a whole number: 1.5",
    "--threshold=x, not a number: x",
    "'--threshold=0,3', 'not a number: 0,3 (write 0.3)'",
    "--mode=squash, 'mode is \"native\", \"thorough\", or \"paper\", not \"squash\"'",
    "--device=abacus, '\"auto\", \"cpu\", or \"gpu\"'",
    "--precision=float64, '\"float32\" or \"auto\", not \"float64\"'",
    "--color=red, --color",
  })
  void wrongUsageIsSaidInASentenceThatNamesTheValue(String option, String sentence) {
    assertThat(run("localize", "image.png", "--output", results.toString(), option)).isEqualTo(2);

    assertThat(err.toString()).contains(sentence).contains("--help");
    assertThat(results).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localize", "localise image.png --output x"})
  void anIncompleteCommandIsWrongUsage(String line) {
    assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
  }

  @Test
  void theEarlierSpellingOfSynthesizeStillWorksAndIsNotShown() {
    assertThat(run("synthesise", "--help")).isZero();
    assertThat(out.toString()).contains("--photos");
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("synthesize").doesNotContain("  synthesise");
  }

  @Test
  void aCommandThatIsNamedIsMadeWithoutTheOthers() {
    for (var name : Shell.line(new Shell()).getSubcommands().keySet()) {
      if (!name.equals("synthesise")) {
        assertThat(Shell.line(new Shell(), name, "--help").getSubcommands()).containsOnlyKeys(name);
      }
    }
  }

  @Test
  void aCommandThatDoesNotExistIsRefusedWithTheOnesNearest() {
    assertThat(run("localise")).isEqualTo(2);
    assertThat(err.toString()).contains("localize");
  }

  @Test
  void infoDescribesTheModelAsJson() {
    assertThat(run("info")).isZero();

    var info = JsonParser.parseString(out.toString()).getAsJsonObject();
    assertThat(info.get("parameters").getAsLong()).isEqualTo(3_872_913);
    assertThat(info.get("keys").getAsInt()).isPositive();
    assertThat(info.get("sha256").getAsString()).hasSize(64);
    assertThat(info.getAsJsonObject("configuration").get("head").getAsString()).isEqualTo("lff");
  }

  @Test
  void infoOnTheAuthorsModelSaysWhereItIs() {
    assertThat(run("info", "--model", "base")).isEqualTo(1);

    assertThat(err.toString()).contains("license").contains("https://");
  }

  private int localize(Path... images) {
    var files = Arrays.stream(images).map(Path::toString);
    var options = Stream.of("--output", results.toString());
    return run(
        Stream.of(Stream.of("localize"), files, options)
            .flatMap(part -> part)
            .toArray(String[]::new));
  }

  private int run(String... args) {
    return Shell.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private JsonObject record(String stem) throws IOException {
    var text = Files.readString(results.resolve(stem + ".json"));
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static Path png(Path file, int width, int height) throws IOException {
    var image = new ByteProcessor(width, height).getBufferedImage();
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private static ImagePlus notANumber() {
    var pixels = new FloatProcessor(8, 8);
    pixels.add(Double.NaN);
    return new ImagePlus("blank", pixels);
  }
}
