/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import sc.fiji.sparsevit.batch.NestedFiles.NestedFile;
import sc.fiji.sparsevit.io.FailureText;
import sc.fiji.sparsevit.io.SkippedInput;

/**
 * A Word or PowerPoint document or an EPUB: every picture in it as it is stored, once. What was
 * cropped away on a slide or page is still in the file, and is analyzed, too.
 */
final class OfficeSource implements PictureSource {
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  /** Of Microsoft's compound files: old documents, and new ones that are encrypted. */
  private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  /** Of a compound file, in bytes: its directory is usually near its start. */
  private static final int SEARCHED = 1 << 26;

  /** More files than any document holds. */
  private static final int MOST_FILES = 100_000;

  private static final Set<String> DRAWINGS = Set.of("emf", "wmf", "svg", "wdp", "emz", "wmz");

  private static final Set<String> IMAGES =
      Set.of("png", "jpg", "jpeg", "tif", "tiff", "gif", "bmp");

  private static final Set<String> DOCUMENTS =
      Set.of("pdf", "docx", "docm", "pptx", "pptm", "ppsx", "ppsm", "epub");

  private final Path file;
  private final ZipFile zip;
  private final NestedFiles nested;
  private final Map<Integer, Integer> counts = new HashMap<>();
  private final List<SkippedInput> problems = new ArrayList<>();

  private OfficeSource(Path file, ZipFile zip, int dotsPerInch, int depth) {
    this.file = file;
    this.zip = zip;
    this.nested = new NestedFiles(file, dotsPerInch, depth);
  }

  /** Whether a file is such a document, recognized by its first bytes and what it holds. */
  static boolean isDocument(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    byte[] start;
    try (var stream = Files.newInputStream(file)) {
      start = stream.readNBytes(ZIP.length);
    }
    if (Arrays.equals(start, COMPOUND)) {
      return true;
    }
    if (!Arrays.equals(start, ZIP)) {
      return false;
    }
    try (var zip = new ZipFile(file.toFile())) {
      return zip.getEntry("[Content_Types].xml") != null || isEpub(zip);
    } catch (ZipException damaged) {
      return isNamed(file);
    }
  }

  /** Of any name, as long as it keeps pictures where such documents do. */
  static boolean isDocumentWithMedia(Path file) throws IOException {
    return isZip(file) && isDocument(file) && holds(file, name -> name.contains("/media/"));
  }

  /** A plain zip archive; one of regions or tables is none of pictures. */
  static boolean isArchiveOfPictures(Path file) throws IOException {
    return isZip(file)
        && !isDocument(file)
        && holds(file, name -> IMAGES.contains(ending(name)) || DOCUMENTS.contains(ending(name)));
  }

  private static boolean isZip(Path file) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      return Arrays.equals(stream.readNBytes(ZIP.length), ZIP);
    }
  }

  private static boolean holds(Path file, Predicate<String> name) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      return zip.stream().map(ZipEntry::getName).anyMatch(name);
    }
  }

  private static boolean isEpub(ZipFile zip) {
    return zip.getEntry("META-INF/container.xml") != null;
  }

  private static boolean isNamed(Path file) {
    return DOCUMENTS.contains(ending(file.toString()));
  }

  /**
   * @param depth how many other files it was found in
   * @throws IOException if it is encrypted, damaged or of an old format; the message is a sentence
   */
  static OfficeSource open(Path file, int dotsPerInch, int depth) throws IOException {
    requireOpenFormat(file);
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new IOException(
          "'" + file + "' cannot be unpacked (" + e.getMessage() + "); get a complete copy", e);
    }
    var source = new OfficeSource(file, zip, dotsPerInch, depth);
    try {
      source.list();
      return source;
    } catch (IOException | RuntimeException e) {
      source.close();
      throw new IOException(
          "'" + file + "' cannot be read (" + FailureText.reason(e) + "); get a complete copy", e);
    }
  }

  private static void requireOpenFormat(Path file) throws IOException {
    byte[] start;
    try (var stream = Files.newInputStream(file)) {
      start = stream.readNBytes(SEARCHED);
    }
    if (Arrays.equals(start, 0, Math.min(start.length, ZIP.length), COMPOUND, 0, ZIP.length)) {
      throw new IOException(
          contains(start, ENCRYPTED)
              ? "'" + file + "' is encrypted; save a copy that opens without a password"
              : "'" + file + "' is in the format from before 2007; save it as .docx or .pptx");
    }
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }

  private void list() throws IOException {
    if (zip.size() > MOST_FILES) {
      throw new IOException("it holds " + zip.size() + " files");
    }
    if (zip.getEntry("META-INF/encryption.xml") != null) {
      problem("is partly protected, possibly including its images; get an unprotected copy");
    }
    var standing = OfficePictures.of(zip);
    standing.pictures().forEach(this::open);
    standing.linked().forEach(name -> problem("shows '" + name + "', which is not in the file"));
    zip.stream()
        .map(entry -> entry.getName())
        .filter(name -> !standing.pictures().containsKey(name) && isPicture(name))
        .sorted()
        .forEach(name -> open(name, 0));
    problems.addAll(nested.problems());
    if (nested.pictures().isEmpty() && problems.isEmpty()) {
      problem("contains no images");
    }
  }

  private boolean isPicture(String name) {
    boolean media = name.contains("/media/") && !name.endsWith("/");
    return media || isEpub(zip) && IMAGES.contains(ending(name));
  }

  private void problem(String reason) {
    problems.add(new SkippedInput(file.toString(), "", reason));
  }

  /**
   * @param slide from 1; 0 if it is on none, or that is not known
   */
  private void open(String name, int slide) {
    int number = counts.merge(slide, 1, Integer::sum);
    var part = (slide > 0 ? "slide " + slide + ", " : "") + "image " + number;
    if (DRAWINGS.contains(ending(name))) {
      problems.add(
          new SkippedInput(
              file.toString(),
              part + " (" + name + ")",
              "is a drawing, not an image; save the document as PDF and rasterize its pages"));
      return;
    }
    nested.open(
        new NestedFile(
            slide > 0 ? slide : null,
            PageNames.image(slide, number),
            part,
            () -> zip.getInputStream(zip.getEntry(name))));
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  @Override
  public List<InputPicture> pictures() {
    return nested.pictures();
  }

  @Override
  public List<SkippedInput> problems() {
    return problems;
  }

  @Override
  public void close() throws IOException {
    nested.close();
    zip.close();
  }
}
