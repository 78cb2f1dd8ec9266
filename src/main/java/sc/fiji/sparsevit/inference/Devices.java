/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Locale;
import java.util.function.Consumer;
import sc.fiji.sparsevit.inference.DeviceChoice.DeviceKind;

/** Finds the device that a choice comes down to on this machine. */
public final class Devices {

  /** PyTorch's name for what it can do where it sees a GPU. */
  private static final String CUDA = "CUDA";

  /** Ends every warning of {@link #open}. */
  public static final String INSTEAD = "; the CPU is used instead";

  private static final String GPU_HELP = "https://github.com/fiji/SparseViT/blob/main/docs/gpu.md";

  private Devices() {}

  /**
   * A manager on a device that has been seen to compute.
   *
   * @param warn told, in a sentence, when a GPU was asked for and the CPU is used
   * @throws IllegalStateException saying what to do, when PyTorch cannot be loaded at all
   */
  public static NDManager open(DeviceChoice choice, Consumer<String> warn) {
    return EngineContext.call(
        () -> {
          var engine = engine();
          if (choice.kind() == DeviceKind.CPU) {
            return computing(Device.cpu());
          }
          if (!engine.hasCapability(CUDA)) {
            if (choice.isGpu()) {
              warn.accept(
                  "no CUDA device is available to PyTorch ("
                      + GPU_HELP
                      + " says how a CUDA build is installed)"
                      + INSTEAD);
            }
            return computing(Device.cpu());
          }
          int gpus = engine.getGpuCount();
          if (gpus > 0 && choice.gpu() >= gpus) {
            warn.accept(
                String.format(
                    Locale.ROOT,
                    "there is no %s, PyTorch sees %s%s",
                    choice,
                    gpus == 1 ? "one GPU, gpu" : "GPUs 0 to " + (gpus - 1),
                    INSTEAD));
            return computing(Device.cpu());
          }
          try {
            return computing(Device.gpu(choice.gpu()));
          } catch (RuntimeException | LinkageError e) {
            warn.accept("CUDA failed (" + firstLine(e) + ")" + INSTEAD);
            return computing(Device.cpu());
          }
        });
  }

  /**
   * Begins to load PyTorch, for whoever has something else to do first. What keeps it from being
   * loaded is told when it is needed.
   */
  public static void loadEarly() {
    var thread =
        new Thread(
            () -> {
              try {
                EngineContext.call(Devices::engine);
              } catch (RuntimeException | LinkageError toldLater) {
                // by open
              }
            },
            "sparsevit-pytorch");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Version of PyTorch, and how many GPUs it finds; loads it if it is not loaded yet.
   *
   * @throws IllegalStateException saying what to do, when PyTorch cannot be loaded
   */
  public static String description() {
    return EngineContext.call(
        () -> engine().getVersion() + ", CUDA devices: " + engine().getGpuCount());
  }

  /**
   * Version of PyTorch; loads it if it is not loaded yet.
   *
   * @throws IllegalStateException saying what to do, when PyTorch cannot be loaded
   */
  public static String pytorch() {
    return EngineContext.call(() -> engine().getVersion());
  }

  /** As people and {@link DeviceChoice} call it: {@code cpu}, {@code gpu}, {@code gpu1}. */
  public static String name(Device device) {
    if (!device.isGpu()) {
      return "cpu";
    }
    return device.getDeviceId() <= 0 ? "gpu" : "gpu" + device.getDeviceId();
  }

  private static synchronized Engine engine() {
    try {
      OpenMp.sleepWhileWaiting();
      NativeMemory.keep();
      CudaRuntime.letItBeFound();
      return Offline.call(Engine::getInstance);
    } catch (EngineException | LinkageError e) {
      throw new IllegalStateException(
          "PyTorch's native library cannot be loaded ("
              + reason(e)
              + "); put the pytorch-native-cpu JAR of this platform beside the other JARs; if it is"
              + " there, set the environment variable DJL_CACHE_DIR to a folder with 1 GB of space"
              + " from which programs may be run",
          e);
    }
  }

  /** PyTorch adds a page about how to debug it. */
  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("without a word");
  }

  private static String reason(Throwable e) {
    return e.getCause() == null ? String.valueOf(e.getMessage()) : reason(e.getCause());
  }

  private static NDManager computing(Device device) {
    var manager = NDManager.newBaseManager(device);
    try (var scratch = manager.newSubManager()) {
      scratch.ones(new Shape(2, 2)).matMul(scratch.ones(new Shape(2, 2))).toFloatArray();
      return manager;
    } catch (RuntimeException | LinkageError e) {
      manager.close();
      throw e;
    }
  }
}
