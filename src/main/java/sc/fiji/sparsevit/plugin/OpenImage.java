/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sc.fiji.sparsevit.batch.OutputFiles;
import sc.fiji.sparsevit.batch.OutputNames;
import sc.fiji.sparsevit.image.Fingerprint;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.io.FailureText;
import sc.fiji.sparsevit.io.Sha256;
import sc.fiji.sparsevit.report.RecordedInput;

/**
 * An image in ImageJ as the input of a run record: the file that it was opened from if that still
 * shows the same pixels, else the pixels.
 *
 * @param input for the record
 * @param file as it is on the disk; empty if the pixels are in none
 */
record OpenImage(RecordedInput input, Optional<Path> file) {

  /**
   * @param positions the pictures that were analyzed
   * @param seen those pictures
   */
  static OpenImage of(ImagePlus image, List<StackPosition> positions, List<RgbImage> seen)
      throws IOException {
    int pictures = StackPosition.all(image).size();
    var fingerprints = seen.stream().map(Fingerprint::of).toList();
    var file = file(image).filter(path -> shows(path, positions, fingerprints));
    if (file.isPresent()) {
      var sha256 = Sha256.of(file.get());
      var input =
          RecordedInput.file(file.get(), sha256, image.getWidth(), image.getHeight(), pictures);
      return new OpenImage(input, file);
    }
    // Of several pictures, the hash of their hashes.
    var sha256 =
        fingerprints.size() == 1 ? fingerprints.get(0) : Sha256.of(String.join("\n", fingerprints));
    var input =
        RecordedInput.pixels(
            image.getTitle(), sha256, image.getWidth(), image.getHeight(), pictures);
    return new OpenImage(input, file);
  }

  /** Names for this image's results; those of the same input from before are used again. */
  OutputFiles names(OutputNames names) {
    return file.map(names::of).orElseGet(() -> names.of(stem(input.name()), input::equals));
  }

  /**
   * What is to be known of the file that an image was opened from, whatever has been done to the
   * image since: sentences without an end.
   */
  static List<String> notes(ImagePlus image) {
    var file = file(image);
    try {
      return file.isEmpty() ? List.of() : ImageFile.notes(file.get());
    } catch (IOException e) {
      return List.of(FailureText.sentence(e));
    }
  }

  private static Optional<Path> file(ImagePlus image) {
    return Optional.ofNullable(image.getOriginalFileInfo())
        .filter(info -> info.directory != null && info.fileName != null)
        .map(info -> Path.of(info.directory, info.fileName))
        .filter(Files::isRegularFile);
  }

  private static boolean shows(Path file, List<StackPosition> positions, List<String> expected) {
    try {
      var image = ImageFile.open(file);
      if (image.image().getStackSize() < positions.size()) {
        return false;
      }
      for (int i = 0; i < expected.size(); i++) {
        if (!Fingerprint.of(image.rgb(positions.get(i))).equals(expected.get(i))) {
          return false;
        }
      }
      return true;
    } catch (IOException | IllegalArgumentException notThese) {
      return false;
    }
  }

  /** A title is any text; a file's name is not. */
  private static String stem(String title) {
    int dot = title.lastIndexOf('.');
    var stem = dot > 0 ? title.substring(0, dot) : title;
    var name = stem.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_").strip();
    return name.isEmpty() ? "image" : name;
  }
}
