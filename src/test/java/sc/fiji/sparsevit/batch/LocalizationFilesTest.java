/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import ij.IJ;
import ij.Prefs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.region.MapPosition;
import sc.fiji.sparsevit.report.RecordedInput;
import sc.fiji.sparsevit.report.RunRecord;
import sc.fiji.sparsevit.report.RunRecordJson;

class LocalizationFilesTest {
  private static final RunRecord.Options OPTIONS =
      new RunRecord.Options(
          "native", 0.5, 64, "on", "on", "on", "on", "off", "auto", "float32", false, null);

  @TempDir Path folder;
  private OutputFiles files;
  private RecordedInput input;

  @BeforeEach
  void start() throws IOException {
    var path = folder.resolve("bild.png");
    files = OutputNames.in(folder.resolve("out")).of(path);
    input = RecordedInput.file(path, "ab12", MadeFinding.WIDTH, MadeFinding.HEIGHT, 1);
  }

  /** ImageJ on Windows and macOS, and in Fiji, prefers another order of bytes than in a shell. */
  @Test
  void theFilesHaveTheSameBytesWhateverByteOrderImageJPrefers() throws IOException {
    boolean preferred = Prefs.intelByteOrder;
    try {
      var bytes = new ArrayList<byte[]>();
      for (boolean little : new boolean[] {false, true}) {
        Prefs.intelByteOrder = little;
        LocalizationFiles.write(
            files, input, OPTIONS, List.of(MadeFinding.of(0, 0.75f, MapPosition.WHOLE)));
        bytes.add(Files.readAllBytes(files.probability()));
        assertThat(Prefs.intelByteOrder).isEqualTo(little);
      }
      assertThat(bytes.get(0)).isEqualTo(bytes.get(1));
    } finally {
      Prefs.intelByteOrder = preferred;
    }
  }

  @Test
  void mapAndMaskHoldWhatWasFound() throws IOException {
    var found = MadeFinding.of(0, 0.75f, MapPosition.WHOLE);

    LocalizationFiles.write(files, input, OPTIONS, List.of(found));

    var map = IJ.openImage(files.probability().toString());
    assertThat(map.getBitDepth()).isEqualTo(32);
    assertThat((float[]) map.getProcessor().getPixels())
        .isEqualTo((float[]) found.found().map().getPixels());
    assertThat(map.getDisplayRangeMax()).isEqualTo(1);
    var mask = ImageFile.open(files.mask()).image().getProcessor();
    assertThat((byte[]) mask.getPixels())
        .isEqualTo((byte[]) found.found().regions().mask().getPixels())
        .contains(255);
    var overlay = ImageFile.open(files.overlay()).image();
    assertThat(overlay.getBitDepth()).isEqualTo(24);
    assertThat(overlay.getWidth()).isEqualTo(MadeFinding.WIDTH);
    assertThat(Files.readAllLines(files.regionsCsv())).hasSize(2);
    assertThat(entries()).isEqualTo(1);
  }

  @Test
  void theRecordNamesInputModelOptionsAndRegions() throws IOException {
    LocalizationFiles.write(
        files, input, OPTIONS, List.of(MadeFinding.of(0, 0.75f, MapPosition.WHOLE)));

    var json = JsonParser.parseString(Files.readString(files.record())).getAsJsonObject();
    assertThat(json.keySet())
        .containsExactly(
            "software",
            "created",
            "input",
            "model",
            "options",
            "device",
            "pytorch",
            "seconds",
            "score",
            "network_score",
            "pictures",
            "regions",
            "copies",
            "misfits");
    assertThat(json.getAsJsonObject("input").get("sha256").getAsString()).isEqualTo("ab12");
    assertThat(json.getAsJsonObject("input").get("sha256_of").getAsString()).isEqualTo("file");
    assertThat(json.getAsJsonObject("options").get("min_area").getAsInt()).isEqualTo(64);
    assertThat(json.getAsJsonObject("software").get("version").getAsString()).matches("\\d+\\..*");
    assertThat(json.getAsJsonObject("software").get("commit").getAsString()).isNotEmpty();
    assertThat(json.get("pytorch").getAsString()).matches("\\d+\\.\\d+.*");
    assertThat(Instant.parse(json.get("created").getAsString()))
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(json.get("score").getAsDouble()).isEqualTo(0.75);
    var region = json.getAsJsonArray("regions").get(0).getAsJsonObject();
    assertThat(region.get("area").getAsLong()).isEqualTo(100);
    assertThat(region.get("x").getAsInt()).isEqualTo(5);
    assertThat(RunRecordJson.write(RunRecordJson.read(files.record())) + "\n")
        .isEqualTo(Files.readString(files.record()));
  }

