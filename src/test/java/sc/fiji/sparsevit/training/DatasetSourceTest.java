/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.data.ForgeryDatasets;
import sc.fiji.sparsevit.data.LabeledImage;
import sc.fiji.sparsevit.inference.Look;
import sc.fiji.sparsevit.io.SkippedFiles;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.training.augmentation.Augmentation;
import sc.fiji.sparsevit.training.sample.TrainingSample;

class DatasetSourceTest {

  private static final SampleSize SIZE = new SampleSize(128, 128);

  @TempDir Path folder;

  @Test
  void setsCountEquallyWhateverTheirSizes() throws IOException {
    var small = images(TestSet.write(folder.resolve("small"), 1, 0, 10));
    var large = images(TestSet.write(folder.resolve("large"), 8, 12, 200));
    var source =
        new DatasetSource(List.of(small, large), SIZE::squash, 1, new SkippedFiles(note -> {}));

    var samples = LongStream.range(0, 60).mapToObj(source::sample).toList();

    assertThat(samples).filteredOn(sample -> ground(sample) < 100).hasSize(30);
    assertThat(samples).extracting(DatasetSourceTest::ground).hasSizeGreaterThan(5);
  }

  @Test
  void masksMoveWithTheirImages() throws IOException {
    var set = images(TestSet.write(folder, 3, 0, 100));
    for (var augmentation :
        List.<Augmentation>of(
            TrainingPreset.LITE.augmentation(SIZE),
            (picture, random) -> SIZE.squash(picture.turned(), random))) {
      var source = new DatasetSource(List.of(set), augmentation, 1, new SkippedFiles(note -> {}));
      for (int number = 0; number < 20; number++) {
        var sample = source.sample(number);
        assertThat(sample.picture().width()).isEqualTo(128);
        assertThat(sample.picture().height()).isEqualTo(128);
        assertThat(sample.forgedShare()).as("crops show forged pixels").isPositive();
        assertThat(disagreement(sample)).isLessThan(0.02);
      }
    }
  }

  @Test
  void sampleDependsOnItsNumberAlone() throws IOException {
    var set = List.of(images(TestSet.write(folder, 5, 5, 100)));
    var augmentation = TrainingPreset.PAPER.augmentation(SIZE);
    var one = new DatasetSource(set, augmentation, 7, new SkippedFiles(note -> {}));
    var other = new DatasetSource(set, augmentation, 7, new SkippedFiles(note -> {}));
    one.sample(3);

    assertThat(one.sample(11).picture().samples())
        .isEqualTo(other.sample(11).picture().samples())
        .isNotEqualTo(other.sample(12).picture().samples())
        .isNotEqualTo(
            new DatasetSource(set, augmentation, 8, new SkippedFiles(note -> {}))
                .sample(11)
                .picture()
                .samples());
    assertThat(one.sample(11).mask()).isEqualTo(other.sample(11).mask());
    assertThat(one.sample(11).history()).as("nobody knows it").isNull();
  }

  @Test
  void smallImagesAreContinuedByReflection() throws IOException {
    var set = images(TestSet.write(folder, 1, 0, 100));
    var sample =
        new DatasetSource(
                List.of(set), new SampleSize(256, 256)::crop, 1, new SkippedFiles(note -> {}))
            .sample(0);

    // 160 x 144 pixels; the square spans columns 100-139 and rows 80-119.
    for (int x = 0; x < 96; x++) {
      assertThat(sample.mask()[100 * 256 + 159 + x]).isEqualTo(sample.mask()[100 * 256 + 159 - x]);
      assertThat(sample.picture().at(0, 159 + x, 100))
          .isEqualTo(sample.picture().at(0, 159 - x, 100));
    }
    assertThat(sample.forgedShare()).isCloseTo(4.0 * 40 * 40 / (256 * 256), within(1e-9));
  }

