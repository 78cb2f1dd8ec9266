/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import sc.fiji.sparsevit.batch.InputPicture.Decoded;
import sc.fiji.sparsevit.image.DecodedJpeg;
import sc.fiji.sparsevit.image.FaxEnd;
import sc.fiji.sparsevit.image.MemoryNeed;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbMapping;
import sc.fiji.sparsevit.image.RgbViews;
import sc.fiji.sparsevit.io.TemporaryFiles;
import sc.fiji.sparsevit.report.Provenance;
import sc.fiji.sparsevit.report.ProvenanceReader;

/**
 * A raster image of a PDF, at its own resolution, without the masks that cut it out on the page.
 */
record PdfImage(Path file, PDImage image) {
  /** Their samples are taken as they are, without a profile, as those of a file are. */
  private static final Set<String> PLAIN_COLORS =
      Set.of("DeviceRGB", "DeviceGray", "DeviceCMYK", "CalRGB", "CalGray", "ICCBased");

  private static final List<String> JPEG = List.of(COSName.DCT_DECODE.getName(), "DCT");

  private static final List<String> FAX = List.of(COSName.CCITTFAX_DECODE.getName(), "CCF");
  private static final int FAX_TAIL = 64;

  private static final int INKS = 4;

  /** Of the array that describes a palette. */
  private static final int PALETTE_VALUES = 3;

  private static final int MAXIMUM = 255;
  private static final int FIRST_PNG_PREDICTOR = 10;

  /** Whether a mask of the image's own resolution lets the content below show through. */
  static boolean isTransparent(PDImageXObject image) {
    var mask = image.getCOSObject().getCOSStream(COSName.SMASK);
    if (mask == null) {
      mask = image.getCOSObject().getCOSStream(COSName.MASK);
    }
    return mask != null
        && mask.getInt(COSName.WIDTH) == image.getWidth()
        && mask.getInt(COSName.HEIGHT) == image.getHeight();
  }

  long pixels() {
    return (long) image.getWidth() * image.getHeight();
  }

  Decoded decode() throws IOException {
    MemoryNeed.check(file, pixels(), 1, Integer.BYTES);
    requireData();
    var decoded = isJpeg() ? decodeJpeg() : understood(this::decodeSamples);
    var dictionary = image.getCOSObject();
    boolean masked = dictionary.containsKey(COSName.SMASK) || dictionary.containsKey(COSName.MASK);
    return masked ? decoded.mapped(RgbMapping::withoutAlpha) : decoded;
  }

  /** Decoding, by PDFBox, which answers damaged data with any kind of exception. */
  private interface PdfDecoding<T> {
    T run() throws IOException;
  }

  /** What goes wrong there becomes a sentence; what is refused here is one already. */
  private static <T> T understood(PdfDecoding<T> decoding) throws IOException {
    try {
      return decoding.run();
    } catch (RefusedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      boolean said =
          e instanceof IOException && e.getMessage() != null && !e.getMessage().startsWith("java.");
      var reason =
          said ? e.getMessage().replaceAll("COSName\\{(.*?)}", "$1") : "it contradicts itself";
      throw new IOException(
          "cannot be decoded ("
              + reason
              + "); get a complete copy, or extract it with another program",
          e);
    }
  }

