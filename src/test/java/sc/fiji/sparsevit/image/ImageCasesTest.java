/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Image files that once came out wrong. */
class ImageCasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tiff_uint32_above_2pow31.tif | 125.55 | 32-bit, channel 1: 0 to 4080000000 as gray |",
        "tiff_tiled_with_imagej_description.tif | 125.55 | 8-bit, channel 1: 0 to 255 as gray |",
        "tiff_float64_with_imagej_description.tif | 125.55 | 32-bit, channel 1: 0 to 1 as gray |",
        "tiff_float64_plain_reference_ok.tif | 125.55 | 32-bit, channel 1: -1 to 2 as gray |",
        "tiff_float32_white_is_zero.tif | 129.45 | 32-bit, channel 1: -255 to 0 as gray |",
        "tiff_imagej_poly2_calibration_two_coefficients.tif | 126.02 | 16-bit, channel 1: 0 to"
            + " 65535 as gray | the calibration of its values was ignored: they are used as stored",
        "jpeg_jfif_plus_adobe_transform0.jpg | 125.90 | 8-bit RGB |",
        "jpeg_without_EOI.jpg | 125.90 | 8-bit RGB | the file's end is missing (a JPEG without its"
            + " end marker); all blocks could be decoded",
        "jpeg_without_EOI_zero_padding.jpg | 125.90 | 8-bit RGB | the file's end is missing (a JPEG"
            + " without its end marker); all blocks could be decoded",
        "jpeg_cmyk.jpg | 108.36 | 8-bit RGB |",
      })
  void theRightPixelsAreRead(String name, double mean, String mapping, String note)
      throws IOException {
    for (var seen : new RgbImage[] {opened(name), firstPage(name)}) {
      assertThat(mean(seen)).isEqualTo(mean, within(0.01));
      assertThat(seen.mapping()).hasToString(mapping);
      assertThat(seen.mapping().notes()).isEqualTo(note == null ? List.of() : List.of(note));
    }
  }

  @ParameterizedTest
  @CsvSource({"tiff_zstd.tif, Zstandard (50000)", "tiff_lzma.tif, LZMA (34925)"})
  void whatIsNotReadIsNamedWithTheRemedy(String name, String compression) {
    assertThatThrownBy(() -> ImageFile.open(CASES.resolve(name)))
        .isInstanceOf(ImageFileException.class)
        .hasMessageEndingWith(
            "' has the compression "
                + compression
                + ", which is not supported; save it with LZW or none");
  }

  private static RgbImage opened(String name) throws IOException {
    return ImageFile.open(CASES.resolve(name)).rgb();
  }

  private static RgbImage firstPage(String name) throws IOException {
    try (var pages = ImagePages.open(CASES.resolve(name))) {
      assertThat(pages.count()).isEqualTo(1);
      return pages.read(0);
    }
  }

  private static double mean(RgbImage image) {
    return Arrays.stream(Pixels.rgb(image))
        .flatMap(rgb -> Arrays.stream(new int[] {rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff}))
        .average()
        .orElseThrow();
  }
}
