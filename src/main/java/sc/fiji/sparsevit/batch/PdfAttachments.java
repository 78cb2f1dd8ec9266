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
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import sc.fiji.sparsevit.io.FailureText;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.io.TemporaryFiles;

/**
 * The files in a PDF, portfolios among them: each is unpacked into a temporary folder, where its
 * pictures are read as if it had been an input of its own. What is no picture and no PDF is named.
 */
final class PdfAttachments implements Closeable {
  /** A few bytes can unpack to any size. */
  private static final long LARGEST = 1L << 30;

  /** A file within a file within the input. */
  private static final int DEEPEST = 2;

  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_NAME = 100;

  private static final List<COSName> NAMES =
      Stream.of("UF", "F", "Unix", "DOS", "Mac").map(COSName::getPDFName).toList();

  private final Path file;
  private final int dotsPerInch;
  private final int depth;
  private final List<PictureSource> sources = new ArrayList<>();
  private final List<InputPicture> pictures = new ArrayList<>();
  private final List<SkippedInput> problems = new ArrayList<>();
  private Path folder;

  /**
   * @param depth how many files this one lies in
   */
  PdfAttachments(Path file, int dotsPerInch, int depth) {
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

  void open(List<PdfImages.Attachment> attachments) {
    for (int i = 0; i < attachments.size(); i++) {
      open(attachments.get(i), i + 1);
    }
  }

  private void open(PdfImages.Attachment attachment, int number) {
    var name = name(attachment.specification());
    var part =
        (attachment.page() == 0 ? "" : "page " + attachment.page() + ", ")
            + "attachment '"
            + name
            + "'";
    if (depth == DEEPEST) {
      problem(part, "lies in a file within a file; save it as a file and name that");
      return;
    }
    Path unpacked = null;
    try {
      unpacked = unpack(attachment.specification(), number);
      var source = PictureSource.open(unpacked, dotsPerInch, depth + 1);
      sources.add(source);
      source.problems().forEach(other -> problem(in(part, other.part()), other.reason()));
      for (var picture : source.pictures()) {
        pictures.add(picture(attachment, number, part, picture, unpacked));
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

  private static InputPicture picture(
      PdfImages.Attachment attachment,
      int number,
      String part,
      InputPicture picture,
      Path unpacked) {
    return new InputPicture(
        PageNames.attachment(number) + picture.name(),
        in(part, picture.part()),
        attachment.page() == 0 ? null : attachment.page(),
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

  private Path unpack(COSDictionary specification, int number) throws IOException {
    if (folder == null) {
      folder = TemporaryFiles.folder();
    }
    var target = folder.resolve(String.format(Locale.ROOT, "attachment-%d", number));
    try (var stream = content(specification).createInputStream();
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
            "is larger than " + (LARGEST >> 20) + " MB; save it as a file and name that");
      }
      out.write(buffer, 0, read);
    }
  }

  private static COSStream content(COSDictionary specification) throws IOException {
    var files = specification.getCOSDictionary(COSName.EF);
    return NAMES.stream()
        .map(files::getDictionaryObject)
        .filter(COSStream.class::isInstance)
        .map(COSStream.class::cast)
        .findFirst()
        .orElseThrow(() -> new IOException("has no data; get a complete copy"));
  }

  private static String name(COSDictionary specification) {
    var name =
        NAMES.stream()
            .map(specification::getString)
            .filter(text -> text != null && !text.isBlank())
            .findFirst()
            .orElse("without a name")
            .replaceAll("\\p{Cntrl}", "?");
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
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
