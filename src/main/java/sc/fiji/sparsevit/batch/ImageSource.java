/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.batch.InputPicture.Decoded;
import sc.fiji.sparsevit.image.ImagePages;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.report.ProvenanceReader;

/** An image file: one picture, every page of a TIFF, or every frame of a GIF. */
final class ImageSource implements PictureSource {
  private final Path file;
  private final ImagePages pages;
  private final List<InputPicture> pictures;

  ImageSource(Path file) throws IOException {
    this.file = file;
    this.pages = ImagePages.open(file);
    this.pictures = IntStream.range(0, pages.count()).mapToObj(this::picture).toList();
  }

  private InputPicture picture(int page) {
    boolean alone = pages.count() == 1;
    return new InputPicture(
        alone ? "" : PageNames.page(page + 1),
        alone ? "" : "page " + (page + 1),
        alone ? null : page + 1,
        List.of(),
        () -> pages.pixels(page),
        () -> new Decoded(pages.read(page), ProvenanceReader.read(file)));
  }

  @Override
  public List<InputPicture> pictures() {
    return pictures;
  }

  @Override
  public List<SkippedInput> problems() {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    pages.close();
  }
}
