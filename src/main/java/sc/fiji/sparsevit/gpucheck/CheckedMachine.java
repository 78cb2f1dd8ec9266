/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

import ai.djl.engine.Engine;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.inference.EngineContext;

/** What the checks ran on. */
final class CheckedMachine {

  private CheckedMachine() {}

  static Map<String, String> describe() {
    var machine = new LinkedHashMap<String, String>();
    machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    machine.put("architecture", System.getProperty("os.arch"));
    machine.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    machine.put("Java", System.getProperty("java.version"));
    try (var manager = Devices.open(DeviceChoice.CPU, warning -> {})) {
      var engine = EngineContext.call(Engine::getInstance);
      machine.put("PyTorch", engine.getVersion());
      machine.put("GPUs visible to PyTorch", Integer.toString(engine.getGpuCount()));
    }
    if (CudaUtils.hasCuda()) {
      machine.put("CUDA runtime", CudaUtils.getCudaVersionString());
      machine.put("compute capability", CudaUtils.getComputeCapability(0));
    }
    machine.put("card, driver, memory", card());
    return machine;
  }

  /** As the driver's own program tells it. */
  private static String card() {
    try {
      var process =
          new ProcessBuilder(
                  "nvidia-smi",
                  "--query-gpu=name,driver_version,memory.total",
                  "--format=csv,noheader")
              .redirectErrorStream(true)
              .start();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroy();
        return "nvidia-smi does not respond";
      }
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "none: there is no nvidia-smi";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "not asked";
    }
  }
}
