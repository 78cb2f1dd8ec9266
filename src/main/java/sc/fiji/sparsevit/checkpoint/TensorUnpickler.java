/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;

/**
 * Reads the object tree of a checkpoint and runs nothing that it names: a pickle can name any
 * callable, so only tensors, storages, ordered dicts, containers and plain values are built, and
 * everything else becomes {@link TorchObjects.Inert}. Opcodes that torch.save never writes are
 * refused.
 *
 * <p>The library's own constructors are bypassed entirely, whatever other code registers there.
 * Nothing here descends into the tree, hashes a container or trusts a length, so that neither
 * nesting nor sharing nor a lying length costs more than the pickle's own size.
 */
final class TensorUnpickler extends Unpickler {

  /** The pickle of a base training checkpoint has about 0.5 MB; the tensors' data are elsewhere. */
  static final int MAX_BYTES = 4 << 20;

  /** A base training checkpoint has about 100,000; each can cost some 100 bytes of memory. */
  static final int MAX_OPERATIONS = 1_000_000;

  /** What the library does as it should: plain values, tuples, lists, the memo. */
  private static final Set<Short> HARMLESS =
      Set.of(
          Opcodes.MARK,
          Opcodes.STOP,
          Opcodes.POP,
          Opcodes.DUP,
          Opcodes.PROTO,
          Opcodes.FRAME,
          Opcodes.NONE,
          Opcodes.NEWTRUE,
          Opcodes.NEWFALSE,
          Opcodes.BININT,
          Opcodes.BININT1,
          Opcodes.BININT2,
          Opcodes.LONG1,
          Opcodes.LONG4,
          Opcodes.BINFLOAT,
          Opcodes.BINSTRING,
          Opcodes.SHORT_BINSTRING,
          Opcodes.BINUNICODE,
          Opcodes.BINUNICODE8,
          Opcodes.SHORT_BINUNICODE,
          Opcodes.BINBYTES,
          Opcodes.BINBYTES8,
          Opcodes.SHORT_BINBYTES,
          Opcodes.EMPTY_TUPLE,
          Opcodes.TUPLE,
          Opcodes.TUPLE1,
          Opcodes.TUPLE2,
          Opcodes.TUPLE3,
          Opcodes.EMPTY_LIST,
          Opcodes.LIST,
          Opcodes.BINPERSID,
          Opcodes.BINPUT,
          Opcodes.LONG_BINPUT,
          Opcodes.BINGET,
          Opcodes.LONG_BINGET,
          Opcodes.MEMOIZE);

  private final byte[] pickle;
  private final ByteArrayInputStream bytes;
  private int operations;

  private TensorUnpickler(byte[] pickle) {
    this.pickle = pickle;
    this.bytes = new ByteArrayInputStream(pickle);
  }

  /**
   * @return the root: a map, list, {@code Object[]} tuple, {@link PickledTensor}, {@link
   *     TorchObjects.Inert} or plain value
   * @throws CheckpointException when the pickle is damaged, too large or not of torch.save's making
   */
  static Object read(byte[] pickle) throws CheckpointException {
    var unpickler = new TensorUnpickler(pickle);
    try {
      return unpickler.load(unpickler.bytes);
    } catch (CheckpointException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "its pickle is damaged near offset %d; copy or download the file again",
              unpickler.offset()),
          e);
    }
  }

  @Override
  protected Object dispatch(short opcode) throws IOException {
    if (++operations > MAX_OPERATIONS) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "its pickle has more than %d operations at offset %d; save only the state dict",
              MAX_OPERATIONS,
              offset()));
    }
    switch (opcode) {
      case Opcodes.BINUNICODE, Opcodes.BINSTRING, Opcodes.BINBYTES, Opcodes.LONG4 ->
          requireBytes(Integer.BYTES);
      case Opcodes.BINUNICODE8, Opcodes.BINBYTES8 -> requireBytes(Long.BYTES);
      default -> {}
    }
    switch (opcode) {
      case Opcodes.GLOBAL -> {
        var module = PickleUtils.readline(input);
        stack.add(TorchObjects.global(module, PickleUtils.readline(input)));
      }
      case Opcodes.STACK_GLOBAL -> {
        var name = (String) stack.pop();
        stack.add(TorchObjects.global((String) stack.pop(), name));
      }
      case Opcodes.REDUCE, Opcodes.NEWOBJ -> {
        var arguments = (Object[]) stack.pop();
        stack.add(TorchObjects.call(stack.pop(), arguments));
      }
      case Opcodes.NEWOBJ_EX -> {
        stack.pop();
        stack.pop();
        stack.add(TorchObjects.inert(stack.pop()));
      }
      // An object's state: no tensor of a state dict is reached through it.
      case Opcodes.BUILD -> stack.pop();
      case Opcodes.EMPTY_DICT -> stack.add(new LinkedHashMap<>());
      case Opcodes.DICT -> {
        var items = stack.pop_all_since_marker();
        stack.add(new LinkedHashMap<>());
        putAll(items);
      }
      case Opcodes.SETITEM -> {
        var value = stack.pop();
        putAll(Arrays.asList(stack.pop(), value));
      }
      case Opcodes.SETITEMS -> putAll(stack.pop_all_since_marker());
      case Opcodes.EMPTY_SET -> stack.add(new ArrayList<>());
      case Opcodes.FROZENSET -> stack.add(stack.pop_all_since_marker());
      case Opcodes.APPEND -> addAll(Arrays.asList(stack.pop()));
      case Opcodes.APPENDS, Opcodes.ADDITEMS -> addAll(stack.pop_all_since_marker());
      case Opcodes.POP_MARK -> stack.pop_all_since_marker();
      default -> {
        if (!HARMLESS.contains(opcode)) {
          throw new CheckpointException(
              String.format(
                  Locale.ROOT,
                  "its pickle has the unexpected opcode 0x%02x at offset %d; save the state dict"
                      + " with torch.save",
                  opcode,
                  offset() - 1));
        }
        return super.dispatch(opcode);
      }
    }
    return NO_RETURN_VALUE;
  }

  @Override
  protected Object persistentLoad(Object id) {
    return TorchObjects.storage(id);
  }

  /** Only text keys are kept: nothing else leads to a tensor of a state dict. */
  private void putAll(List<Object> keysAndValues) {
    if (stack.peek() instanceof Map<?, ?>) {
      @SuppressWarnings("unchecked")
      var map = (Map<Object, Object>) stack.peek();
      for (int i = 0; i < keysAndValues.size(); i += 2) {
        if (keysAndValues.get(i) instanceof String key) {
          map.put(key, keysAndValues.get(i + 1));
        }
      }
    }
  }

  private void addAll(List<Object> items) {
    if (stack.peek() instanceof List<?>) {
      @SuppressWarnings("unchecked")
      var list = (List<Object>) stack.peek();
      list.addAll(items);
    }
  }

  /** The library allocates what a length says before it reads, so the length is checked first. */
  private void requireBytes(int lengthBytes) throws CheckpointException {
    long length = 0;
    for (int i = lengthBytes - 1; i >= 0; i--) {
      length = length << 8 | pickle[offset() + i] & 0xff;
    }
    if (length < 0 || length > bytes.available() - lengthBytes) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "its pickle announces %d bytes at offset %d but ends earlier; copy or download the"
                  + " file again",
              length,
              offset()));
    }
  }

  private int offset() {
    return pickle.length - bytes.available();
  }
}
