/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.checkpoint.NamedWeights;
import sc.fiji.sparsevit.checkpoint.Weights;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.io.SkippedFiles;
import sc.fiji.sparsevit.report.LineChart;
import sc.fiji.sparsevit.report.LineChart.ChartAxis;
import sc.fiji.sparsevit.report.LineChart.Series;
import sc.fiji.sparsevit.training.SampleSource;
import sc.fiji.sparsevit.training.Trainer;
import sc.fiji.sparsevit.training.TrainingListener;
import sc.fiji.sparsevit.training.TrainingOptions;
import sc.fiji.sparsevit.training.TrainingStep;
import sc.fiji.sparsevit.training.sample.TrainingSample;
import sc.fiji.sparsevit.training.synthesis.ForgerySynthesizer;
import sc.fiji.sparsevit.training.synthesis.library.PhotoLibrary;
import sc.fiji.sparsevit.training.synthesis.options.SynthesisOptions;

/**
 * The same steps of training as on the CPU, on samples made beforehand, and weights that can be
 * read again. What is trained is thrown away.
 */
final class TrainingCheck implements DeviceCheck {

  private static final int HEIGHT = 256;
  private static final int WIDTH = 384;
  private static final long SEED = 1;
  private static final int BATCH = 8;

  /** Steps at the start of a run that are not timed. */
  private static final int WARM_UP = 3;

  private static final int TIMED = 7;

  /** The first step starts from the same weights: its loss may differ by rounding alone. */
  private static final double FIRST_TOLERANCE = 1e-3;

  /** Rounding adds up over the steps. */
  private static final double LAST_TOLERANCE = 0.05;

  private static final double MAP_TOLERANCE = 1e-3;

  @Override
  public String title() {
    return "The same training as on the CPU";
  }

  @Override
  public CheckOutcome run(CheckBench bench) throws IOException, InterruptedException {
    var figures = bench.figures();
    var weights = ModelCatalog.open(bench.options().model());
    var samples = samples(bench, figures);
    int steps = bench.options().steps();
    var exact = options(steps, BATCH, PrecisionChoice.FLOAT32);
    var onDevice = train(bench, weights, samples, bench.device(), exact, "device");
    var speeds = new LinkedHashMap<String, Object>();
    speeds.put(onDevice.device + ", batches of " + BATCH, onDevice.samplesPerSecond());
    measure(bench, weights, samples, speeds);
    var onCpu = train(bench, weights, samples, DeviceChoice.CPU, exact, "cpu");
    speeds.put("the CPU, float32, batches of " + BATCH, onCpu.samplesPerSecond());
    double first = difference(onDevice, onCpu, 0);
    double worst =
        IntStream.range(0, steps).mapToDouble(i -> difference(onDevice, onCpu, i)).max().orElse(0);
    figures.put("loss on " + onDevice.device, losses(onDevice));
    figures.put("loss on the CPU", losses(onCpu));
    figures.put("relative difference of the first loss", first);
    figures.put("largest relative difference of a loss", worst);
    double read = readAgain(bench, onDevice.weights);
    figures.put("largest difference of a probability, weights read by device and by CPU", read);
    figures.put("samples a second", speeds);
    boolean passed = first <= FIRST_TOLERANCE && worst <= LAST_TOLERANCE && read <= MAP_TOLERANCE;
    return CheckOutcome.of(
            passed,
            String.format(
                Locale.ROOT,
                "%d steps: the first loss differs by %.1e of it (at most %.0e), the worst by %.1e"
                    + " (at most %.2f); maps of the weights saved and read again by %.1e (at most"
                    + " %.0e); %.1f samples a second on the device, %.1f on the CPU.",
                steps,
                first,
                FIRST_TOLERANCE,
                worst,
                LAST_TOLERANCE,
                read,
                MAP_TOLERANCE,
                onDevice.samplesPerSecond(),
                onCpu.samplesPerSecond()),
            figures)
        .with(List.of(chart(onDevice, onCpu)));
  }

  private static TrainingOptions options(int steps, int batch, PrecisionChoice precision) {
    return TrainingOptions.lite(steps)
        .withBatch(batch, 1)
        .withPrecision(precision)
        .withSeed(SEED)
        .withoutValidation();
  }

