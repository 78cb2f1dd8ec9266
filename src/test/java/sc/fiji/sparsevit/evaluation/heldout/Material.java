/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the sets are made from.
 *
 * @param output the folder for the sets
 * @param textures photographs of one texture each
 * @param things photographs of one thing each
 * @param large photographs that are more than 2,000 pixels wide and high
 * @param most images of a set
 */
record Material(
    Path output,
    Photographs photos,
    FigureSources figures,
    List<Path> textures,
    List<Path> things,
    List<Path> large,
    long seed,
    int most) {
  private static final Set<String> OPTIONS =
      Set.of(
          "--masks",
          "--figures",
          "--unseen",
          "--textures",
          "--things",
          "--large",
          "--seed",
          "--most");

  /** Reads the command line of {@link HeldOutSets}. */
  static Material parse(List<String> arguments) throws IOException {
    var values = values(arguments);
    var first = values.get("");
    if (first.isEmpty()) {
      throw new IOException("Name the folder for the sets, and folders of photographs.");
    }
    var masks = PictureFiles.all(paths(values, "--masks"));
    // The masks may lie in a folder among those of the photographs.
    var photos =
        PictureFiles.heldOut(first.stream().skip(1).map(Path::of).toList()).stream()
            .filter(file -> !masks.contains(file))
            .toList();
    var figures =
        Stream.concat(
                PictureFiles.heldOut(paths(values, "--figures")).stream(),
                PictureFiles.all(paths(values, "--unseen")).stream())
            .toList();
    return new Material(
        Path.of(first.get(0)),
        Photographs.of(photos, masks),
        FigureSources.of(figures),
        PictureFiles.all(paths(values, "--textures")),
        PictureFiles.all(paths(values, "--things")),
        PictureFiles.all(paths(values, "--large")),
        number(values, "--seed", 1),
        (int) number(values, "--most", Integer.MAX_VALUE));
  }

  private static Map<String, List<String>> values(List<String> arguments) throws IOException {
    var values = new LinkedHashMap<String, List<String>>();
    var current = values.computeIfAbsent("", option -> new ArrayList<>());
    for (String argument : arguments) {
      if (OPTIONS.contains(argument)) {
        current = values.computeIfAbsent(argument, option -> new ArrayList<>());
      } else if (argument.startsWith("--")) {
        throw new IOException(argument + " is not an option; there are " + OPTIONS + ".");
      } else {
        current.add(argument);
      }
    }
    return values;
  }

  private static long number(Map<String, List<String>> values, String option, long otherwise) {
    return Long.parseLong(values.getOrDefault(option, List.of(String.valueOf(otherwise))).get(0));
  }

  private static List<Path> paths(Map<String, List<String>> values, String option) {
    return values.getOrDefault(option, List.of()).stream().map(Path::of).toList();
  }
}
