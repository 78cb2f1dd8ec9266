/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static sc.fiji.sparsevit.image.TestFiles.encode;
import static sc.fiji.sparsevit.image.TestFiles.exif;
import static sc.fiji.sparsevit.image.TestFiles.gray;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExifOrientationTest {

  @TempDir private Path folder;

  /** The stored picture is 1 2 3 above 4 5 6. */
  @ParameterizedTest
  @CsvSource({
    "1, 3, 1 2 3 4 5 6",
    "2, 3, 3 2 1 6 5 4",
    "3, 3, 6 5 4 3 2 1",
    "4, 3, 4 5 6 1 2 3",
    "5, 2, 1 4 2 5 3 6",
    "6, 2, 4 1 5 2 6 3",
    "7, 2, 6 3 5 2 4 1",
    "8, 2, 3 6 2 5 1 4"
  })
  void photographStandsUpright(int orientation, int width, String values) throws IOException {
    var stored = encode(gray(3, 1, 2, 3, 4, 5, 6), "png");
    var path = write("photo.png", TestFiles.withChunk(stored, "eXIf", exif(orientation)));

    var seen = ImageFile.open(path).rgb();

    assertThat(seen.width()).isEqualTo(width);
    assertThat(Arrays.stream(Pixels.rgb(seen)).map(rgb -> rgb & 0xff))
        .containsExactly(
            Arrays.stream(values.split(" ")).map(Integer::valueOf).toArray(Integer[]::new));
    assertThat(seen.mapping().orientation()).isEqualTo(orientation);
  }

  @Test
  void orientationOfAJpegIsAppliedAndRecorded() throws IOException {
    var seen = ImageFile.open(jpeg(exif(6))).rgb();

    assertThat(seen.width()).isEqualTo(300);
    assertThat(seen.height()).isEqualTo(451);
    assertThat(seen.mapping()).hasToString("8-bit RGB; EXIF orientation 6 applied");
  }

  @Test
  void evaluationIgnoresTheOrientation() throws IOException {
    var file = ImageFile.openAsStored(jpeg(exif(6)));

    assertThat(file.rgb().width()).isEqualTo(451);
    assertThat(file.orientation()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, -1})
  void impossibleOrientationIsIgnored(int orientation) throws IOException {
    assertThat(ImageFile.open(jpeg(exif(orientation))).orientation()).isEqualTo(1);
  }

  @Test
  void brokenExifDoesNotHideThePicture() throws IOException {
    byte[] broken = "II*\0\u0008\0\0\0\u00ff\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(ImageFile.open(jpeg(broken)).rgb().width()).isEqualTo(451);
  }

  private Path jpeg(byte[] exif) throws IOException {
    var plain = encode(TestFiles.chelsea(), "jpg");
    return write("photo.jpg", TestFiles.withSegment(plain, 0xe1, "Exif\0\0", exif));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
