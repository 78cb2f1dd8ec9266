/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import sc.fiji.sparsevit.checkpoint.Safetensors;
import sc.fiji.sparsevit.checkpoint.Weights;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.inference.TrainingModel;
import sc.fiji.sparsevit.inference.script.FastestForm;
import sc.fiji.sparsevit.io.Sha256;
import sc.fiji.sparsevit.metrics.Confusion;
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

  private static final String ON_CPU =
      "No GPU is used: a step takes seconds on the CPU; docs/gpu.md says how PyTorch finds a GPU.";

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
   * @param warn told, in a sentence, when no GPU is used
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
    try {
      if (!manager.getDevice().isGpu()) {
        warn.accept(ON_CPU);
      }
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
    } catch (IOException | RuntimeException | Error e) {
      manager.close();
      throw e;
    }
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
   * @throws TrainingException when the loss is not a number; the batch is saved
   */
  public void run(TrainingListener listener) throws IOException, InterruptedException {
    var log = new TrainingLog(folder.resolve(LOG), progress.steps());
    long saved = System.nanoTime();
    try (var replay = new Replay(options.replays(), manager);
        var batches = loader(replay)) {
      while (progress.steps() < options.steps() && !listener.isCanceled()) {
        var step = step(batches, replay);
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

  /** Resumed, a run makes those batches again that it still has to replay. */
  private BatchLoader loader(Replay replay) throws IOException, InterruptedException {
    long done = progress.steps() * options.accumulation();
    long again = Math.min(done, replay.lead());
    long first = (done - again) * options.batchSize();
    var batches = BatchLoader.of(source, options.batchSize(), first, model, manager);
    try {
      for (long i = 0; i < again; i++) {
        replay.join(batches.next()).close();
      }
      return batches;
    } catch (IOException | InterruptedException | RuntimeException e) {
      batches.close();
      throw e;
    }
  }

  private TrainingStep step(BatchLoader batches, Replay replay)
      throws IOException, InterruptedException {
    long number = progress.steps();
    long start = System.nanoTime();
    float rate = options.rate().at(number);
    Engine.getInstance().setRandomSeed(seed(number));
    var sums = new float[4];
    var f1 = new ArrayList<Double>();
    var samples = new ArrayList<TrainingSample>();
    for (int pass = 0; pass < options.accumulation(); pass++) {
      try (var batch = replay.join(batches.next())) {
        backward(batch, sums, f1);
        samples.addAll(batch.samples());
      } catch (RuntimeException e) {
        throw TrainingException.ofPass(e, options);
      }
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

  /** Adds one batch's gradients to the parameters' and its loss and F1 to the sums. */
  private void backward(LoadedBatch batch, float[] sums, List<Double> f1) {
    try (var collector = Engine.getInstance().newGradientCollector();
        var scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      var store = new ParameterStore(batch.scratch(), false);
      var output = model.forward(store, batch.prepared());
      var size = batch.prepared().head().getShape();
      var logits = SparseVit.perPixel(output.logits(), size.get(2), size.get(3));
      var history = heads.loss(output.features(), batch.tensors());
      var loss = options.objective().of(logits, batch.tensors().masks(), history);
      collector.backward(loss.total());
      // In one piece: each value by itself would wait for the device.
      var parts = new NDList(loss.total(), loss.crossEntropy(), loss.dice(), loss.history());
      float[] values = NDArrays.stack(parts).toFloatArray();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += values[i];
      }
      addF1(logits, batch, f1);
    }
  }

  /** Counted on the device; a sum of so few ones is exact. */
  private static void addF1(NDArray logits, LoadedBatch batch, List<Double> f1) {
    int[] pixels = {1, 2, 3};
    var masks = batch.tensors().masks();
    // A logit of 0 is a probability of 0.5.
    var flagged = logits.gt(0).toType(DataType.FLOAT32, false);
    var hits = flagged.mul(masks).sum(pixels);
    var sums = new NDList(hits, flagged.sum(pixels), masks.sum(pixels));
    float[] counts = NDArrays.stack(sums).toFloatArray();
    int n = batch.samples().size();
    for (int i = 0; i < n; i++) {
      long hit = (long) counts[i];
      long found = (long) counts[n + i];
      long forged = (long) counts[2 * n + i];
      if (forged > 0) {
        long rest = logits.size() / n - found - forged + hit;
        f1.add(new Confusion(hit, found - hit, forged - hit, rest).f1());
      }
    }
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
    // Data from a GPU are kept in arrays on the CPU in the meantime.
    try (var scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      state.write(folder.resolve(STATE), progress);
      saveAverage(LATEST);
    }
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
