/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.ImageFileException;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.DeviceChoice.DeviceKind;
import sc.fiji.sparsevit.inference.PrecisionChoice;

/** What every check needs: the options, the pictures, and how much time is left. */
final class CheckBench {

  private static final String MASK = "_mask.";

  private final GpuCheckOptions options;
  private final DeviceChoice device;
  private final Path scratch;
  private final Consumer<String> say;
  private final long deadline;
  private List<CheckPicture> pictures;
  private volatile Map<String, Object> figures = Map.of();
  private volatile String said = "";

  /** A picture to localize in, and its file. */
  record CheckPicture(Path file, RgbImage image) {
    String name() {
      return file.getFileName().toString();
    }
  }

  /**
   * @param device that is checked; it has been seen to compute
   * @param scratch folder for what is needed only meanwhile
   * @param say told, in a sentence, what is going on
   */
  CheckBench(GpuCheckOptions options, DeviceChoice device, Path scratch, Consumer<String> say) {
    this.options = options;
    this.device = device;
    this.scratch = scratch;
    this.say = say;
    deadline = System.nanoTime() + options.limit().toNanos();
  }

  GpuCheckOptions options() {
    return options;
  }

  void say(String sentence) {
    said = sentence;
    say.accept(sentence);
  }

  /** What was said last. */
  String said() {
    return said;
  }

  /** Begins the figures of another check. */
  void begin() {
    figures = Collections.synchronizedMap(new LinkedHashMap<>());
  }

  /** Takes what a check measures, by name; kept even of a check that does not come to its end. */
  Map<String, Object> figures() {
    return figures;
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  /** A folder that is there. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(scratch.resolve(name));
  }

  DeviceChoice device() {
    return device;
  }

  /** Whether the device is a GPU, or can only be compared with itself. */
  boolean isGpu() {
    return device.kind() == DeviceKind.GPU;
  }

  ComputeOptions onDevice(PrecisionChoice precision) {
    return new ComputeOptions(device, precision);
  }

  static ComputeOptions onCpu() {
    return new ComputeOptions(DeviceChoice.CPU, PrecisionChoice.FLOAT32);
  }

  /**
   * The model on the device that was asked for and no other.
   *
   * @throws IllegalStateException when another device computes
   */
  ManipulationLocalizer open(ComputeOptions compute) throws IOException {
    var warnings = new ArrayList<String>();
    var localizer = ManipulationLocalizer.open(options.model(), compute, warnings::add);
    if (!localizer.device().startsWith(compute.device() + ",")) {
      localizer.close();
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s was requested, but %s computes: %s",
              compute.device(),
              localizer.device(),
              String.join(" ", warnings)));
    }
    return localizer;
  }

  /**
   * The images that can be read; masks next to them are left out.
   *
   * @throws IOException when there are none
   */
  List<CheckPicture> pictures() throws IOException {
    if (pictures == null) {
      var found = new ArrayList<CheckPicture>();
      try (var files = Files.list(options.images())) {
        for (var file : files.sorted().toList()) {
          if (Files.isRegularFile(file) && !file.getFileName().toString().contains(MASK)) {
            try {
              found.add(new CheckPicture(file, ImageFile.open(file).rgb()));
            } catch (ImageFileException noImage) {
              // A README among the pictures.
            }
          }
        }
      }
      if (found.isEmpty()) {
        throw new IOException("there is no image in " + options.images());
      }
      pictures = List.copyOf(found);
    }
    return pictures;
  }
}
