/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import net.razorvine.pickle.Unpickler;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickles that name what must not run, or lie about what they hold. */
class HostilePickleTest {

  private static final long MEGABYTE = 1 << 20;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "os, system",
    "posix, system",
    "builtins, eval",
    "decimal, Decimal",
    "copy_reg, _reconstructor",
    "builtins, ValueError",
    "torch._utils, _rebuild_parameter_with_hooks"
  })
  void whatACallWouldMakeIsNotMade(String module, String name) {
    var marker = folder.resolve("ran");
    var pickle = new TorchZip().global(module, name).op("(").text("touch " + marker).op("tR.");

    refused(pickle).hasMessageContaining("an object of " + module + "." + name);
    assertThat(marker).doesNotExist();
  }

  @Test
  void aCallBesideTheWeightsLeavesThemReadable() throws IOException {
    var pickle = new TorchZip().op("}(").text("evil").global("os", "system").op("(").text("exit 1");
    pickle.op("tR").text("good").tensor("ByteStorage", 2, 0, new long[] {2}, new long[] {1});

    var tensors = pickle.op("u.").read(folder, (byte) 3, (byte) 4).tensors();

    assertThat(tensors).containsOnlyKeys("good");
    assertThat(tensors.get("good").toFloats()).containsExactly(3, 4);
  }

  @Test
  void constructorsThatOtherCodeRegisteredAreNotCalled() {
    var called = new AtomicBoolean();
    Unpickler.registerConstructor(
        "hostile", "thing", arguments -> called.getAndSet(true) ? "again" : "once");

    refused(new TorchZip().global("hostile", "thing").op(")R."));
    assertThat(called).isFalse();
  }

  @Test
  void stateIsNotHandedToAnything() {
    // BUILD would look for a method by reflection.
    refused(new TorchZip().global("argparse", "Namespace").op(")\u0081}").text("a").op("Nsb."))
        .hasMessageContaining("argparse.Namespace");
    refused(new TorchZip().text("a string").op("}b."));
  }

  @Test
  void itemsForAPlaceholderAreDropped() {
    refused(new TorchZip().global("collections", "deque").op(")R(K\u0001K\u0002e."))
        .hasMessageContaining("collections.deque");
    refused(new TorchZip().global("collections", "Counter").op(")R(").text("a").op("K\u0001u."))
        .hasMessageContaining("collections.Counter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ios\nsystem\n.", // INST after a missing mark
        "(cos\nsystem\no.", // OBJ
        "\u0082\u0001.", // EXT1
        "P0\n.", // PERSID
        "I99\n.", // INT
        "L99L\n.", // LONG
        "S'a'\n.", // STRING
        "\u0096\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f.", // BYTEARRAY8
        "\u0097.", // NEXT_BUFFER
        "\u00ff."
      })
  void opcodesThatTorchNeverWritesAreRefused(String opcodes) {
    refused(new TorchZip().op(opcodes)).hasMessageContaining("unexpected opcode");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "R.", "t.", "0.", "h\u0005.", "}K\u0001.", "]}R.", "\u0080\u0009."})
  void nonsenseIsRefusedByItsOffset(String opcodes) {
    refused(new TorchZip().op(opcodes));
  }

  @ParameterizedTest
  @ValueSource(chars = {'X', 'T', 'B', '\u008b'})
  void aLengthThatLiesCostsNothing(char opcode) {
    var pickle = new TorchZip().op(opcode + "\u00ff\u00ff\u00ff\u007f.");
    assertThat(allocated(() -> refused(pickle).hasMessageContaining("2147483647 bytes")))
        .isLessThan(16 * MEGABYTE);
  }

  @ParameterizedTest
  @ValueSource(chars = {'\u008d', '\u008e'})
  void aLongLengthThatLiesCostsNothing(char opcode) {
    refused(new TorchZip().op(opcode + "\u00ff\u00ff\u00ff\u007f\u0000\u0000\u0000\u0000."))
        .hasMessageContaining("announces 2147483647 bytes");
    refused(new TorchZip().op(opcode + "\u00ff".repeat(8) + "."));
  }

  @Test
  void deepNestingIsNoDepthForUs() {
    int depth = 100_000;
    refused(new TorchZip().repeat("]", depth).repeat("a", depth - 1).op("."));
    refused(new TorchZip().repeat("(", depth).repeat("t", depth).op("."));
    var dicts = new TorchZip();
    for (int i = 0; i < depth; i++) {
      dicts.op("}").text("model");
    }
    refused(dicts.op("N").repeat("s", depth).op(".")).hasMessageContaining("no tensors");
  }

  @Test
  void aContainerThatHoldsItselfIsNotFollowed() {
    refused(new TorchZip().op("}q\u0001").text("model").op("h\u0001s."))
        .hasMessageContaining("no tensors");
    // As a key it would be hashed for ever.
    refused(new TorchZip().op("}]q\u0001h\u0001aNs."));
  }

  @Test
  void sharingMultipliesNothing() {
    var bomb = new TorchZip().op("]q\u0001");
    for (int i = 0; i < 200; i++) {
      bomb.op("](h\u0001h\u0001h\u0001h\u0001eq\u0001");
    }
    assertThat(allocated(() -> refused(bomb.op(".")))).isLessThan(16 * MEGABYTE);
  }

  @Test
  void whatIsLongIsNotCopiedAgainAndAgain() {
    var names = new TorchZip().op("]").text("x".repeat(1_000_000)).op("q\u0001");
    names.repeat("h\u0001h\u0001\u0093", 100_000).op(".");
    assertThat(allocated(() -> refused(names))).isLessThan(16 * MEGABYTE);

    var sizes = new TorchZip().op("(").repeat("K\u0001", 100_000).op("tq\u00010");
    sizes.global("torch._utils", "_rebuild_tensor_v2").op("q\u0002((").text("storage");
    sizes
        .global("torch", "FloatStorage")
        .text("0")
        .text("cpu")
        .op("K\u0001tQK\u0000h\u0001h\u0001tq\u0003R");
    sizes.repeat("h\u0002h\u0003R", 100_000).op(".");
    assertThat(allocated(() -> refused(sizes))).isLessThan(16 * MEGABYTE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"}", "]", "(1", "N\u0094", "2"})
  void countlessOperationsAreRefused(String operation) {
    var pickle = new TorchZip().op("]").repeat(operation, 1_000_000).op(".");
    assertThat(allocated(() -> refused(pickle).hasMessageContaining("operations")))
        .isLessThan(256 * MEGABYTE);
  }

  @Test
  void aHugePickleIsRefusedUnread() {
    var pickle = new TorchZip().text("x".repeat(TensorUnpickler.MAX_BYTES)).op(".");
    refused(pickle).hasMessageContaining("data.pkl");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 2, 1, 4",
    "0, -2, 1, 4",
    "0, 2, -1, 4",
    "3, 2, 1, 4",
    "0, 3, 2, 4",
    "0, 5, 0, 4",
    "0, 4611686018427387905, 2, 4",
    "9223372036854775807, 2, 1, 4",
    "0, 5, 1, 5",
    "0, 2000000000, 1, 2000000000"
  })
  void aViewBeyondItsStorageIsRefusedByItsKey(long offset, long size, long stride, long elements) {
    var pickle = tensor("FloatStorage", elements, offset, new long[] {size}, new long[] {stride});
    assertThat(allocated(() -> refused(pickle).hasMessageContaining("tensor lmu.gamma1")))
        .isLessThan(16 * MEGABYTE);
  }

  @Test
  void viewsThatNoTensorHasAreRefused() {
    refused(tensor("FloatStorage", 4, 0, new long[] {2, 2}, new long[] {1}))
        .hasMessageContaining("tensor lmu.gamma1");
    refused(tensor("FloatStorage", 4, 0, new long[9], new long[9]))
        .hasMessageContaining("damaged near offset");
    refused(tensor("QInt8Storage", 16, 0, new long[] {2}, new long[] {1}))
        .hasMessageContaining("tensor lmu.gamma1 is a torch.QInt8Storage");
  }

  @Test
  void manyCopiesOfOneStorageAreRefused() {
    var pickle = new TorchZip().op("}(");
    for (int i = 0; i < 5_000; i++) {
      pickle
          .text("k" + i)
          .tensor(
              "ByteStorage", 1 << 20, 0, new long[] {1 << 10, 1 << 10}, new long[] {1, 1 << 10});
    }
    pickle.op("u.");
    assertThat(
            allocated(
                () ->
                    assertRefused(() -> pickle.read(folder, new byte[1 << 20]))
                        .hasMessageContaining("times as large as the file")))
        .isLessThan(256 * MEGABYTE);
  }

  @Test
  void namesOfAnyLengthMakeShortMessages() {
    var pickle = new TorchZip().op("}").text("x\t".repeat(10_000));
    refused(pickle.tensor("FloatStorage", 9, 0, new long[] {1}, new long[] {1}).op("s."))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1100).doesNotContain("\t"));
  }

  private static TorchZip tensor(
      String storage, long elements, long offset, long[] sizes, long[] strides) {
    var pickle = new TorchZip().op("}").text("lmu.gamma1");
    return pickle.tensor(storage, elements, offset, sizes, strides).op("s.");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(TorchZip pickle) {
    return assertRefused(() -> pickle.read(folder, new byte[16]));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      ThrowingCallable reading) {
    return assertThatThrownBy(reading)
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("hostile.pth: ");
  }

  /** Bytes that this thread allocated meanwhile. */
  private static long allocated(Runnable reading) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    reading.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
