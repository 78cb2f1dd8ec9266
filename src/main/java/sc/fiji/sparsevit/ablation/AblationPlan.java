/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.ablation;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.training.SampleSize;
import sc.fiji.sparsevit.training.TrainingOptions;
import sc.fiji.sparsevit.training.TrainingPlan;
import sc.fiji.sparsevit.training.TrainingPreset;

/**
 * Everything that a person decides about an ablation.
 *
 * @param configs names of configurations; each is trained once per seed
 * @param preset the way to train
 * @param photos folders of photographs that forgeries are made from; may be empty
 * @param data data sets to learn from; may be empty
 * @param photoShare where there are both, the share of samples made from photographs, 0-1
 * @param options of every run's optimization, whose seed is replaced
 * @param seeds of samples and starting weights; the same for every configuration
 * @param size of a sample
 * @param sets data sets to measure on; never trained on
 * @param limit how many forged and how many authentic images of each set at most; 0 for all
 * @param localization mode, threshold and minimum area of the measurement
 * @param device to train and to measure on
 * @param output folder of all runs and of the tables
 */
public record AblationPlan(
    List<String> configs,
    TrainingPreset preset,
    List<Path> photos,
    List<Path> data,
    double photoShare,
    TrainingOptions options,
    List<Long> seeds,
    SampleSize size,
    List<Path> sets,
    int limit,
    LocalizationOptions localization,
    DeviceChoice device,
    Path output) {

  public AblationPlan {
    configs = List.copyOf(new LinkedHashSet<>(configs));
    seeds = List.copyOf(new LinkedHashSet<>(seeds));
    sets = List.copyOf(sets);
    configs.forEach(SparseVitConfig::named);
    if (configs.isEmpty() || seeds.isEmpty() || sets.isEmpty()) {
      throw new IllegalArgumentException(
          "an ablation needs a configuration, a seed and a data set to measure on");
    }
    long names = sets.stream().map(AblationPlan::name).distinct().count();
    if (names < sets.size()) {
      throw new IllegalArgumentException(
          "two data sets to measure on have the same name; rename a folder: " + sets);
    }
  }

  /** What a set is called in tables. */
  static String name(Path set) {
    return set.toAbsolutePath().normalize().getFileName().toString();
  }

  Path folder(String config, long seed) {
    return output.resolve(config).resolve("seed-" + seed);
  }

  /** Starts from nothing, measures nothing on the way: every run ends with its last weights. */
  TrainingPlan training(String config, long seed) {
    return new TrainingPlan(
        preset,
        photos,
        data,
        photoShare,
        Optional.empty(),
        TrainingPlan.NOTHING,
        Optional.of(config),
        size,
        false,
        options.withSeed(seed).withoutValidation(),
        device,
        folder(config, seed));
  }
}
