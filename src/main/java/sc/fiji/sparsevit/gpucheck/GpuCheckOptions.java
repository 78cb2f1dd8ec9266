/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import sc.fiji.sparsevit.inference.DeviceChoice;

/**
 * What is checked, and how thoroughly.
 *
 * @param checks to be made
 * @param device that is checked; the CPU is compared with itself
 * @param model name or file
 * @param images folder of pictures to localize in
 * @param photos folder of photographs to make training samples of; without one, the images
 * @param steps of training on each device
 * @param quick whether smaller and fewer pictures are measured
 * @param limit for everything together
 */
public record GpuCheckOptions(
    Set<CheckKind> checks,
    DeviceChoice device,
    String model,
    Path images,
    Optional<Path> photos,
    int steps,
    boolean quick,
    Duration limit) {

  public GpuCheckOptions {
    checks = Collections.unmodifiableSet(EnumSet.copyOf(checks));
    if (steps < 1) {
      throw new IllegalArgumentException("the training check needs at least 1 step, not " + steps);
    }
  }
}
