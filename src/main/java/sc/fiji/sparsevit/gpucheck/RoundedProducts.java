/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.benchmark.ChildJvm;
import sc.fiji.sparsevit.gpucheck.CheckBench.CheckPicture;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.PrecisionChoice;

/**
 * Localizes where PyTorch may round factors to 10 bits (TF32): it reads that from its environment,
 * once in a process.
 */
final class RoundedProducts {

  private static final Map<String, String> ALLOWED =
      Map.of("TORCH_ALLOW_TF32_CUBLAS_OVERRIDE", "1");

  private RoundedProducts() {}

  static List<float[]> maps(CheckBench bench) throws IOException, InterruptedException {
    var folder = bench.folder("tf32");
    var result = folder.resolve("maps");
    var output = folder.resolve("output.txt");
    var arguments = new ArrayList<String>();
    arguments.add(RoundedProducts.class.getName());
    arguments.add(bench.options().model());
    arguments.add(bench.device().toString());
    arguments.add(result.toString());
    for (var picture : bench.pictures()) {
      arguments.add(picture.file().toAbsolutePath().toString());
    }
    ChildJvm.join(ChildJvm.start(List.of(), arguments, ALLOWED, output), output);
    var maps = new ArrayList<float[]>();
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(result)))) {
      for (int i = 0; i < bench.pictures().size(); i++) {
        var map = new float[in.readInt()];
        for (int p = 0; p < map.length; p++) {
          map[p] = in.readFloat();
        }
        maps.add(map);
      }
    }
    return maps;
  }

  /** The other JVM: model, device, the file for the maps, and the pictures. */
  public static void main(String[] arguments) throws IOException {
    var compute = new ComputeOptions(DeviceChoice.of(arguments[1]), PrecisionChoice.FLOAT32);
    var result = Path.of(arguments[2]);
    try (var localizer = ManipulationLocalizer.open(arguments[0], compute, warning -> {});
        var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(result)))) {
      for (var name : Arrays.asList(arguments).subList(3, arguments.length)) {
        var file = Path.of(name);
        var picture = new CheckPicture(file, ImageFile.open(file).rgb());
        float[] map = AgreementCheck.map(localizer, picture);
        out.writeInt(map.length);
        for (float value : map) {
          out.writeFloat(value);
        }
      }
    }
  }
}