  @Test
  void imagesAreDecodedOnceAndStayAsTheyWere() throws IOException {
    var set = images(TestSet.write(folder, 2, 2, 100));
    var augmentation = TrainingPreset.LITE.augmentation(SIZE);
    var source =
        new DatasetSource(List.of(set), augmentation, 1, new SkippedFiles(Assertions::fail));
    var before = LongStream.range(0, 40).mapToObj(source::sample).toList();
    for (var image : set) {
      Files.delete(image.image());
    }

    for (int number = 0; number < before.size(); number++) {
      assertThat(source.sample(number).picture().samples())
          .isEqualTo(before.get(number).picture().samples());
    }
  }

  @Test
  void whatCannotBeReadIsPassedOver() throws IOException {
    var set = images(TestSet.write(folder, 3, 0, 100));
    Files.writeString(set.get(0).image(), "no picture");
    var source = new DatasetSource(List.of(set), SIZE::squash, 1, new SkippedFiles(note -> {}));

    assertThat(LongStream.range(0, 30).mapToObj(source::sample))
        .extracting(DatasetSourceTest::ground)
        .containsOnly(101, 102);
    assertThatThrownBy(
            () ->
                new DatasetSource(
                        List.of(set.subList(0, 1)), SIZE::squash, 1, new SkippedFiles(note -> {}))
                    .sample(0))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("image0.png");
  }

  @Test
  void mixtureKeepsItsSharesAndEachSourcesNumbers() {
    var asked = new ArrayList<Long>();
    SampleSource one =
        number -> {
          asked.add(number);
          return Toy.sample(1);
        };
    SampleSource other = number -> Toy.sample(3);
    var mixed = new MixedSource(one, other, 0.25, 1);

    long ofOne = LongStream.range(0, 2000).filter(n -> mixed.sample(n).forgedShare() > 0).count();

    assertThat(ofOne).isBetween(430L, 570L);
    assertThat(asked).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void validationScoresEachImageAtItsOwnSizeOrSquashed() throws IOException {
    var images = images(TestSet.write(folder, 2, 2, 100));
    try (var manager = NDManager.newBaseManager()) {
      var network = new SparseVit(Toy.config()).initialized(manager);
      network.freeze(true);
      network.state().get("lmu.conv_last.weight").getArray().muli(0);
      var bias = network.state().get("lmu.conv_last.bias").getArray();

      // Everything flagged: F1 is that of the square's share of the image.
      bias.muli(0).addi(1);
      double share = 1600.0 / (160 * 144);
      for (boolean squashed : new boolean[] {false, true}) {
        var score =
            new DatasetValidation(images, squashed, Look.AS_IT_IS, new SkippedFiles(note -> {}))
                .score(network, manager);
        assertThat(score.f1()).isCloseTo(2 * share / (1 + share), within(2e-3));
        assertThat(score.authenticFlagged()).isEqualTo(1);
      }
      bias.muli(-1);
      assertThat(
              new DatasetValidation(images, false, Look.AS_IT_IS, new SkippedFiles(note -> {}))
                  .score(network, manager))
          .isEqualTo(new ValidationScore(0, 0.5, 0));
    }
  }

  private static List<LabeledImage> images(Path set) throws IOException {
    return ForgeryDatasets.read(set).get(0).images();
  }

  /** The gray of the background, which tells images apart. */
  private static int ground(TrainingSample sample) {
    return sample.picture().at(2, 0, 0);
  }

  /** Share of pixels where the mask says something else than the color. */
  private static double disagreement(TrainingSample sample) {
    int wrong = 0;
    var picture = sample.picture();
    for (int i = 0; i < sample.mask().length; i++) {
      int x = i % picture.width();
      int y = i / picture.width();
      boolean red = picture.at(0, x, y) - picture.at(2, x, y) > 128;
      wrong += red == (sample.mask()[i] == 1) ? 0 : 1;
    }
    return (double) wrong / sample.mask().length;
  }
}
