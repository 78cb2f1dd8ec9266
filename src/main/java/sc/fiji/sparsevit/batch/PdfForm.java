/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** An XFA form: XML from which a viewer makes pages of its own. */
final class PdfForm {
  private static final COSName XFA = COSName.getPDFName("XFA");
  private static final Pattern PICTURE = Pattern.compile("<(\\w+:)?image[\\s>/]");
  private static final int MOST = 1 << 26;

  private PdfForm() {}

  /** Also true if that cannot be told. */
  static boolean holdsPictures(PDDocument document) {
    var form = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.ACRO_FORM);
    var xfa = form == null ? null : form.getDictionaryObject(XFA);
    var packets = new COSArray();
    if (xfa instanceof COSArray several) {
      packets.addAll(several);
    } else if (xfa != null) {
      packets.add(xfa);
    }
    for (int i = 0; i < packets.size(); i++) {
      if (packets.getObject(i) instanceof COSStream packet && holdsPicture(packet)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsPicture(COSStream packet) {
    try (var stream = packet.createInputStream()) {
      byte[] text = stream.readNBytes(MOST);
      return text.length == MOST
          || PICTURE.matcher(new String(text, StandardCharsets.ISO_8859_1)).find();
    } catch (IOException e) {
      return true;
    }
  }
}
