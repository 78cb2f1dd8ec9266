/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import com.google.gson.reflect.TypeToken;
import ij.process.ByteProcessor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import sc.fiji.sparsevit.copies.Luminance;
import sc.fiji.sparsevit.io.WholeFile;
import sc.fiji.sparsevit.report.EvidenceCard;
import sc.fiji.sparsevit.report.EvidenceReport;
import sc.fiji.sparsevit.report.Json;
import sc.fiji.sparsevit.report.ScreenedPicture;
import sc.fiji.sparsevit.reuse.PictureFeatures;

/**
 * What a folder of results remembers of the screening that fills it: which inputs have which names,
 * which pictures are done, and what the report is to show of them. A picture counts as done once
 * its mark is there, which is written after everything else.
 *
 * @param results the folder that the results go to
 */
record Journal(Path results) {
  private static final String FOLDER = ".sparsevit";

  /**
   * What a picture's results depend on.
   *
   * @param input SHA-256 of its file's bytes
   * @param model SHA-256 of the weights
   * @param options for it
   * @param version of this software
   */
  record Key(String input, String model, ScreeningOptions options, String version) {}

  private record Mark(Key key, ScreenedPicture picture) {}

  /** Whether a folder is one that screenings write results to. */
  static boolean isIn(Path folder) {
    return Files.isDirectory(folder.resolve(FOLDER));
  }

  /** Whether a folder is a journal itself. */
  static boolean isFolder(Path folder) {
    return folder.endsWith(FOLDER);
  }

  /** To be called before anything else. */
  void create() throws IOException {
    Files.createDirectories(folder());
  }

  Path lock() {
    return folder().resolve("lock");
  }

  /** The stems of inputs by their paths, from this run and those before. */
  Map<String, String> names() throws IOException {
    var names = read(namesFile(), new TypeToken<TreeMap<String, String>>() {});
    return names.map(Map.class::cast).orElseGet(TreeMap::new);
  }

  void writeNames(Map<String, String> names) throws IOException {
    write(namesFile(), Json.READABLE.toJson(names));
  }

  /** Of the last run into this folder; empty if there was none. */
  Optional<RunSettings> settings() throws IOException {
    return read(settingsFile(), TypeToken.get(RunSettings.class));
  }

  void writeSettings(RunSettings settings) throws IOException {
    write(settingsFile(), Json.READABLE.toJson(settings));
  }

  /**
   * What was found in a picture, if that was under the same key and nothing is missing since.
   *
   * @param compared whether what it is compared with others by is needed, too
   */
  Optional<ScreenedPicture> done(OutputFiles files, Key key, boolean compared) throws IOException {
    return read(mark(files.stem()), TypeToken.get(Mark.class))
        .filter(mark -> key.equals(mark.key()) && mark.picture() != null)
        .filter(mark -> files.complete() && Files.exists(card(files.stem())))
        .filter(mark -> !compared || hasCompared(files.stem()))
        .map(Mark::picture);
  }

  /** From now on until {@link #markDone} the picture counts as not done. */
  void forget(OutputFiles files) throws IOException {
    Files.deleteIfExists(mark(files.stem()));
  }

  void markDone(Key key, ScreenedPicture picture, EvidenceCard card) throws IOException {
    write(card(picture.stem()), EvidenceReport.text(card));
    write(mark(picture.stem()), Json.READABLE.toJson(new Mark(key, picture)));
  }

  /** What the report is to show of a picture. */
  Path card(String stem) {
    return folder().resolve(stem + ".card.json");
  }

  /** What a picture's panels are found again by. */
  Path features(String stem) {
    return folder().resolve(stem + ".features");
  }

  /** A picture's gray levels as a PNG, in which other pictures are held against it. */
  Path gray(String stem) {
    return folder().resolve(stem + ".gray.png");
  }

  private boolean hasCompared(String stem) {
    return Files.exists(features(stem)) && Files.exists(gray(stem));
  }

  /** Writes both; the gray levels last. */
  void writeCompared(String stem, Luminance picture, PictureFeatures features) throws IOException {
    features.write(features(stem));
    WholeFile.write(
        gray(stem),
        part -> {
          try (var out = new BufferedOutputStream(Files.newOutputStream(part))) {
            var gray = new ByteProcessor(picture.width(), picture.height(), picture.levels());
            ImageIO.write(gray.getBufferedImage(), "png", out);
          }
        });
  }

  /** Where files for the time of a run go. */
  Path folder() {
    return results.resolve(FOLDER);
  }

  /** Removes what a run that was killed had begun to write. */
  void sweep() throws IOException {
    WholeFile.removeParts(results);
    WholeFile.removeParts(folder());
  }

  private Path mark(String stem) {
    return folder().resolve(stem + ".done.json");
  }

  private Path namesFile() {
    return folder().resolve("names.json");
  }

  private Path settingsFile() {
    return folder().resolve("settings.json");
  }

  private static void write(Path file, String text) throws IOException {
    WholeFile.write(file, part -> Files.writeString(part, text));
  }

  /** Empty if there is no such file; a damaged one counts as none. */
  private static <T> Optional<T> read(Path file, TypeToken<T> type) throws IOException {
    try (var reader = Files.newBufferedReader(file)) {
      return Optional.ofNullable(Json.READABLE.fromJson(reader, type));
    } catch (NoSuchFileException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
