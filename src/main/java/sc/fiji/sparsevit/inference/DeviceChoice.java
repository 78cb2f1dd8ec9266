/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where the user wants the network computed.
 *
 * @param kind of device
 * @param gpu which GPU, counted from 0; 0 where none is asked for
 */
public record DeviceChoice(DeviceKind kind, int gpu) implements Serializable {

  /** The first CUDA device when it works, else the CPU. */
  public static final DeviceChoice AUTO = new DeviceChoice(DeviceKind.AUTO, 0);

  public static final DeviceChoice CPU = new DeviceChoice(DeviceKind.CPU, 0);

  /** The first CUDA device; when it does not work, the CPU with a warning. */
  public static final DeviceChoice GPU = new DeviceChoice(DeviceKind.GPU, 0);

  private static final Pattern NUMBERED = Pattern.compile("gpu(\\d{1,3})");

  /** What a device is. */
  public enum DeviceKind {
    AUTO,
    CPU,
    GPU
  }

  /**
   * @param name {@code auto}, {@code cpu}, {@code gpu}, or {@code gpu1} for the second GPU
   * @throws IllegalArgumentException naming the value and the choices
   */
  public static DeviceChoice of(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    var numbered = NUMBERED.matcher(lower);
    if (numbered.matches()) {
      return new DeviceChoice(DeviceKind.GPU, Integer.parseInt(numbered.group(1)));
    }
    return switch (lower) {
      case "auto" -> AUTO;
      case "cpu" -> CPU;
      case "gpu" -> GPU;
      default ->
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "device is \"auto\", \"cpu\", or \"gpu\" (\"gpu1\" for the second one), not"
                      + " \"%s\"",
                  name));
    };
  }

  /** Whether the CPU is out of the question. */
  boolean isGpu() {
    return kind == DeviceKind.GPU;
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + (gpu == 0 ? "" : gpu);
  }
}