  /** Refused with a sentence. */
  private static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    RefusedException(String sentence) {
      super(sentence);
    }
  }

  private void requireData() throws IOException {
    if (image instanceof PDImageXObject && image.getCOSObject().containsKey(COSName.F)) {
      throw new IOException("has its data in another file; screen that file");
    }
    if (image.isEmpty()) {
      throw new IOException("has no data; get a complete copy");
    }
  }

  private boolean isJpeg() {
    return "jpg".equals(image.getSuffix()) && !image.isStencil();
  }

  /** As the file that was put into the PDF, with its traces and its pixels untouched. */
  private Decoded decodeJpeg() throws IOException {
    byte[] bytes;
    try (var stream = image.createInputStream(JPEG)) {
      bytes = stream.readAllBytes();
    }
    var decoded = DecodedJpeg.of(bytes, colorTransform());
    var rgb = rgb(decoded.samples());
    var seen = new RgbImage(rgb.pixels(), rgb.mapping().noting(decoded.notes()));
    var jpeg = TemporaryFiles.file(".jpg");
    try {
      Files.write(jpeg, bytes);
      return new Decoded(seen, ProvenanceReader.read(jpeg));
    } finally {
      Files.delete(jpeg);
    }
  }

  private Integer colorTransform() {
    return parameters().getDictionaryObject("ColorTransform") instanceof COSNumber number
        ? number.intValue()
        : null;
  }

  /** Of the last filter. */
  private COSDictionary parameters() {
    var all = image.getCOSObject().getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
    var last =
        all instanceof COSArray several && several.size() > 0
            ? several.getObject(several.size() - 1)
            : all;
    return last instanceof COSDictionary dictionary ? dictionary : new COSDictionary();
  }

  /** A JPEG knows how many components it has; a PDF may know it worse, or not at all. */
  private RgbImage rgb(WritableRaster samples) throws IOException {
    var colors = colors();
    boolean fits = colors != null && colors.getNumberOfComponents() == samples.getNumBands();
    if (fits && !isPlain(colors)) {
      return PdfSource.rgb(image.getDecode() == null ? colors.toRGBImage(samples) : opaque());
    }
    applyDecode(samples);
    return RgbViews.of(samples);
  }

  private PDColorSpace colors() {
    try {
      return image.getColorSpace();
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private static boolean isPlain(PDColorSpace colors) {
    return PLAIN_COLORS.contains(colors.getName());
  }

  /** Most often, it turns ink into light or light into ink. */
  private void applyDecode(WritableRaster samples) {
    var decode = image.getDecode();
    int bands = samples.getNumBands();
    if (decode == null || decode.size() < 2 * bands) {
      return;
    }
    float[] ends = decode.toFloatArray();
    int[] row = new int[bands * samples.getWidth()];
    for (int y = 0; y < samples.getHeight(); y++) {
      samples.getPixels(0, y, samples.getWidth(), 1, row);
      for (int i = 0; i < row.length; i++) {
        int band = i % bands;
        float from = MAXIMUM * ends[2 * band];
        float value = from + row[i] * (ends[2 * band + 1] - ends[2 * band]);
        row[i] = Math.max(0, Math.min(MAXIMUM, Math.round(value)));
      }
      samples.setPixels(0, y, samples.getWidth(), 1, row);
    }
  }

  private Decoded decodeSamples() throws IOException {
    var notes = isCodedAsSamples() ? requireAllSamples() : faxNotes();
    var colors = image.isStencil() ? null : colors();
    if (colors instanceof PDIndexed palette) {
      requireColors(palette);
    }
    boolean inks = colors != null && isPlain(colors) && colors.getNumberOfComponents() == INKS;
    var rgb =
        inks && isCodedAsSamples()
            ? RgbViews.of(bytes(image.getRawRaster()))
            : PdfSource.rgb(read());
    var seen = new RgbImage(rgb.pixels(), rgb.mapping().noting(notes));
    return new Decoded(seen, Provenance.unknown("in a PDF, coded " + coding()));
  }

  /** PDFBox would show those that the palette lacks as black. */
  private void requireColors(PDIndexed palette) throws IOException {
    var values = ((COSArray) palette.getCOSObject()).getObject(PALETTE_VALUES);
    long bytes =
        values instanceof COSString text
            ? text.getBytes().length
            : values instanceof COSStream stream
                ? new PDStream(stream).toByteArray().length
                : Long.MAX_VALUE;
    long colors = bytes / palette.getBaseColorSpace().getNumberOfComponents();
    var samples = image.getRawRaster();
    int[] row = new int[samples.getWidth()];
    for (int y = 0; y < samples.getHeight(); y++) {
      for (int sample : samples.getSamples(0, y, row.length, 1, 0, row)) {
        if (sample >= colors) {
          throw new RefusedException(
              "has a palette of " + colors + " colors and uses more; get a complete copy");
        }
      }
    }
  }

  /** A fax may say that it has no end, since it knows its rows. */
  private List<String> faxNotes() throws IOException {
    boolean ends = parameters().getBoolean(COSName.getPDFName("EndOfBlock"), true);
    if (!"tiff".equals(image.getSuffix()) || !ends) {
      return List.of();
    }
    try (var code = image.createInputStream(FAX)) {
      byte[] bytes = code.readAllBytes();
      byte[] tail = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - FAX_TAIL), bytes.length);
      return FaxEnd.isIn(tail) ? List.of() : List.of(FaxEnd.MISSING);
    }
  }

  /** As 8 bits, which is what PDFBox makes of other images too. */
  private static WritableRaster bytes(WritableRaster samples) {
    if (samples.getTransferType() == DataBuffer.TYPE_BYTE) {
      return samples;
    }
    int bands = samples.getNumBands();
    var bytes =
        Raster.createInterleavedRaster(
            DataBuffer.TYPE_BYTE, samples.getWidth(), samples.getHeight(), bands, null);
    int[] row = new int[bands * samples.getWidth()];
    for (int y = 0; y < samples.getHeight(); y++) {
      samples.getPixels(0, y, samples.getWidth(), 1, row);
      Arrays.setAll(row, i -> row[i] >> Byte.SIZE);
      bytes.setPixels(0, y, samples.getWidth(), 1, row);
    }
    return bytes;
  }

  /** With the transparency that its mask gives it. */
  BufferedImage layer() throws IOException {
    MemoryNeed.check(file, pixels(), 2, Integer.BYTES);
    if (isCodedAsSamples()) {
      requireAllSamples();
    }
    return image.getImage();
  }

  private BufferedImage read() throws IOException {
    try {
      var pixels = image.isStencil() ? stencil() : opaque();
      if (pixels != null) {
        return pixels;
      }
    } catch (MissingImageReaderException e) {
      throw new RefusedException(unreadable());
    }
    throw new RefusedException(unreadable());
  }

  private String unreadable() {
    return "is coded " + coding() + ", which is not supported; extract it with another program";
  }

  /** Rather than as JPEG, JPEG 2000 or fax. */
  private boolean isCodedAsSamples() {
    return image.getSuffix() == null || "png".equals(image.getSuffix());
  }

  /**
   * What is missing or damaged would be shown as black or as noise, without a word.
   *
   * @return what to report about the end of the data
   */
  private List<String> requireAllSamples() throws IOException {
    long needed = image.getHeight() * bytesPerRow();
    if (!PdfData.isDeflated(image.getCOSObject())) {
      try (var samples = image.createInputStream()) {
        requireAll(samples.transferTo(OutputStream.nullOutputStream()) >= needed);
      }
      return List.of();
    }
    boolean markedRows = parameters().getInt(COSName.PREDICTOR) >= FIRST_PNG_PREDICTOR;
    try (var coded = image.createInputStream(PdfData.DEFLATED)) {
      var data = PdfData.inflate(coded);
      boolean all = data.bytes() >= needed + (markedRows ? image.getHeight() : 0);
      if (!all && data.end() == PdfData.End.DAMAGED) {
        throw new RefusedException("has damaged data; get a complete copy");
      }
      requireAll(all);
      return switch (data.end()) {
        case WHOLE -> List.of();
        case NO_CHECKSUM, CUT_OFF ->
            List.of("the end of its data in the PDF is missing; all samples are present");
        case WRONG_CHECKSUM ->
            List.of(
                "the checksum of its data in the PDF is wrong: they were damaged or changed after"
                    + " encoding; all samples are present");
        case DAMAGED ->
            List.of(
                "its data in the PDF are damaged after the last sample; all samples are present");
      };
    }
  }

  private static void requireAll(boolean there) throws IOException {
    if (!there) {
      throw new RefusedException("has only part of its data; get a complete copy");
    }
  }

  private long bytesPerRow() throws IOException {
    int samples = image.isStencil() ? 1 : image.getColorSpace().getNumberOfComponents();
    return ((long) image.getWidth() * samples * image.getBitsPerComponent() + 7) / 8;
  }

  /** How the pixels are coded, in words. */
  private String coding() {
    var suffix = image.getSuffix();
    return switch (suffix == null ? "" : suffix) {
      case "png" -> "without loss";
      case "jpg" -> "as JPEG";
      case "jpx" -> "as JPEG 2000";
      case "tiff" -> "as fax (CCITT)";
      case "jb2" -> "as JBIG2";
      default -> "in an unknown format";
    };
  }

  private BufferedImage opaque() throws IOException {
    return image instanceof PDImageXObject object ? object.getOpaqueImage() : image.getImage();
  }

  /** Ink on paper. */
  private BufferedImage stencil() throws IOException {
    var ink = image.getStencilImage(Color.BLACK);
    var paper = new BufferedImage(ink.getWidth(), ink.getHeight(), BufferedImage.TYPE_INT_RGB);
    var graphics = paper.createGraphics();
    graphics.drawImage(ink, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return paper;
  }
}
