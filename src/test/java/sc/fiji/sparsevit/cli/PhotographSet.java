/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.sparsevit.plugin.TestImages;

/** A small data set of pictures of a photograph. */
record PhotographSet(Path folder) {

  PhotographSet forged(String name) throws IOException {
    save("Tp/" + name, TestImages.forged());
    var mask = new ByteProcessor(256, 128);
    mask.setValue(255);
    mask.fill(TestImages.pasted());
    return save("Gt/" + name, new ImagePlus("", mask));
  }

  PhotographSet authentic(String name) throws IOException {
    return save("Au/" + name, TestImages.authentic());
  }

  private PhotographSet save(String name, ImagePlus image) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    new FileSaver(image).saveAsPng(file.toString());
    return this;
  }
}
