/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDStream;
import sc.fiji.sparsevit.io.Sha256;

/**
 * Deflated data of a PDF, followed to their end. PDFBox takes what it can get and says nothing, so
 * that what is missing would be shown as black, or not be looked for.
 *
 * @param bytes how many there are, inflated
 * @param end what to report about their end
 */
record PdfData(long bytes, End end) {
  static final List<String> DEFLATED = List.of(COSName.FLATE_DECODE.getName(), "Fl");

  private static final int HEADER = 2;
  private static final int CHECKSUM = Integer.BYTES;
  private static final int BUFFER = 1 << 16;

  /** How deflated data end. */
  enum End {
    WHOLE,
    /** The last block is there, its checksum is not. */
    NO_CHECKSUM,
    /** The checksum is that of other data. */
    WRONG_CHECKSUM,
    /** The data stop within a block. */
    CUT_OFF,
    /** What follows is not deflated data. */
    DAMAGED
  }

  /** Whether the last filter of a stream is the one that is followed here. */
  static boolean isDeflated(COSDictionary stream) {
    var filters = stream.getDictionaryObject(COSName.FILTER, COSName.F);
    var last =
        filters instanceof COSArray several && several.size() > 0
            ? several.getObject(several.size() - 1)
            : filters;
    return last instanceof COSName name && DEFLATED.contains(name.getName());
  }

  /**
   * @throws IOException if content is cut off or damaged, and so perhaps an image lost with it
   */
  static void requireWhole(PDStream content) throws IOException {
    if (isDeflated(content.getCOSObject())) {
      try (var coded = content.createInputStream(DEFLATED)) {
        var end = inflate(coded).end;
        if (end == End.CUT_OFF || end == End.DAMAGED) {
          throw new EOFException(end == End.CUT_OFF ? "it ends too early" : "its data are damaged");
        }
      }
    }
  }

  static PdfData inflate(InputStream coded) throws IOException {
    coded.readNBytes(HEADER);
    var inflater = new Inflater(true); // without its own check, which would hide the last samples
    var checksum = new Adler32();
    byte[] in = new byte[BUFFER];
    byte[] out = new byte[BUFFER];
    int filled = 0;
    try {
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          filled = coded.read(in);
          if (filled < 0) {
            return new PdfData(inflater.getBytesWritten(), End.CUT_OFF);
          }
          inflater.setInput(in, 0, filled);
        }
        checksum.update(out, 0, inflater.inflate(out));
      }
      var rest = ByteBuffer.allocate(CHECKSUM);
      int left = Math.min(CHECKSUM, inflater.getRemaining());
      rest.put(in, filled - inflater.getRemaining(), left);
      rest.put(coded.readNBytes(CHECKSUM - left));
      return new PdfData(inflater.getBytesWritten(), end(rest, checksum.getValue()));
    } catch (DataFormatException e) {
      return new PdfData(inflater.getBytesWritten(), End.DAMAGED);
    } finally {
      inflater.end();
    }
  }

  private static End end(ByteBuffer rest, long checksum) {
    if (rest.hasRemaining()) {
      return End.NO_CHECKSUM;
    }
    return Integer.toUnsignedLong(rest.getInt(0)) == checksum ? End.WHOLE : End.WRONG_CHECKSUM;
  }

  /** The same for inline images of the same bytes. */
  static Object identity(COSDictionary parameters, byte[] data) {
    return parameters + Sha256.of(data);
  }
}
