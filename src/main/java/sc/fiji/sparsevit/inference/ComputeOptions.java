/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.io.Serializable;

/**
 * How a model should compute; {@link WindowModel#device} says how it does.
 *
 * @param device on which
 * @param precision in which numbers
 */
public record ComputeOptions(DeviceChoice device, PrecisionChoice precision)
    implements Serializable {

  /** The best device there is, in float32. */
  public static ComputeOptions defaults() {
    return new ComputeOptions(DeviceChoice.AUTO, PrecisionChoice.FLOAT32);
  }

  public ComputeOptions withDevice(DeviceChoice other) {
    return new ComputeOptions(other, precision);
  }

  public ComputeOptions withPrecision(PrecisionChoice other) {
    return new ComputeOptions(device, other);
  }
}
