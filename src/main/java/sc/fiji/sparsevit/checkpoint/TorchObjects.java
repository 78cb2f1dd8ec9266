/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import java.util.LinkedHashMap;

/** What becomes of the classes and functions that a pickle names: nothing, but for these few. */
final class TorchObjects {

  private static final int MAX_NAME_LENGTH = 256;

  /** A class or function that the pickle names, for example {@code torch.FloatStorage}. */
  record Global(String name) {}

  /** What calling something the pickle names would have made. */
  record Inert(String name) {}

  private TorchObjects() {}

  /**
   * @throws IllegalArgumentException for a longer name than any is: joined again and again, long
   *     ones would fill the memory
   */
  static Global global(String module, String name) {
    if (module.length() + name.length() > MAX_NAME_LENGTH) {
      throw new IllegalArgumentException("no class has a name this long");
    }
    return new Global(module + "." + name);
  }

  /** In place of calling: a tensor, an ordered dict, or a placeholder. */
  static Object call(Object callable, Object[] arguments) {
    if (!(callable instanceof Global global)) {
      return inert(callable);
    }
    return switch (global.name()) {
      case "torch._utils._rebuild_tensor_v2" -> PickledTensor.of(arguments);
      case "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state" ->
          arguments[0];
      case "collections.OrderedDict" -> new LinkedHashMap<>();
      default -> inert(global);
    };
  }

  static Inert inert(Object callable) {
    return new Inert(callable instanceof Global global ? global.name() : "an unnamed class");
  }

  /** Persistent ids are how torch.save refers to the storages, which are files of the archive. */
  static Object storage(Object id) {
    return id instanceof Object[] parts
            && parts.length == 5
            && "storage".equals(parts[0])
            && parts[1] instanceof Global type
            && parts[2] instanceof String file
            && parts[4] instanceof Number elements
        ? new PickledTensor.Storage(type.name(), file, elements.longValue())
        : new Inert("a persistent id");
  }
}
