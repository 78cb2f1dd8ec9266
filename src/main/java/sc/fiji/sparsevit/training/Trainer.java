/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.checkpoint.Safetensors;
import sc.fiji.sparsevit.checkpoint.Weights;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.inference.TrainingModel;
import sc.fiji.sparsevit.inference.script.FastestForm;
import sc.fiji.sparsevit.io.Sha256;
import sc.fiji.sparsevit.metrics.Confusion;
import sc.fiji.sparsevit.metrics.LabeledScores;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.training.TrainingState.Progress;
import sc.fiji.sparsevit.training.sample.TrainingSample;

/**
 * Trains a network and keeps everything about the run in one folder: {@code state.safetensors} to
 * resume from, {@code latest.safetensors} and {@code best.safetensors} with averaged weights, and
 * {@code log.csv}. Killed at any moment, it loses what came after the last save; resumed, it takes
 * the same steps that an unbroken run takes.
 */
public final class Trainer implements AutoCloseable {

  /** The file, in a run's folder, with a line for every step. */
  public static final String LOG = "log.csv";

  /** The file, in a run's folder, with the averaged weights of its last step. */
  public static final String LATEST = "latest.safetensors";

  /** The file, in a run's folder, that it is resumed from. */
  public static final String STATE = "state.safetensors";

  private final NDManager manager;
  private final TrainingOptions options;
  private final SampleSource source;
  private final Validation validation;
  private final Path folder;
  private final SparseVit network;
  private final TrainingModel model;
  private final HistoryHeads heads;
  private final AdamW optimizer;
  private final WeightAverage average;
  private final TrainingState state;
  private Progress progress = Progress.START;

  /** On the best device there is. */
  public Trainer(
      SparseVitConfig config,
      TrainingOptions options,
      SampleSource source,
      Validation validation,
      Path folder)
      throws IOException {
    this(config, options, source, validation, folder, DeviceChoice.AUTO, warning -> {});
  }

  /**
   * @param validation what decides which weights are the best
   * @param folder is made when it is not there
   * @param warn told, in a sentence, when the device is not the one that was asked for
   */
  public Trainer(
      SparseVitConfig config,
      TrainingOptions options,
      SampleSource source,
      Validation validation,
      Path folder,
      DeviceChoice device,
      Consumer<String> warn)
      throws IOException {
    this.options = options;
    this.source = source;
    this.validation = validation;
    this.folder = Files.createDirectories(folder);
    manager = Devices.open(device, warn);
    Engine.getInstance().setRandomSeed(seed(-1));
    network = new SparseVit(config, options.dropPath()).initialized(manager);
    model = FastestForm.forTraining(network, options.precision());
    heads = new HistoryHeads(config, manager, DataType.FLOAT32);
    average = new WeightAverage(network, manager, options.averageDecay());
    var trained = new LinkedHashMap<String, Parameter>();
    network.state().forEach((key, p) -> putIfTrained(trained, key, p));
    heads.parameters().forEach((key, p) -> putIfTrained(trained, key, p));
    optimizer = new AdamW(trained, manager, options.weightDecay(), options.clipNorm());
    state =
        new TrainingState(
            Map.of(
                "options",
                options.toString(),
                "numbers",
                model.device(),
                "samples",
                fingerprint(source.sample(0))));
    state.add("newest.", arrays(network.state()));
    state.add("average.", arrays(average.network().state()));
    state.add("", arrays(heads.parameters()));
    state.add("", optimizer.moments());
  }

  SampleSource source() {
    return source;
  }

  /** The network being trained; put starting weights into it, then call {@link #restart}. */
  public SparseVit network() {
    return network;
  }

  /** Begins the run with the network's present weights. */
  public void restart() {
    average.follow();
  }

  /**
   * Goes on where a run in this folder was saved; false when there is none.
   *
   * @throws sc.fiji.sparsevit.checkpoint.CheckpointException when that run had other options,
   *     samples or another configuration
   */
  public boolean resume() throws IOException {
    var file = folder.resolve(STATE);
    if (!Files.exists(file)) {
      return false;
    }
    progress = state.read(file);
    return true;
  }

  /** The device that computes, and the shortest numbers it computes with: {@code cpu, bfloat16}. */
  public String device() {
    return model.device();
  }

  /** Steps taken so far. */
  public long steps() {
    return progress.steps();
  }

  /**
   * Trains to the end, or until the listener cancels.
   *
   * @throws TrainingException when the loss is no number any more; the batch is saved
   */
  public void run(TrainingListener listener) throws IOException, InterruptedException {
    var log = new TrainingLog(folder.resolve(LOG), progress.steps());
    long perStep = (long) options.batchSize() * options.accumulation();
    long saved = System.nanoTime();
    try (var prefetch = prefetch(progress.steps() * perStep)) {
      while (progress.steps() < options.steps() && !listener.isCanceled()) {
        var step = step(prefetch);
        long done = step.step() + 1;
        progress = new Progress(done, progress.bestF1());
        listener.stepped(step);
        var score = options.validatesAfter(done) ? validate(listener) : null;
        log.append(step, score);
        if (System.nanoTime() - saved > options.saveEvery().toNanos()) {
          save();
          saved = System.nanoTime();
        }
      }
    }
    save();
  }