  @Test
  void aPartWithSeamsIsInTheRecordAndAmongTheRois() throws IOException {
    var found = MadeFinding.withSeam();

    var record = LocalizationFiles.write(files, input, OPTIONS, List.of(found));

    assertThat(RunRecordJson.read(files.record()).misfits())
        .isEqualTo(record.misfits())
        .singleElement()
        .satisfies(
            misfit -> {
              assertThat(misfit.evidence()).isEqualTo("seams");
              assertThat(misfit.words()).startsWith("seam-1 is a rectangle with straight seams");
              assertThat(misfit.part().name()).isEqualTo("seam-1");
              assertThat(misfit.part().area()).isEqualTo(100);
            });
    try (var zip = new ZipFile(files.regionsZip().toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly("review-001.roi", "seam-1.roi");
    }
  }

  @Test
  void aRegionThatShowsOnlyWithTheContrastTurnedUpSaysSoInTheTable() throws IOException {
    LocalizationFiles.write(files, input, OPTIONS, List.of(MadeFinding.withContrast()));

    assertThat(Files.readAllLines(files.regionsCsv()).get(1)).endsWith(",0.000000,contrast");
  }

  @Test
  void aPictureWithoutAStretchedGroundNamesNone() throws IOException {
    LocalizationFiles.write(
        files, input, OPTIONS, List.of(MadeFinding.of(0, 0.75f, MapPosition.WHOLE)));

    assertThat(Files.readString(files.record())).doesNotContain("stretched", "contrast");
  }

  @Test
  void nothingFoundIsAnEmptyTableAndAnEmptyZip() throws IOException {
    LocalizationFiles.write(
        files, input, OPTIONS, List.of(MadeFinding.of(0, 0.25f, MapPosition.WHOLE)));

    assertThat(entries()).isZero();
    assertThat(Files.readAllLines(files.regionsCsv())).hasSize(1);
    assertThat(RunRecordJson.read(files.record()).regions()).isEmpty();
  }

  @Test
  void aStackIsOneFileOfEachKind() throws IOException {
    LocalizationFiles.write(
        files,
        input,
        OPTIONS,
        List.of(
            MadeFinding.of(0, 0.75f, new MapPosition(0, 0, 1, 0, false)),
            MadeFinding.of(9, 0.875f, new MapPosition(0, 0, 2, 0, false))));

    assertThat(IJ.openImage(files.probability().toString()).getNSlices()).isEqualTo(2);
    assertThat(IJ.openImage(files.maskStack().toString()).getNSlices()).isEqualTo(2);
    assertThat(IJ.openImage(files.overlayStack().toString()).getNSlices()).isEqualTo(2);
    assertThat(files.mask()).doesNotExist();
    var record = RunRecordJson.read(files.record());
    assertThat(record.score()).isEqualTo(0.875);
    assertThat(record.regions()).extracting(region -> region.slice()).containsExactly(1, 2);
    assertThat(entries()).isEqualTo(2);
  }

  @Test
  void resultsFromBeforeAreReplaced() throws IOException {
    LocalizationFiles.write(
        files, input, OPTIONS, List.of(MadeFinding.of(0, 0.75f, MapPosition.WHOLE)));
    var again = OutputNames.in(files.folder()).of(Path.of(input.path()));

    LocalizationFiles.write(
        again, input, OPTIONS, List.of(MadeFinding.of(0, 0.25f, MapPosition.WHOLE)));

    assertThat(again).isEqualTo(files);
    assertThat(RunRecordJson.read(files.record()).score()).isEqualTo(0.25);
  }

  @Test
  void whatCannotBeWrittenWholeIsNotLeftInParts() throws IOException {
    Files.createDirectories(files.regionsZip());
    var obstacle = Files.writeString(files.regionsZip().resolve("obstacle"), "");

    assertThatThrownBy(
            () ->
                LocalizationFiles.write(
                    files, input, OPTIONS, List.of(MadeFinding.of(0, 0.75f, MapPosition.WHOLE))))
        .isInstanceOf(IOException.class);
    Files.delete(obstacle);
    Files.delete(files.regionsZip());
    assertThat(files.folder()).isEmptyDirectory();
  }

  private int entries() throws IOException {
    try (var zip = new ZipFile(files.regionsZip().toFile())) {
      return zip.size();
    }
  }
}
