/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The calibration profiles of a user, by name: one JSON file each in one folder. */
public record CalibrationProfiles(Path folder) {
  private static final String EXTENSION = ".json";

  /** Those in the user's home folder. */
  public static CalibrationProfiles ofUser() {
    return new CalibrationProfiles(
        Path.of(System.getProperty("user.home"), ".sparsevit", "profiles"));
  }

  /**
   * Makes the folder, before anything is measured for it.
   *
   * @return these profiles
   * @throws IOException if nothing can be saved there; the message says what to do
   */
  public CalibrationProfiles created() throws IOException {
    IOException reason = null;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      reason = e;
    }
    if (!Files.isWritable(folder)) {
      throw new IOException(
          "Calibration profiles cannot be saved in "
              + folder
              + "; start Java with -Duser.home=FOLDER, where FOLDER is writable",
          reason);
    }
    return this;
  }

  /**
   * Keeps a profile under its name, in place of an older one of that name.
   *
   * @return its file
   */
  public Path save(CalibrationProfile profile) throws IOException {
    checkName(profile.name());
    Files.createDirectories(folder);
    var file = folder.resolve(profile.name() + EXTENSION);
    profile.write(file);
    return file;
  }

  /**
   * Finds a profile by its name, or reads it from a file.
   *
   * @throws IOException if there is no such profile; the message lists the existing ones
   */
  public CalibrationProfile find(String nameOrFile) throws IOException {
    var named = folder.resolve(nameOrFile + EXTENSION);
    if (Files.isRegularFile(named)) {
      return CalibrationProfile.read(named);
    }
    if (Files.isRegularFile(Path.of(nameOrFile))) {
      return CalibrationProfile.read(Path.of(nameOrFile));
    }
    throw new IOException(
        "There is no calibration profile or file \""
            + nameOrFile
            + "\"; "
            + (names().isEmpty()
                ? "there are no profiles yet, Calibrate makes them."
                : "the profiles are: " + String.join(", ", names()) + "."));
  }

  /** The names of all profiles, sorted. */
  public List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(EXTENSION))
          .map(name -> name.substring(0, name.length() - EXTENSION.length()))
          .sorted()
          .toList();
    }
  }

  /** A name becomes a file name, so it must be one everywhere. */
  static void checkName(String name) {
    if (!name.matches("[\\p{L}\\p{N}_-][\\p{L}\\p{N} ._-]{0,99}")) {
      throw new IllegalArgumentException(
          "a profile's name must have 1 to 100 letters, digits, spaces, dots, - and _, and must not"
              + " begin with a space or dot, unlike \""
              + name
              + "\"");
    }
  }
}
