/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import scala.Function2;
import scala.collection.Iterator;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * Runs tasks on the executors that Spark has, the largest inputs first. What was running on an
 * executor that is lost, Spark runs again on another. An input that ends one executor after the
 * other becomes a problem of its own, and the others go on.
 */
final class Cluster {
  /** What Spark says when a task failed as often as it may. */
  private static final Pattern GIVEN_UP =
      Pattern.compile("Task (\\d+) in stage \\S+ failed \\d+ times, most recent failure: (.*)");

  private final JavaSparkContext spark;
  private final Broadcast<Setup> setup;

  Cluster(JavaSparkContext spark, WorkerModel model) {
    this.spark = spark;
    model.files().forEach(spark::addFile);
    setup = spark.broadcast(new Setup(model, new SerializableConfiguration(hadoop())));
  }

  /** What every executor needs, sent once. */
  private record Setup(WorkerModel model, SerializableConfiguration hadoop)
      implements Serializable {}

  /** Which file systems there are, and how they are reached. */
  Configuration hadoop() {
    return spark.hadoopConfiguration();
  }

  /**
   * Has a worker look whether it can work at all.
   *
   * @throws IOException if it cannot; the message is a sentence
   */
  void check(WorkerCheck check) throws IOException {
    var shared = setup;
    WorkerFunction<WorkerCheck, String> work =
        question -> question.problem(shared.value().model()).orElse("");
    var answers = new ArrayList<String>();
    run(List.of(check), work, String.class, (index, answer) -> answers.add(answer));
    if (!answers.get(0).isEmpty()) {
      throw new IOException(answers.get(0));
    }
  }

  /**
   * Runs all tasks.
   *
   * @param listener receives every outcome as it comes; must not throw
   * @return the outcomes in the order of the tasks
   * @throws IOException if the cluster ended the work
   */
  List<WorkerOutcome> run(List<WorkerTask> tasks, BiConsumer<WorkerTask, WorkerOutcome> listener)
      throws IOException {
    var outcomes = new WorkerOutcome[tasks.size()];
    var waiting = new ArrayList<>(largestFirst(tasks));
    while (!waiting.isEmpty()) {
      var failure = run(tasks, List.copyOf(waiting), outcomes, listener);
      if (failure.isPresent() && outcomes[failure.get().task()] == null) {
        giveUpUnlessAlone(failure.get().task(), tasks, outcomes, listener);
      }
      waiting.removeIf(index -> outcomes[index] != null);
    }
    return List.of(outcomes);
  }

  /** What fell together with it may be to blame: it gets another chance by itself. */
  private void giveUpUnlessAlone(
      int accused,
      List<WorkerTask> tasks,
      WorkerOutcome[] outcomes,
      BiConsumer<WorkerTask, WorkerOutcome> listener)
      throws IOException {
    var failure = run(tasks, List.of(accused), outcomes, listener);
    if (failure.isPresent()) {
      var reason =
          "ended every process that worked on it ("
              + failure.get().reason()
              + "); give executors more memory, or analyze it by itself";
      outcomes[accused] = new WorkerOutcome(tasks.get(accused).task().failed(reason), "");
      listener.accept(tasks.get(accused), outcomes[accused]);
    }
  }

  private static List<Integer> largestFirst(List<WorkerTask> tasks) {
    return IntStream.range(0, tasks.size())
        .boxed()
        .sorted(Comparator.comparingLong((Integer i) -> tasks.get(i).bytes()).reversed())
        .toList();
  }

  /**
   * A task that Spark gave up, and with it the job.
   *
   * @param task its index
   */
  private record Failure(int task, String reason) {}

  /** One job; empty if all of it was done. */
  private Optional<Failure> run(
      List<WorkerTask> tasks,
      List<Integer> chosen,
      WorkerOutcome[] outcomes,
      BiConsumer<WorkerTask, WorkerOutcome> listener)
      throws IOException {
    var shared = setup;
    WorkerFunction<WorkerTask, WorkerOutcome> work =
        task -> {
          var setup = shared.value();
          var executor = Executor.with(setup.model());
          var outcome = task.run(executor.pipeline(), setup.hadoop().value());
          return new WorkerOutcome(outcome, executor.device());
        };
    try {
      run(
          chosen.stream().map(tasks::get).toList(),
          work,
          WorkerOutcome.class,
          (i, outcome) -> {
            int index = chosen.get(i);
            outcomes[index] = outcome;
            listener.accept(tasks.get(index), outcome);
          });
      return Optional.empty();
    } catch (IOException e) {
      var found = GIVEN_UP.matcher(e.getMessage());
      if (!found.find()) {
        throw e;
      }
      return Optional.of(new Failure(chosen.get(Integer.parseInt(found.group(1))), found.group(2)));
    }
  }

  /** What an executor does with one value. */
  @FunctionalInterface
  private interface WorkerFunction<T, R> extends Serializable {
    R on(T value) throws IOException;

    default R checked(Iterator<T> one) {
      try {
        return on(one.next());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Spark's own call for it: every value is a task, and its result comes once.
   *
   * @throws IOException if Spark gave the job up
   */
  private <T, R> void run(
      List<T> values, WorkerFunction<T, R> work, Class<R> type, BiConsumer<Integer, R> results)
      throws IOException {
    ClassTag<R> tag = ClassTag$.MODULE$.apply(type);
    Function2<TaskContext, Iterator<T>, R> function =
        (Function2<TaskContext, Iterator<T>, R> & Serializable) (context, one) -> work.checked(one);
    Function2<Object, R, BoxedUnit> handler =
        (index, result) -> {
          results.accept((Integer) index, result);
          return BoxedUnit.UNIT;
        };
    try {
      spark.sc().runJob(spark.parallelize(values, values.size()).rdd(), function, handler, tag);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) { // Scala does not declare SparkException
      throw new IOException("The cluster ended the work: " + e.getMessage(), e);
    }
  }
}
