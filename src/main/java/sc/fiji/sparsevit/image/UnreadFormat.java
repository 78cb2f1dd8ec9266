/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Kinds of files that may hold pictures but are not read here, so that each can be named instead of
 * being missed. Recognized by their first bytes, or else by the ending of their names. To add one,
 * add a line.
 */
public enum UnreadFormat {
  WEBP("a WebP image", Remedy.PNG, List.of("RIFF????WEBP"), "webp"),
  HEIF(
      "an HEIF or AVIF image",
      Remedy.PNG,
      List.of("????ftyphei", "????ftyphev", "????ftypmif1", "????ftypmsf1", "????ftypavi"),
      "heic",
      "heif",
      "avif"),
  JPEG_2000(
      "a JPEG 2000 image",
      Remedy.PNG,
      List.of("\0\0\0\fjP  \r\n\u0087\n", "\u00ffO\u00ffQ"),
      "jp2",
      "j2k",
      "jpx",
      "jpf"),
  JPEG_XL("a JPEG XL image", Remedy.PNG, List.of("\0\0\0\fJXL "), "jxl"),
  PHOTOSHOP("a Photoshop file", Remedy.TIFF, List.of("8BPS"), "psd", "psb"),
  CAMERA_RAW(
      "a camera's raw file",
      Remedy.TIFF,
      List.of(),
      "cr2",
      "cr3",
      "nef",
      "arw",
      "dng",
      "orf",
      "rw2",
      "raf",
      "pef",
      "srw"),
  MICROSCOPE(
      "a microscope's file",
      "open it in Fiji and save it as TIFF",
      List.of("ZISRAWFILE", "\u00da\u00ce\u00be\n"),
      "czi",
      "lif",
      "nd2",
      "oib",
      "oif",
      "zvi",
      "ims"),
  DICOM("a DICOM image", Remedy.TIFF, List.of("?".repeat(128) + "DICM"), "dcm"),
  FITS("a FITS image", Remedy.TIFF, List.of("SIMPLE  ="), "fits", "fit"),
  NETPBM("a Netpbm image", Remedy.PNG, List.of(), "pbm", "pgm", "ppm", "pnm", "pam", "pfm"),
  TARGA("a Targa image", Remedy.PNG, List.of(), "tga"),
  POSTSCRIPT(
      "a PostScript file", Remedy.PDF, List.of("%!PS", "\u00c5\u00d0\u00d3\u00c6"), "ps", "eps"),
  SVG("an SVG drawing", Remedy.PDF, List.of("<svg"), "svg", "svgz"),
  OLD_OFFICE(
      "a document in the format from before 2007",
      "save it as .docx or .pptx",
      List.of(),
      "doc",
      "dot",
      "ppt",
      "pps",
      "xls"),
  OTHER_DOCUMENT(
      "a document of another program",
      Remedy.PDF,
      List.of("{\\rtf"),
      "rtf",
      "odt",
      "odp",
      "ods",
      "odg",
      "key",
      "pages",
      "numbers",
      "pub",
      "xps",
      "oxps",
      "djvu"),
  ARCHIVE(
      "an archive",
      "unpack it and screen the folder",
      List.of("Rar!\u001a", "7z\u00bc\u00af'\u001c"),
      "rar",
      "7z",
      "tar",
      "tgz");

  private static final int LONGEST_SIGNATURE = 132;

  private final String name;
  private final String remedy;
  private final List<String> signatures;
  private final List<String> endings;

  /**
   * @param signatures first bytes; ? stands for any byte
   * @param endings of names, in lower case
   */
  UnreadFormat(String name, String remedy, List<String> signatures, String... endings) {
    this.name = name;
    this.remedy = remedy;
    this.signatures = signatures;
    this.endings = List.of(endings);
  }

  private static final class Remedy {
    static final String PNG = "save it as PNG";
    static final String TIFF = "save it as TIFF";
    static final String PDF = "save it as PDF";
  }

  /**
   * @throws IOException if the file cannot be read
   */
  public static Optional<UnreadFormat> of(Path file) throws IOException {
    byte[] start;
    try (var stream = Files.newInputStream(file)) {
      start = stream.readNBytes(LONGEST_SIGNATURE);
    }
    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    var ending = name.substring(name.lastIndexOf('.') + 1);
    return Arrays.stream(values())
        .filter(format -> format.starts(start))
        .findFirst()
        .or(
            () ->
                Arrays.stream(values())
                    .filter(format -> name.contains(".") && format.endings.contains(ending))
                    .findFirst());
  }

  private boolean starts(byte[] bytes) {
    return signatures.stream().anyMatch(signature -> Signatures.match(signature, bytes));
  }

  /** What it is and what to do, to follow the name of the file. */
  public String reason() {
    return "is " + name + ", which is not read here; " + remedy;
  }
}
