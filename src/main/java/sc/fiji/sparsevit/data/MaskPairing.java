/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sc.fiji.sparsevit.data.ForgeryDataset.Pairing;
import sc.fiji.sparsevit.io.SkippedInput;

/** Finds the mask of each forged image of a folder. */
record MaskPairing(List<LabeledImage> pairs, List<SkippedInput> problems, Pairing pairing) {
  private static final List<String> MASK_SUFFIXES = List.of("", "_gt", "_mask");
  private static final int NAMES_IN_MESSAGE = 20;

  /**
   * Pairs by stem where the stems match (a mask may end in _gt or _mask), by sorted order where
   * they do not and there are as many masks as images. Where only some stems match, images without
   * a mask and masks without an image become problems.
   *
   * @param folder named in the message
   * @throws DatasetException with both lists, where neither way works
   */
  static MaskPairing of(Path folder, List<Path> images, List<Path> masks) throws DatasetException {
    Map<String, Path> byStem =
        masks.stream()
            .collect(Collectors.toMap(ImageFolder::stem, Function.identity(), (a, b) -> a));
    long matches = images.stream().filter(image -> maskOf(image, byStem).isPresent()).count();
    boolean asMany = images.size() == masks.size();
    // With equal counts, a few equal names among many others are chance.
    if (asMany ? 2 * matches >= images.size() : matches > 0) {
      return byStem(images, masks, byStem);
    }
    if (asMany) {
      var pairs =
          IntStream.range(0, images.size())
              .mapToObj(i -> LabeledImage.forged(images.get(i), masks.get(i)))
              .toList();
      return new MaskPairing(pairs, List.of(), Pairing.SORTED_ORDER);
    }
    throw new DatasetException(
        "The images and masks of "
            + folder
            + " cannot be paired: no names match, and there are different numbers of them. Give"
            + " each mask the name of its image.\n"
            + "Tp: "
            + names(images)
            + "\nGt: "
            + names(masks));
  }

  private static MaskPairing byStem(List<Path> images, List<Path> masks, Map<String, Path> byStem) {
    var pairs = new ArrayList<LabeledImage>();
    var problems = new ArrayList<SkippedInput>();
    var unused = new HashSet<>(masks);
    for (Path image : images) {
      maskOf(image, byStem)
          .ifPresentOrElse(
              mask -> {
                pairs.add(LabeledImage.forged(image, mask));
                unused.remove(mask);
              },
              () -> problems.add(SkippedInput.of(image, "has no mask")));
    }
    unused.stream()
        .sorted()
        .forEach(mask -> problems.add(SkippedInput.of(mask, "is a mask without an image")));
    return new MaskPairing(pairs, problems, Pairing.STEM);
  }

  private static Optional<Path> maskOf(Path image, Map<String, Path> masksByStem) {
    String stem = ImageFolder.stem(image);
    return MASK_SUFFIXES.stream()
        .flatMap(suffix -> Stream.ofNullable(masksByStem.get(stem + suffix)))
        .findFirst();
  }

  private static String names(List<Path> files) {
    String names =
        files.stream()
            .limit(NAMES_IN_MESSAGE)
            .map(file -> file.getFileName().toString())
            .collect(Collectors.joining(", "));
    int more = files.size() - NAMES_IN_MESSAGE;
    return files.size() + " (" + names + (more > 0 ? ", and " + more + " more)" : ")");
  }
}
