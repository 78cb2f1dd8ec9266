/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells by its name which input a file of results belongs to.
 *
 * @param stems that the inputs' results start with
 */
public record ResultNames(Set<String> stems) {
  /** Of the journal's files. */
  private static final Pattern JOURNAL_ENDING = Pattern.compile("\\.[a-z]+\\.[a-z]+|\\.features");

  private static final Pattern PICTURE = Pattern.compile(PageNames.PICTURE);

  public ResultNames {
    stems = Set.copyOf(stems);
  }

  /** The stem of the input, if it is one of these. */
  public Optional<String> stemOf(String fileName) {
    for (int end = fileName.length(); end > 0; end--) {
      var stem = fileName.substring(0, end);
      if (stems.contains(stem) && isOfPicture(fileName.substring(end))) {
        return Optional.of(stem);
      }
    }
    return Optional.empty();
  }

  private static boolean isOfPicture(String rest) {
    var picture = PICTURE.matcher(rest);
    var ending = picture.lookingAt() ? rest.substring(picture.end()) : rest;
    return OutputFiles.ENDINGS.contains(ending) || JOURNAL_ENDING.matcher(ending).matches();
  }
}
