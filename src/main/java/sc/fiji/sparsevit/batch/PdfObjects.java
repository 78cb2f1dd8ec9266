/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;

/**
 * The net under {@link PdfContent}: goes from object to object, whether anything is drawn or not,
 * so that an image that no page draws is not passed over, nor a file that is attached.
 */
final class PdfObjects {
  private static final COSName THUMB = COSName.getPDFName("Thumb");
  private static final COSName HALFTONE = COSName.getPDFName("HalftoneType");

  private final Finds finds;
  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Receives what an object refers to, everything once. */
  interface Finds {
    void image(COSStream image);

    /** The thumbnail of a page that some viewers show. */
    void thumbnail(COSStream image);

    /**
     * @param specification of the file, with its name and its data
     */
    void attachment(COSDictionary specification);
  }

  PdfObjects(Finds finds) {
    this.finds = finds;
  }

  /** An object on the way, and the key that it hangs on. */
  private record ReachedObject(COSName key, COSBase object) {}

  /** Goes through what hangs on an object; other pages are not entered. */
  void walk(COSBase root) {
    var steps = new ArrayDeque<ReachedObject>();
    steps.push(new ReachedObject(COSName.ROOT, root));
    while (!steps.isEmpty()) {
      var step = steps.pop();
      var next = next(step, step.object() == root);
      for (int i = next.size() - 1; i >= 0; i--) {
        steps.push(next.get(i)); // so that the first is the next
      }
    }
  }

  private List<ReachedObject> next(ReachedObject step, boolean root) {
    var object =
        step.object() instanceof COSObject reference ? reference.getObject() : step.object();
    var next = new ArrayList<ReachedObject>();
    if (object instanceof COSArray array && seen.add(array)) {
      array.forEach(item -> next.add(new ReachedObject(step.key(), item)));
    } else if (object instanceof COSStream stream && isImage(step.key(), stream)) {
      if (seen.add(stream)) {
        if (step.key().equals(THUMB)) {
          finds.thumbnail(stream);
        } else {
          finds.image(stream);
        }
      }
    } else if (object instanceof COSDictionary dictionary
        && (root || !isPage(dictionary))
        && seen.add(dictionary)) {
      boolean attachment = dictionary.getDictionaryObject(COSName.EF) instanceof COSDictionary;
      if (attachment) {
        finds.attachment(dictionary);
      }
      for (var entry : dictionary.entrySet()) {
        if (!entry.getKey().equals(COSName.PARENT)
            && !(attachment && entry.getKey().equals(COSName.EF))) {
          next.add(new ReachedObject(entry.getKey(), entry.getValue()));
        }
      }
    }
    return next;
  }

  private static boolean isPage(COSDictionary dictionary) {
    var type = dictionary.getCOSName(COSName.TYPE);
    return COSName.PAGE.equals(type) || COSName.PAGES.equals(type);
  }

  /** Thumbnails need not say what they are. */
  private static boolean isImage(COSName key, COSStream stream) {
    var subtype = stream.getCOSName(COSName.SUBTYPE);
    return COSName.IMAGE.equals(subtype)
        || subtype == null
            && stream.containsKey(COSName.WIDTH)
            && stream.containsKey(COSName.HEIGHT)
            && !stream.containsKey(HALFTONE);
  }
}
