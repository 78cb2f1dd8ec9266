/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What people made of the findings of a report, as the report's page saves it and as the next
 * report includes it.
 *
 * @param saved the file's content; null if there is none
 * @param problem why the file beside the report was not included, as a sentence; null if it was
 */
record ReviewFile(JsonObject saved, String problem) {
  private static final String NAME = EvidenceReport.REVIEW_STEM + ".json";

  /**
   * @param folder of the report
   */
  static ReviewFile in(Path folder) {
    try {
      var content = JsonParser.parseString(Files.readString(folder.resolve(NAME)));
      if (content.isJsonObject() && content.getAsJsonObject().get("marks") instanceof JsonObject) {
        return new ReviewFile(content.getAsJsonObject(), null);
      }
    } catch (NoSuchFileException e) {
      return new ReviewFile(null, null);
    } catch (IOException | JsonParseException e) {
      // Said below, whatever is wrong with it.
    }
    return new ReviewFile(
        null, NAME + " is not a saved review, and is not included; save the review again.");
  }
}
