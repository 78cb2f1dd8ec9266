/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.benchmark;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.util.cuda.CudaUtils;
import java.util.OptionalLong;
import sc.fiji.sparsevit.inference.DeviceChoice;

/** The memory of a GPU, of all processes: CUDA reports it for the card, not for a process. */
public final class CardMemory {

  private CardMemory() {}

  /** Bytes in use; empty where no card can be asked. */
  public static OptionalLong used(DeviceChoice choice) {
    if (choice.kind() == DeviceChoice.DeviceKind.CPU || !CudaUtils.hasCuda()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(CudaUtils.getGpuMemory(Device.gpu(choice.gpu())).getUsed());
    } catch (EngineException | IllegalStateException | IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }
}
