/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static sc.fiji.sparsevit.image.TestFiles.chelsea;
import static sc.fiji.sparsevit.image.TestFiles.encode;

import ij.IJ;
import ij.io.FileSaver;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenImageFileTest {

  @TempDir private Path folder;

  @Test
  void missingFileIsNamed() {
    assertRefused(folder.resolve("nowhere.png"), "does not exist");
  }

  @Test
  void folderIsNoImage() {
    assertRefused(folder, "is a folder");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatIsNoFileIsNotWaitedFor() {
    assertRefused(Path.of("/dev/null"), "is not a regular file");
  }

  @Test
  void emptyFileIsNamed() throws IOException {
    assertRefused(write("empty.png", new byte[0]), "is empty");
  }

  @Test
  void aFormatThatIsNotReadIsNamedWithTheRemedy() throws IOException {
    assertRefused(
        write("a.png", "RIFF1234WEBPVP8 ".getBytes()), "is a WebP image", "save it as PNG");
    assertRefused(write("a.psd", "x".getBytes()), "is a Photoshop file", "save it as TIFF");
  }

  @Test
  void textNamedAsAnImageIsRefused() throws IOException {
    assertRefused(write("text.png", "Not a picture.".getBytes()), "is not a PNG, JPEG, TIFF");
  }

  @Test
  void fileWithoutPermissionIsNamed() throws IOException {
    var path = write("secret.png", encode(chelsea(), "png"));
    assumeThat(path.toFile().setReadable(false)).isTrue();
    assumeThat(Files.isReadable(path)).as("a superuser reads everything").isFalse();

    assertRefused(path, "cannot be read");
  }

  @ParameterizedTest
  @CsvSource({
    "jpg, 0.01",
    "jpg, 0.5",
    "jpg, 0.999",
    "png, 0.01",
    "png, 0.5",
    "png, 0.999",
    "gif, 0.1",
    "gif, 0.9",
    "bmp, 0.5",
    "bmp, 0.999",
    "tif, 0.5",
    "tif, 0.999"
  })
  void fileThatIsCutOffIsRefused(String ending, double share) throws IOException {
    byte[] whole = encode(chelsea(), ending);

    assertRefused(
        write("cut." + ending, Arrays.copyOf(whole, (int) (whole.length * share))),
        "get a complete copy");
  }

  @Test
  void cutOffStackOfImageJIsRefused() throws IOException {
    byte[] whole = stackOfImageJ();
    int lastDirectories = 200;

    assertRefused(
        write("cut.tif", Arrays.copyOf(whole, whole.length - lastDirectories)), "is truncated");
  }

  @Test
  void stackOfImageJWithASingleDirectoryIsReadAndItsLengthIsChecked() throws IOException {
    byte[] whole = stackOfImageJ();
    linkDirectoryTo(0, whole);

    var file = ImageFile.open(write("single.tif", whole));

    assertThat(file.image().getStackSize()).isEqualTo(5);
    assertRefused(write("cut.tif", Arrays.copyOf(whole, whole.length / 2)), "is truncated at");
  }

  @Test
  void damagedCodeInAJpegIsRefused() throws IOException {
    byte[] jpeg = encode(chelsea(), "jpg");
    Arrays.fill(jpeg, jpeg.length / 2, jpeg.length / 2 + 200, (byte) 0xfe);

    assertRefused(write("damaged.jpg", jpeg), "damaged");
  }

  @ParameterizedTest
  @ValueSource(ints = {60_000, Integer.MAX_VALUE})
  void pictureTooLargeForAnyArrayIsRefused(int side) throws IOException {
    assertRefused(write("huge.png", declaring(side, side)), "cut it into parts");
  }

  @Test
  void pictureTooLargeForTheMemoryIsRefusedBeforeItIsDecoded() throws IOException {
    assertThatThrownBy(() -> MemoryNeed.check(folder, 1_000_000, 1_000_000, 2))
        .isInstanceOf(ImageFileException.class)
        .hasMessageContaining("-Xmx");
    assertThatCode(() -> MemoryNeed.check(folder, 1_000_000, 2, 3)).doesNotThrowAnyException();
  }

  @Test
  void declaredSizeWithoutItsPixelsIsRefused() throws IOException {
    assertRefused(write("hollow.png", declaring(3000, 2000)), "get a complete copy");
  }

  @Test
  @Timeout(120)
  void tiffWhosePagesGoRoundInACircleIsReadOnce() throws IOException {
    byte[] tiff = encode(chelsea(), "tif");
    assertThat(tiff).startsWith('M', 'M');
    linkDirectoryTo(ByteBuffer.wrap(tiff).getInt(4), tiff);
    var path = write("circle.tif", tiff);

    assertThatCode(() -> openOrRefuse(path)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tif"})
  void randomDamageGivesAPictureOrASentence(String ending) throws IOException {
    assertSurvivesDamage(encode(chelsea().getSubimage(0, 0, 40, 30), ending));
  }

  @Test
  void randomDamageToAStackOfImageJGivesAPictureOrASentence() throws IOException {
    assertSurvivesDamage(stackOfImageJ());
  }

  private void assertSurvivesDamage(byte[] whole) throws IOException {
    var random = new Random(1);
    for (int round = 0; round < 50; round++) {
      byte[] damaged = whole.clone();
      for (int hit = 0; hit < 3; hit++) {
        damaged[8 + random.nextInt(Math.min(damaged.length, 400) - 8)] = (byte) random.nextInt();
      }
      openOrRefuse(write("damaged", damaged));
    }
  }

  private static void openOrRefuse(Path path) throws IOException {
    try {
      ImageFile.open(path).rgb();
    } catch (ImageFileException sentence) {
      assertThat(sentence.getMessage()).startsWith("'" + path + "' ");
    }
  }

  /** Changes where the second directory of a TIFF is to be found. */
  private static void linkDirectoryTo(int next, byte[] tiff) {
    var bytes =
        ByteBuffer.wrap(tiff)
            .order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = bytes.getInt(4);
    bytes.putInt(directory + 2 + 12 * bytes.getShort(directory), next);
  }

  private byte[] stackOfImageJ() throws IOException {
    var path = folder.resolve("stack.tif");
    var image = IJ.createImage("stack", "16-bit ramp", 30, 20, 5);
    new FileSaver(image).saveAsTiffStack(path.toString());
    return Files.readAllBytes(path);
  }

  /** A PNG that does not say how large it is, but this. */
  private static byte[] declaring(int width, int height) throws IOException {
    byte[] png = encode(chelsea(), "png");
    ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
    return png;
  }

  private void assertRefused(Path path, String... reasons) {
    assertThatThrownBy(() -> ImageFile.open(path))
        .isInstanceOf(ImageFileException.class)
        .hasMessageStartingWith("'" + path + "' ")
        .hasMessageContainingAll(reasons);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
