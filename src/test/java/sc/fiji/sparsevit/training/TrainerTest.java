/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.sparsevit.checkpoint.CheckpointException;
import sc.fiji.sparsevit.checkpoint.Safetensors;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.training.sample.TrainingSample;

class TrainerTest {

  private static final TrainingListener SILENT = new TrainingListener() {};

  @TempDir Path folder;

  /** The run that a child process takes until it is killed. */
  public static final class Child {
    public static void main(String[] arguments) throws Exception {
      train(Path.of(arguments[0]), 40, SILENT);
    }
  }

  @ParameterizedTest
  @EnumSource(PrecisionChoice.class)
  void fourImagesAreLearntByHeart(PrecisionChoice precision) throws Exception {
    var options = Toy.options(160, 4, 1, 0, Objective.lite()).withPrecision(precision);
    SampleSource four = number -> Toy.sample(1 + number % 4);
    try (var trainer =
        new Trainer(Toy.config(), options, four, new SampleValidation(four, 4), folder)) {
      var scores = new ArrayList<ValidationScore>();
      trainer.run(
          new TrainingListener() {
            @Override
            public void validated(long step, ValidationScore score, boolean best) {
              scores.add(score);
            }
          });
      assertThat(scores.get(0).f1()).isLessThan(0.6);
      assertThat(scores.get(scores.size() - 1).f1()).isGreaterThan(0.8);
    }
  }

  @Test
  void resumedRunEqualsAnUnbrokenOneBitForBit() throws Exception {
    train(folder.resolve("unbroken"), 10, SILENT);
    // 3 steps, so that a validation lies on the other side.
    train(folder.resolve("broken"), 10, cancelAfter(3));
    assertThat(stepsIn(folder.resolve("broken"))).isEqualTo(3);
    train(folder.resolve("broken"), 10, SILENT);

    assertSameRun("unbroken", "broken");
  }

  @Test
  void resumedRunReplaysWhatAnUnbrokenOneReplays() throws Exception {
    trainReplaying(folder.resolve("unbroken"), SILENT);
    trainReplaying(folder.resolve("broken"), cancelAfter(11));
    trainReplaying(folder.resolve("broken"), SILENT);

    assertSameRun("unbroken", "broken");
  }

  @Test
  void runKilledAtAnyMomentGoesOnAsIfNothingHadHappened() throws Exception {
    var killed = folder.resolve("killed");
    var child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                killed.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    while (child.isAlive() && !Files.exists(killed.resolve("state.safetensors"))) {
      Thread.sleep(20);
    }
    child.waitFor(new Random(5).nextInt(300), TimeUnit.MILLISECONDS);
    child.destroyForcibly().waitFor();

    train(killed, 40, SILENT);
    train(folder.resolve("unbroken"), 40, SILENT);

    assertSameRun("unbroken", "killed");
  }

  @Test
  void runWithOtherOptionsOrSamplesIsNotResumed() throws Exception {
    train(folder, 10, cancelAfter(1));

    assertThatThrownBy(() -> train(folder, 11, SILENT))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("different options")
        .hasMessageContaining("steps=10");
    assertThatThrownBy(
            () -> {
              try (var trainer = trainer(folder, 10, number -> Toy.sample(number + 1))) {
                trainer.resume();
              }
            })
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("different samples");
  }

  @Test
  void stateSaysInWhichNumbersTheRunComputes() throws Exception {
    train(folder, 10, cancelAfter(1));

    var metadata = Safetensors.read(folder.resolve("state.safetensors")).metadata();
    assertThat(metadata.get("numbers")).matches("[cg]pu, float32");
    assertThat(metadata.get("options")).contains("precision=float32");
  }

  @Test
  void lossThatIsNoNumberStopsTheRunWithItsSamplesSaved() throws Exception {
    SampleSource poisoned =
        number -> number < 8 ? Toy.sample(number) : poisoned(Toy.sample(number));
    try (var trainer = trainer(folder, 10, poisoned)) {
      assertThatThrownBy(() -> trainer.run(SILENT))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("step 2")
          .hasMessageContaining("lower learning rate");
    }
    assertThat(folder.resolve("bad-batch-2").toFile().list())
        .contains("0.png", "0_mask.png", "3.png", "3_mask.png")
        .hasSize(8);
    assertThat(stepsIn(folder)).as("the last good state").isEqualTo(2);
  }

