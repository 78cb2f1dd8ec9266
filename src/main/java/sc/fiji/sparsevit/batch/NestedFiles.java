/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sc.fiji.sparsevit.io.FailureText;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.io.TemporaryFiles;

/**
 * The files in a file, as attachments of PDFs and pictures of presentations: each is unpacked into
 * a temporary folder, where its pictures are read as if it had been an input of its own. What is
 * not a picture and no document is named.
 */
final class NestedFiles implements Closeable {
  /** A few bytes can unpack to any size. */
  private static final long LARGEST = 1L << 30;

  /** A file within a file within the input. */
  private static final int DEEPEST = 2;

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final int dotsPerInch;
  private final int depth;
  private final List<PictureSource> sources = new ArrayList<>();
  private final List<InputPicture> pictures = new ArrayList<>();
  private final List<SkippedInput> problems = new ArrayList<>();
  private Path folder;
  private int count;

  /**
   * A file in the file.
   *
   * @param page from 1; null if it hangs on no page
   * @param name that the names of its pictures start with
   * @param part the same for people
   * @param content its bytes, packed or not
   */
  record NestedFile(Integer page, String name, String part, NestedContent content) {}

  interface NestedContent {
    InputStream open() throws IOException;
  }

  /**
   * @param depth how many files contain this one
   */
  NestedFiles(Path file, int dotsPerInch, int depth) {
    this.file = file;
    this.dotsPerInch = dotsPerInch;
    this.depth = depth;
  }

  List<InputPicture> pictures() {
    return pictures;
  }

  List<SkippedInput> problems() {
    return problems;
  }

  void open(NestedFile nested) {
    var part = nested.part();
    if (depth == DEEPEST) {
      problem(part, "is inside a file within a file; save it separately and screen that file");
      return;
    }
    Path unpacked = null;
    try {
      unpacked = unpack(nested.content());
      var source = PictureSource.open(unpacked, dotsPerInch, depth + 1);
      sources.add(source);
      source.problems().forEach(other -> problem(in(part, other.part()), other.reason()));
      for (var picture : source.pictures()) {
        pictures.add(picture(nested, picture, unpacked));
      }
    } catch (IOException | RuntimeException e) {
      var reason =
          unpacked == null ? FailureText.reason(e) : SkippedInput.of(unpacked, "", e).reason();
      problem(part, reason);
    }
  }

  private void problem(String part, String reason) {
    problems.add(new SkippedInput(file.toString(), part, reason));
  }

  private static InputPicture picture(NestedFile nested, InputPicture picture, Path unpacked) {
    return new InputPicture(
        nested.name() + picture.name(),
        in(nested.part(), picture.part()),
        nested.page(),
        List.of(),
        picture.size(),
        () -> {
          try {
            return picture.decoding().decode();
          } catch (IOException e) {
            throw new IOException(SkippedInput.of(unpacked, "", e).reason(), e);
          }
        });
  }

  private static String in(String part, String inner) {
    return inner.isEmpty() ? part : part + ", " + inner;
  }

  private Path unpack(NestedContent content) throws IOException {
    if (folder == null) {
      folder = TemporaryFiles.folder();
    }
    count++;
    var target = folder.resolve(String.format(Locale.ROOT, "file-%d", count));
    try (var stream = content.open();
        var out = Files.newOutputStream(target)) {
      copy(stream, out);
    }
    return target;
  }

  private static void copy(InputStream stream, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long copied = 0;
    for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
      copied += read;
      if (copied > LARGEST) {
        throw new IOException(
            "is larger than " + (LARGEST >> 20) + " MB; save it separately and screen that file");
      }
      out.write(buffer, 0, read);
    }
  }

  @Override
  public void close() throws IOException {
    for (var source : sources) {
      source.close();
    }
    if (folder != null) {
      try (var files = Files.list(folder)) {
        for (var unpacked : files.toList()) {
          Files.delete(unpacked);
        }
      }
      Files.delete(folder);
    }
  }
}
