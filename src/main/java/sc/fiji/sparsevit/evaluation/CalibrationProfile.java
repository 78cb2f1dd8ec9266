/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.sparsevit.LocalizationMode;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.io.WholeFile;
import sc.fiji.sparsevit.metrics.ConfidenceInterval;
import sc.fiji.sparsevit.report.RunRecord;

/**
 * A threshold with what it was measured to cost on somebody's own authentic images. It holds for
 * one model, one mode and one minimum area.
 *
 * @param name given by its maker
 * @param threshold probability, 0-1
 * @param thresholdInterval its 95 % bootstrap interval
 * @param rate the share that was wanted
 * @param of what it is a share of: {@code images} or {@code pixels}
 * @param measuredRate the share above the threshold on those images, at most the rate
 * @param measuredInterval its 95 % interval: what to expect on other images of this kind
 * @param images how many images it was measured on
 * @param mode {@code native} or {@code paper}
 * @param minArea the minimum area of a region, in pixels
 * @param model name of the model
 * @param modelSha256 of its file
 * @param created when, ISO 8601
 */
public record CalibrationProfile(
    String name,
    double threshold,
    ConfidenceInterval thresholdInterval,
    double rate,
    String of,
    double measuredRate,
    ConfidenceInterval measuredInterval,
    int images,
    String mode,
    int minArea,
    String model,
    String modelSha256,
    String created) {
  private static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .create();

  /**
   * Reads a profile.
   *
   * @throws IOException if the file cannot be read or is not a profile; the message names it
   */
  public static CalibrationProfile read(Path file) throws IOException {
    try {
      var profile = GSON.fromJson(Files.readString(file), CalibrationProfile.class);
      if (profile != null && profile.name != null && profile.modelSha256 != null) {
        profile.localization();
        return profile;
      }
    } catch (CharacterCodingException | RuntimeException e) {
      // Said below, whatever makes it no profile.
    }
    throw new IOException(file + " is not a calibration profile; create one with \"calibrate\".");
  }

  /** Writes the profile as JSON. */
  public void write(Path file) throws IOException {
    WholeFile.write(file, part -> Files.writeString(part, GSON.toJson(this)));
  }

  /** The options that the profile was measured with, and its threshold. */
  public LocalizationOptions localization() {
    return LocalizationOptions.networkAlone()
        .withMode(LocalizationMode.of(mode))
        .withThreshold(threshold)
        .withMinimumArea(minArea);
  }

  /** What a run record states about it. */
  public RunRecord.Profile recorded() {
    return new RunRecord.Profile(name, rate, of, measuredRate, measuredInterval, images);
  }

  /**
   * Makes sure that the profile was measured with a model.
   *
   * @throws IllegalArgumentException if it was another
   */
  public void requireModel(String sha256) {
    if (!modelSha256.equals(sha256)) {
      throw new IllegalArgumentException(
          "The calibration profile \""
              + name
              + "\" belongs to the model "
              + model
              + " ("
              + modelSha256
              + "), not to this one ("
              + sha256
              + "); calibrate this model or choose that one.");
    }
  }
}
