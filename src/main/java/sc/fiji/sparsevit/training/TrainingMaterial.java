/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import sc.fiji.sparsevit.data.DatasetException;
import sc.fiji.sparsevit.data.ForgeryDatasets;
import sc.fiji.sparsevit.data.LabeledImage;
import sc.fiji.sparsevit.inference.Look;
import sc.fiji.sparsevit.io.SkippedFiles;
import sc.fiji.sparsevit.training.synthesis.ForgerySynthesizer;
import sc.fiji.sparsevit.training.synthesis.library.PhotoLibrary;
import sc.fiji.sparsevit.training.synthesis.options.SynthesisOptions;

/**
 * What a network is trained on, and what it is validated on, which share no image.
 *
 * @param source of the samples
 * @param validation decides which weights are the best
 */
record TrainingMaterial(SampleSource source, Validation validation) {

  private static final int HELD_OUT_ONE_IN = 20;
  private static final int VALIDATION_SAMPLES = 100;

  /** Validation is the same for every run, whatever its seed. */
  private static final long VALIDATION_SEED = 20;

  /**
   * @param skipped told of files that cannot be used, now or when they are met
   * @throws IOException when a folder or data set cannot be used
   */
  static TrainingMaterial open(TrainingPlan plan, SkippedFiles skipped) throws IOException {
    if (plan.photos().isEmpty()) {
      return new TrainingMaterial(
          shown(datasets(plan, skipped), plan), validation(plan, null, skipped));
    }
    var all = PhotoLibrary.open(plan.photos(), skipped);
    var trained = plan.validate().isPresent() ? all : all.where(file -> !isHeldOut(file));
    var library = withData(trained, plan);
    if (library.size() == 0) {
      throw new DatasetException(
          "All photographs ("
              + all.size()
              + ") are held out for validation, and none is left to train on; specify more"
              + " photographs, or a data set for validation.");
    }
    var photos = synthesized(library, plan, plan.options().seed());
    var source =
        plan.data().isEmpty()
            ? photos
            : new MixedSource(
                photos, datasets(plan, skipped), plan.photoShare(), plan.options().seed());
    return new TrainingMaterial(shown(source, plan), validation(plan, all, skipped));
  }

  /** As native mode shows pictures to the network. */
  private static SampleSource shown(SampleSource source, TrainingPlan plan) {
    if (plan.preset().squashes()) {
      return source;
    }
    var stretched = new StretchedSource(source, plan.options().seed());
    return plan.enlarged() ? new EnlargedSource(stretched, plan.options().seed()) : stretched;
  }

  private static Validation validation(TrainingPlan plan, PhotoLibrary photos, SkippedFiles skipped)
      throws IOException {
    if (plan.options().validateEvery() == 0) {
      return (network, manager) -> {
        throw new IllegalStateException("this run has no validation");
      };
    }
    if (plan.validate().isPresent()) {
      var images = new ArrayList<LabeledImage>();
      sets(plan.validate().get(), skipped).forEach(images::addAll);
      return new DatasetValidation(
          images,
          plan.preset().squashes(),
          plan.enlarged() ? Look.ENLARGED : Look.AS_IT_IS,
          skipped);
    }
    var heldOut = photos == null ? null : photos.where(TrainingMaterial::isHeldOut);
    if (heldOut == null || heldOut.size() == 0) {
      throw new DatasetException(
          "There is nothing to validate on: "
              + (photos == null ? "no photograph" : "none of " + photos.size() + " photographs")
              + " is held out; specify a data set that is not used for training.");
    }
    var samples = synthesized(heldOut, plan, VALIDATION_SEED);
    return new SampleValidation(
        plan.enlarged() ? new EnlargedSource(samples, VALIDATION_SEED) : samples,
        VALIDATION_SAMPLES);
  }

  private static SampleSource synthesized(PhotoLibrary library, TrainingPlan plan, long seed) {
    var size = plan.size();
    var synthesizer =
        new ForgerySynthesizer(library, SynthesisOptions.lite(size.height(), size.width()));
    return number -> synthesizer.synthesize(seed, number);
  }

  /**
   * The authentic images of data sets are photographs too, and what was forged can be used again.
   */
  private static PhotoLibrary withData(PhotoLibrary photos, TrainingPlan plan) throws IOException {
    var library = photos;
    for (var location : plan.data()) {
      for (var set : ForgeryDatasets.read(location)) {
        var authentic = new ArrayList<Path>();
        var forged = new HashMap<Path, Path>();
        for (var image : set.images()) {
          image
              .mask()
              .ifPresentOrElse(
                  mask -> forged.put(image.image(), mask), () -> authentic.add(image.image()));
        }
        library = library.with(set.location(), authentic, forged);
      }
    }
    return library;
  }

  private static SampleSource datasets(TrainingPlan plan, SkippedFiles skipped) throws IOException {
    var sets = new ArrayList<List<LabeledImage>>();
    for (var location : plan.data()) {
      for (var set : sets(location, skipped)) {
        sets.addAll(plan.preset().squashes() ? List.of(set) : balanced(set));
      }
    }
    return new DatasetSource(
        sets, plan.preset().augmentation(plan.size()), plan.options().seed(), skipped);
  }

  /** Forged and authentic images apart, so that they are drawn equally often. */
  private static List<List<LabeledImage>> balanced(List<LabeledImage> set) {
    return set.stream().collect(Collectors.partitioningBy(LabeledImage::isForged)).values().stream()
        .filter(images -> !images.isEmpty())
        .toList();
  }

  private static List<List<LabeledImage>> sets(Path location, SkippedFiles skipped)
      throws IOException {
    var sets = new ArrayList<List<LabeledImage>>();
    for (var set : ForgeryDatasets.read(location)) {
      if (set.images().isEmpty()) {
        throw new DatasetException(
            String.format(
                Locale.ROOT,
                "%s: %s %s",
                set.location(),
                set.problems().get(0).input(),
                set.problems().get(0).reason()));
      }
      set.problems().forEach(skipped::add);
      sets.add(set.images());
    }
    return sets;
  }

  /** By the name alone, so that a photograph stays on its side wherever it is moved to. */
  static boolean isHeldOut(Path photo) {
    var sum = new CRC32();
    sum.update(photo.getFileName().toString().getBytes(StandardCharsets.UTF_8));
    return sum.getValue() % HELD_OUT_ONE_IN == 0;
  }
}