  @Test
  void sampleThatCannotBeMadeStopsTheRunWithItsReason() throws Exception {
    SampleSource broken =
        number -> {
          if (number > 3) {
            throw new IllegalStateException("the disk was pulled out");
          }
          return Toy.sample(number);
        };
    try (var trainer = trainer(folder, 10, broken)) {
      assertThatThrownBy(() -> trainer.run(SILENT))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("the disk was pulled out");
    }
  }

  @Test
  void passesAddUpToOneLargeBatch() throws Exception {
    // Batch norm sees single passes, and dice is a mean over forged samples: neither takes part.
    var plain = new Objective(2, 0, 1, 0);
    var config = Toy.config(0);
    var together = firstStep(config, Toy.options(5, 4, 1, 0, plain));
    var apart = firstStep(config, Toy.options(5, 2, 2, 0, plain));

    assertThat(apart.loss()).isCloseTo(together.loss(), withinPercentage(0.01));
    assertThat(apart.gradientNorm()).isCloseTo(together.gradientNorm(), withinPercentage(0.1));
  }

  @Test
  void stepsLeaveNoArraysBehind() throws Exception {
    var open = new ArrayList<Integer>();
    try (var trainer = trainer(folder, 40, Toy::sample)) {
      var manager = trainer.network().state().values().iterator().next().getArray().getManager();
      trainer.run(
          new TrainingListener() {
            @Override
            public void stepped(TrainingStep step) {
              open.add(manager.getManagedArrays().size());
            }
          });
    }
    assertThat(open.get(39)).isEqualTo(open.get(1));
  }

  @Test
  void cutOffLinesAndLinesOfLostStepsLeaveTheLog() throws Exception {
    train(folder, 10, cancelAfter(2));
    var log = folder.resolve("log.csv");
    var good = Files.readAllLines(log);
    Files.writeString(log, good.get(2).replaceFirst("1", "2") + "\n1", StandardOpenOption.APPEND);

    train(folder, 10, cancelAfter(0));

    assertThat(log).hasContent(String.join("\n", good));
  }

  private TrainingStep firstStep(SparseVitConfig config, TrainingOptions options) throws Exception {
    var steps = new ArrayList<TrainingStep>();
    try (var trainer = new Trainer(config, options, Toy::sample, Toy::score, folder)) {
      trainer.run(cancelAfter(1, steps));
    }
    return steps.get(0);
  }

  private static TrainingListener cancelAfter(int steps) {
    return cancelAfter(steps, new ArrayList<>());
  }

  private static TrainingListener cancelAfter(int steps, List<TrainingStep> taken) {
    return new TrainingListener() {
      @Override
      public void stepped(TrainingStep step) {
        taken.add(step);
      }

      @Override
      public boolean isCanceled() {
        return taken.size() >= steps;
      }
    };
  }

  private void assertSameRun(String expected, String actual) throws IOException {
    for (var name : List.of("state.safetensors", "latest.safetensors", "best.safetensors")) {
      var one = Safetensors.read(folder.resolve(expected).resolve(name));
      var other = Safetensors.read(folder.resolve(actual).resolve(name));
      assertThat(other).as(name).isEqualTo(one);
    }
    assertThat(logWithoutTimes(actual)).isEqualTo(logWithoutTimes(expected));
  }

  private List<String> logWithoutTimes(String run) throws IOException {
    try (var lines = Files.lines(folder.resolve(run).resolve("log.csv"))) {
      return lines.map(line -> line.replaceFirst("^((?:[^,]*,){8})[^,]*", "$1")).toList();
    }
  }

  private static long stepsIn(Path folder) throws IOException {
    var state = Safetensors.read(folder.resolve("state.safetensors"));
    return Long.parseLong(state.metadata().get("steps"));
  }

  private static TrainingSample poisoned(TrainingSample sample) {
    var history = sample.history().clone();
    history[5] = Float.NaN;
    return new TrainingSample(sample.picture(), sample.mask(), history, sample.kind());
  }

  private static void train(Path folder, long steps, TrainingListener listener)
      throws IOException, InterruptedException {
    try (var trainer = trainer(folder, steps, Toy::sample)) {
      trainer.resume();
      trainer.run(listener);
    }
  }

  /** Long enough for batches to come back twice. */
  private static void trainReplaying(Path folder, TrainingListener listener)
      throws IOException, InterruptedException {
    var options = Toy.options(14).withReplays(2);
    try (var trainer = new Trainer(Toy.config(), options, Toy::sample, Toy::score, folder)) {
      trainer.resume();
      trainer.run(listener);
    }
  }

  private static Trainer trainer(Path folder, long steps, SampleSource source) throws IOException {
    return new Trainer(Toy.config(), Toy.options(steps), source, Toy::score, folder);
  }
}
