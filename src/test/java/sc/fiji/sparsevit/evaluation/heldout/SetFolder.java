/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A data set as {@code evaluate --data} reads it: forged images in Tp, their masks in Gt, untouched
 * images in Au; and {@code made.jsonl}, which says of every image how it was made.
 *
 * @param lossless whether what would be saved as JPEG is saved as PNG
 */
record SetFolder(Path folder, boolean lossless) {
  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

  static SetFolder create(Path folder) throws IOException {
    if (Files.exists(folder)) {
      throw new IOException(folder + " exists already; delete it, or name another folder.");
    }
    Files.createDirectories(folder);
    return new SetFolder(folder, false);
  }

  SetFolder withoutLoss() {
    return new SetFolder(folder, true);
  }

  /** As JPEG of quality 75 to 94. */
  void forged(String name, PastedForgery forgery, Chance chance, Map<String, ?> how)
      throws IOException {
    jpeg("Tp", name, forgery.image(), chance, how);
    mask(name, forgery);
  }

  void forgedPng(String name, PastedForgery forgery, Map<String, ?> how) throws IOException {
    png("Tp", name, forgery.image(), how);
    mask(name, forgery);
  }

  /** Half of them as PNG, half as JPEG. */
  void forgedEitherWay(String name, PastedForgery forgery, Chance chance, Map<String, ?> how)
      throws IOException {
    if (chance.half()) {
      forgedPng(name, forgery, how);
    } else {
      forged(name, forgery, chance, how);
    }
  }

  /** As JPEG of quality 75 to 94. */
  void untouched(String name, ColorProcessor image, Chance chance, Map<String, ?> how)
      throws IOException {
    jpeg("Au", name, image, chance, how);
  }

  void untouchedPng(String name, ColorProcessor image, Map<String, ?> how) throws IOException {
    png("Au", name, image, how);
  }

  /** The file as it is. */
  void untouched(String fileName, Path file, Map<String, ?> how) throws IOException {
    Files.copy(file, file("Au", fileName), StandardCopyOption.REPLACE_EXISTING);
    log("Au/" + fileName, how);
  }

  private void jpeg(
      String part, String name, ColorProcessor image, Chance chance, Map<String, ?> how)
      throws IOException {
    if (lossless) {
      png(part, name, image, how);
      return;
    }
    int quality = chance.between(75, 94);
    PictureIo.writeJpeg(image, quality, file(part, name + ".jpg"));
    var said = new LinkedHashMap<String, Object>(how);
    said.put("quality", quality);
    log(part + "/" + name + ".jpg", said);
  }

  private void png(String part, String name, ColorProcessor image, Map<String, ?> how)
      throws IOException {
    PictureIo.writePng(image.getBufferedImage(), file(part, name + ".png"));
    log(part + "/" + name + ".png", how);
  }

  private void mask(String name, PastedForgery forgery) throws IOException {
    PictureIo.writePng(forgery.mask().getBufferedImage(), file("Gt", name + ".png"));
  }

  private Path file(String part, String name) throws IOException {
    return Files.createDirectories(folder.resolve(part)).resolve(name);
  }

  private void log(String image, Map<String, ?> how) throws IOException {
    var line = new LinkedHashMap<String, Object>();
    line.put("image", image);
    line.putAll(new TreeMap<>(how));
    Files.writeString(
        folder.resolve("made.jsonl"),
        JSON.toJson(line) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
