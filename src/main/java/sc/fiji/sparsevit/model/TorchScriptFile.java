/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import sc.fiji.sparsevit.checkpoint.CheckpointException;

/** A look into a TorchScript archive before PyTorch opens it. Nothing in it is run. */
final class TorchScriptFile {

  /** What no network needs: operators that touch files or objects of native libraries. */
  private static final Pattern REACHES_OUT =
      Pattern.compile(
          "\\b(?:torch|ops\\.\\w+)\\.(from_file|save|load\\w*|_save\\w*|_load\\w*|\\w*(?:read|write)_file)\\b"
              + "|__torch__\\.torch\\.classes\\.(\\w+)");

  private static final long LARGEST_SOURCE = 64L << 20;

  private TorchScriptFile() {}

  /** Whether a file is a TorchScript archive, which holds code; a checkpoint holds none. */
  static boolean isOne(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (var zip = new ZipFile(file.toFile())) {
      return zip.stream().anyMatch(entry -> isSource(entry.getName()));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * @throws CheckpointException when it is damaged, or its code reaches for files
   */
  static void requireHarmless(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      var sources = zip.stream().filter(entry -> isSource(entry.getName())).toList();
      if (sources.isEmpty()) {
        throw new CheckpointException(
            file + " is not a TorchScript archive; export the network with torch.jit.save");
      }
      for (var source : sources) {
        if (source.getSize() > LARGEST_SOURCE) {
          throw new CheckpointException(
              String.format(
                  Locale.ROOT,
                  "%s contains source code of %d bytes, more than any network needs",
                  file,
                  source.getSize()));
        }
        try (var in = zip.getInputStream(source)) {
          var code = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          var found = REACHES_OUT.matcher(code);
          if (found.find()) {
            throw new CheckpointException(
                String.format(
                    Locale.ROOT,
                    "%s is refused: its code calls %s, and a network must not access files",
                    file,
                    found.group()));
          }
        }
      }
    } catch (ZipException e) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "%s is damaged or not a TorchScript archive: %s; export or copy it again",
              file,
              e.getMessage()),
          e);
    }
  }

  private static boolean isSource(String entry) {
    var parts = List.of(entry.split("/"));
    return parts.size() > 2 && parts.get(1).equals("code") && entry.endsWith(".py");
  }
}
