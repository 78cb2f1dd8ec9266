/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.data;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.sparsevit.data.ForgeryDataset.Pairing;
import sc.fiji.sparsevit.io.SkippedInput;

/** Data sets as JSON lists: of images with their masks, or of other data sets. */
final class DatasetList {
  private static final String AUTHENTIC = "Negative";
  private static final String FOLDER = "ManiDataset";
  private static final String LIST = "JsonDataset";
  private static final Type PAIRS = new TypeToken<List<List<String>>>() {}.getType();

  private DatasetList() {}

  static List<ForgeryDataset> read(Path file) throws IOException {
    var entries = entries(file);
    if (entries.stream().noneMatch(e -> e.get(0).equals(FOLDER) || e.get(0).equals(LIST))) {
      return List.of(readPairs(file, entries));
    }
    var sets = new ArrayList<ForgeryDataset>();
    for (var entry : entries) {
      Path member = file.resolveSibling(entry.get(1));
      switch (entry.get(0)) {
        case FOLDER -> sets.add(DatasetFolder.read(member));
        case LIST -> sets.add(readPairs(member, entries(member)));
        default ->
            throw new DatasetException(
                file
                    + " names \""
                    + entry.get(0)
                    + "\" next to data sets of kind "
                    + FOLDER
                    + " and "
                    + LIST
                    + "; a list must contain either images or data sets.");
      }
    }
    return sets;
  }

  private static ForgeryDataset readPairs(Path list, List<List<String>> entries) {
    var images = new ArrayList<LabeledImage>();
    var problems = new ArrayList<SkippedInput>();
    for (var entry : entries) {
      Path image = list.resolveSibling(entry.get(0));
      var labeled =
          entry.get(1).equals(AUTHENTIC)
              ? LabeledImage.authentic(image)
              : LabeledImage.forged(image, list.resolveSibling(entry.get(1)));
      if (!Files.isRegularFile(image)) {
        problems.add(SkippedInput.of(image, "does not exist"));
      } else if (labeled.mask().filter(mask -> !Files.isRegularFile(mask)).isPresent()) {
        problems.add(
            SkippedInput.of(image, "has no mask: " + labeled.mask().get() + " does not exist"));
      } else {
        images.add(labeled);
      }
    }
    return new ForgeryDataset(list, images, problems, Pairing.LIST);
  }

  private static List<List<String>> entries(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new DatasetException(file + " does not exist.");
    }
    try {
      List<List<String>> entries = new Gson().fromJson(Files.readString(file), PAIRS);
      if (entries != null && entries.stream().allMatch(DatasetList::isPair)) {
        return entries;
      }
    } catch (RuntimeException | CharacterCodingException e) {
      // Said below: to the user a list of another shape and no list at all are the same.
    }
    throw new DatasetException(
        file
            + " is not a JSON list of pairs such as"
            + " [[\"image.png\", \"mask.png\"], [\"other.png\", \"Negative\"]].");
  }

  private static boolean isPair(List<String> entry) {
    return entry != null && entry.size() == 2 && !entry.contains(null);
  }
}