  /** On a GPU the samples are what takes the time: every core makes some. */
  private Prefetch prefetch(long first) {
    int cores = Runtime.getRuntime().availableProcessors();
    int threads = manager.getDevice().isGpu() ? cores : Math.max(1, cores / 2);
    return new Prefetch(source, options.batchSize(), first, model.takesMatches(), threads);
  }

  private TrainingStep step(Prefetch prefetch) throws IOException, InterruptedException {
    long number = progress.steps();
    long start = System.nanoTime();
    float rate = options.rate().at(number);
    Engine.getInstance().setRandomSeed(seed(number));
    var sums = new float[4];
    var f1 = new ArrayList<Double>();
    var samples = new ArrayList<TrainingSample>();
    for (int pass = 0; pass < options.accumulation(); pass++) {
      samples.addAll(backward(prefetch, sums, f1));
    }
    float norm = optimizer.gradientNorm(options.accumulation());
    // A loss can still be finite while its gradient, and so every weight from here on, is not.
    if (!Float.isFinite(sums[0] + norm)) {
      throw TrainingException.notANumber(number, samples, folder);
    }
    optimizer.update(number, rate, options.accumulation(), norm);
    average.update(number);
    float passes = options.accumulation();
    return new TrainingStep(
        number,
        rate,
        sums[0] / passes,
        sums[1] / passes,
        sums[2] / passes,
        sums[3] / passes,
        f1.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN),
        norm,
        (System.nanoTime() - start) / 1e9);
  }

  /**
   * Adds one batch's gradients to the parameters' and its loss and F1 to the sums.
   *
   * @return the batch
   */
  private List<TrainingSample> backward(Prefetch prefetch, float[] sums, List<Double> f1)
      throws IOException, InterruptedException {
    try (var scratch = manager.newSubManager();
        var collector = Engine.getInstance().newGradientCollector();
        var scope = new NDScope();
        var batch = prefetch.nextBatch(scratch)) {
      scope.suppressNotUsedWarning();
      var tensors = batch.tensors();
      var store = new ParameterStore(scratch, false);
      var output = model.forward(store, tensors.images(), tensors.matches());
      var size = tensors.images().getShape();
      var logits = SparseVit.perPixel(output.logits(), size.get(2), size.get(3));
      var history = heads.loss(output.features(), tensors);
      var loss = options.objective().of(logits, tensors.masks(), history);
      collector.backward(loss.total());
      sums[0] += loss.total().getFloat();
      sums[1] += loss.crossEntropy().getFloat();
      sums[2] += loss.dice().getFloat();
      sums[3] += loss.history().getFloat();
      addF1(logits, batch.samples(), f1);
      return batch.samples();
    }
  }

  private static void addF1(NDArray logits, List<TrainingSample> samples, List<Double> f1) {
    float[] all = logits.toFloatArray();
    int pixels = all.length / samples.size();
    IntStream.range(0, samples.size())
        .parallel()
        .filter(i -> samples.get(i).forgedShare() > 0)
        .mapToObj(
            i -> {
              float[] own = Arrays.copyOfRange(all, i * pixels, (i + 1) * pixels);
              // A logit of 0 is a probability of 0.5.
              return Confusion.at(new LabeledScores(own, samples.get(i).mask()), 0).f1();
            })
        .forEachOrdered(f1::add);
  }

  private ValidationScore validate(TrainingListener listener) throws IOException {
    var score = validation.score(average.network(), manager);
    boolean best = score.f1() > progress.bestF1();
    if (best) {
      progress = new Progress(progress.steps(), score.f1());
      saveAverage("best.safetensors");
    }
    listener.validated(progress.steps(), score, best);
    return score;
  }

  private void save() throws IOException {
    state.write(folder.resolve(STATE), progress);
    saveAverage(LATEST);
  }

  private void saveAverage(String name) throws IOException {
    Safetensors.write(Weights.save(average.network()), folder.resolve(name));
  }

  private int seed(long step) {
    return Long.hashCode(options.seed() * 0x9E3779B97F4A7C15L + step);
  }

  /** Tells whether a resumed run sees what it saw before, which hangs on files and options. */
  private static String fingerprint(TrainingSample sample) {
    return Sha256.of(sample.picture().samples());
  }

  private static void putIfTrained(Map<String, Parameter> trained, String key, Parameter p) {
    if (p.requiresGradient()) {
      trained.put(key, p);
    }
  }

  private static Map<String, NDArray> arrays(Map<String, Parameter> parameters) {
    var arrays = new LinkedHashMap<String, NDArray>();
    parameters.forEach((key, parameter) -> arrays.put(key, parameter.getArray()));
    return arrays;
  }

  @Override
  public void close() {
    model.close();
    manager.close();
  }
}