  /** As many as the compared runs see, made by all processors. */
  private static List<TrainingSample> samples(CheckBench bench, Map<String, Object> figures)
      throws IOException {
    bench.say("Making samples to train on.");
    var library =
        PhotoLibrary.open(
            List.of(bench.options().photos().orElse(bench.options().images())),
            new SkippedFiles(message -> {}));
    var synthesizer = new ForgerySynthesizer(library, SynthesisOptions.lite(HEIGHT, WIDTH));
    int count = BATCH * bench.options().steps();
    long start = System.nanoTime();
    var samples =
        LongStream.range(0, count)
            .parallel()
            .mapToObj(number -> synthesizer.synthesize(SEED, number))
            .toList();
    double seconds = (System.nanoTime() - start) / 1e9;
    figures.put("samples made a second, by all processors", count / seconds);
    return samples;
  }

  /**
   * A run that ended.
   *
   * @param weights the file with its last ones
   */
  private record Trained(
      String device, TrainingOptions options, List<TrainingStep> steps, Path weights) {

    /** In the median, without the first steps. */
    double samplesPerSecond() {
      double[] seconds =
          steps.stream()
              .skip(Math.min(WARM_UP, steps.size() - 1))
              .mapToDouble(TrainingStep::seconds)
              .sorted()
              .toArray();
      return options.batchSize() / seconds[seconds.length / 2];
    }
  }

  private static Trained train(
      CheckBench bench,
      NamedWeights start,
      List<TrainingSample> samples,
      DeviceChoice device,
      TrainingOptions options,
      String name)
      throws IOException, InterruptedException {
    bench.say(
        String.format(
            Locale.ROOT,
            "Training %d steps of %d samples, %s, %s.",
            options.steps(),
            options.batchSize(),
            device,
            options.precision()));
    SampleSource source = number -> samples.get((int) (number % samples.size()));
    var folder = bench.folder("training-" + name);
    var steps = new ArrayList<TrainingStep>();
    var listener =
        new TrainingListener() {
          @Override
          public void stepped(TrainingStep step) {
            steps.add(step);
          }
        };
    try (var trainer =
        new Trainer(
            start.config(),
            options,
            source,
            (network, manager) -> {
              throw new IllegalStateException("this run does without validation");
            },
            folder,
            device,
            bench::say)) {
      Weights.load(start.weights(), trainer.network());
      trainer.restart();
      trainer.run(listener);
      return new Trained(trainer.device(), options, steps, folder.resolve(Trainer.LATEST));
    }
  }

  private static double difference(Trained one, Trained other, int step) {
    double a = one.steps.get(step).loss();
    double b = other.steps.get(step).loss();
    return Math.abs(a - b) / Math.abs(b);
  }

  private static List<Float> losses(Trained run) {
    return run.steps.stream().map(TrainingStep::loss).toList();
  }

  /** What the device and what the CPU make of the saved weights. */
  private static double readAgain(CheckBench bench, Path file) throws IOException {
    var picture = bench.pictures().get(0);
    float[] onDevice;
    try (var localizer = open(file, bench.onDevice(PrecisionChoice.FLOAT32))) {
      onDevice = AgreementCheck.map(localizer, picture);
    }
    try (var localizer = open(file, CheckBench.onCpu())) {
      return MapDifference.between(onDevice, AgreementCheck.map(localizer, picture)).largest();
    }
  }

  private static ManipulationLocalizer open(Path file, ComputeOptions compute) throws IOException {
    return ManipulationLocalizer.open(file.toString(), compute, warning -> {});
  }

  /** Also in short numbers, and on a GPU with batches that fill it. */
  private static void measure(
      CheckBench bench,
      NamedWeights weights,
      List<TrainingSample> samples,
      Map<String, Object> speeds)
      throws IOException, InterruptedException {
    for (int batch : bench.isGpu() ? List.of(BATCH, 32, 64) : List.of(BATCH)) {
      for (var precision : PrecisionChoice.values()) {
        if (batch > BATCH || precision == PrecisionChoice.AUTO) {
          var options = options(WARM_UP + TIMED, batch, precision);
          var name = precision + "-" + batch;
          var run = train(bench, weights, samples, bench.device(), options, name);
          speeds.put(run.device + ", batches of " + batch, run.samplesPerSecond());
        }
      }
    }
  }

  private static LineChart chart(Trained onDevice, Trained onCpu) {
    double highest = 0;
    for (var run : List.of(onDevice, onCpu)) {
      for (var step : run.steps) {
        highest = Math.max(highest, step.loss());
      }
    }
    return new LineChart(
        "Loss",
        new ChartAxis("step", 0, Math.max(1, onCpu.steps.size() - 1)),
        new ChartAxis("loss", 0, 1.1 * highest),
        List.of(series(onDevice), series(onCpu)));
  }

  private static Series series(Trained run) {
    return new Series(
        run.device,
        run.steps.stream().mapToDouble(TrainingStep::step).toArray(),
        run.steps.stream().mapToDouble(TrainingStep::loss).toArray());
  }
}
