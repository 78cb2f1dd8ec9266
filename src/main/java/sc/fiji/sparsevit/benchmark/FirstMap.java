/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sc.fiji.sparsevit.Main;

/** How long somebody waits who types a command. */
final class FirstMap {

  private FirstMap() {}

  static BenchmarkResult.Start measure(BenchmarkOptions options, Path folder)
      throws IOException, InterruptedException {
    var picture = folder.resolve("first.png");
    TestPicture.write(512, 0, picture);
    var results = folder.resolve("first");
    var output = folder.resolve("first.txt");
    var arguments =
        List.of(
            Main.class.getName(),
            "localize",
            picture.toString(),
            "--output",
            results.toString(),
            "--model",
            options.model(),
            "--device",
            options.compute().device().toString(),
            "--precision",
            options.compute().precision().toString());
    long start = System.nanoTime();
    var process = ChildJvm.start(List.of(), arguments, output);
    // A file has its name only once it is complete.
    var map = results.resolve("first_probability.tif");
    while (process.isAlive() && !Files.exists(map)) {
      Thread.sleep(5);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    ChildJvm.join(process, output);
    return new BenchmarkResult.Start(seconds);
  }
}
