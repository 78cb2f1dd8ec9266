/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Which pictures of a Word or PowerPoint document stand where, by the relationships of its parts.
 *
 * @param pictures names in the archive, in the order of slides and text, each with the slide where
 *     it appears first, from 1, or 0 outside of presentations
 * @param linked addresses of pictures that are not in the archive
 */
record OfficePictures(Map<String, Integer> pictures, List<String> linked) {
  private static final String TEXT = "word/document.xml";
  private static final String PRESENTATION = "ppt/presentation.xml";

  /** A few bytes can unpack to any size. */
  private static final int LARGEST_PART = 1 << 28;

  /**
   * @param target name in the archive, or an address if it lies outside
   */
  private record Relationship(String id, String type, String target, boolean outside) {}

  static OfficePictures of(ZipFile zip) throws IOException {
    var found = new OfficePictures(new LinkedHashMap<>(), new ArrayList<>());
    if (zip.getEntry(PRESENTATION) != null) {
      int number = 0;
      for (var slide : related(zip, PRESENTATION)) {
        if (slide.type().endsWith("/slide")) {
          number++;
          found.add(zip, slide.target(), number);
        }
      }
    } else if (zip.getEntry(TEXT) != null) {
      found.add(zip, TEXT, 0);
    }
    return found;
  }

  private void add(ZipFile zip, String part, int slide) throws IOException {
    for (var picture : related(zip, part)) {
      if (!picture.type().endsWith("/image")) {
        continue;
      }
      if (picture.outside()) {
        linked.add(picture.target());
      } else if (zip.getEntry(picture.target()) != null) {
        pictures.putIfAbsent(picture.target(), slide);
      }
    }
  }

  /** In the order in which the part mentions them. */
  private static List<Relationship> related(ZipFile zip, String part) throws IOException {
    int folder = part.lastIndexOf('/') + 1;
    var file = part.substring(0, folder) + "_rels/" + part.substring(folder) + ".rels";
    var related = new ArrayList<Relationship>();
    if (zip.getEntry(file) != null && zip.getEntry(part) != null) {
      var elements = parsed(zip, file).getElementsByTagNameNS("*", "Relationship");
      for (int i = 0; i < elements.getLength(); i++) {
        related.add(relationship(part, (Element) elements.item(i)));
      }
      var order = mentions(parsed(zip, part));
      related.sort(Comparator.comparing(each -> order.getOrDefault(each.id(), Integer.MAX_VALUE)));
    }
    return related;
  }

  private static Relationship relationship(String part, Element element) {
    var target = element.getAttribute("Target");
    boolean outside = element.getAttribute("TargetMode").equals("External");
    return new Relationship(
        element.getAttribute("Id"),
        element.getAttribute("Type"),
        outside ? target : resolved(part, target),
        outside);
  }

  private static String resolved(String part, String target) {
    try {
      return URI.create("/" + part).resolve(target).getPath().substring(1);
    } catch (IllegalArgumentException noAddress) {
      return target;
    }
  }

  /** Where each attribute's value is met first. */
  private static Map<String, Integer> mentions(Document document) {
    var mentions = new LinkedHashMap<String, Integer>();
    var elements = document.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      var attributes = elements.item(i).getAttributes();
      int place = i;
      IntStream.range(0, attributes.getLength())
          .mapToObj(attributes::item)
          .filter(attribute -> attribute.getNodeName().startsWith("r:"))
          .forEach(attribute -> mentions.putIfAbsent(attribute.getNodeValue(), place));
    }
    return mentions;
  }

  private static Document parsed(ZipFile zip, String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry.getSize() > LARGEST_PART) {
      throw new IOException(name + " in it is too large");
    }
    try (var stream = zip.getInputStream(entry)) {
      var factory = DocumentBuilderFactory.newInstance();
      // Nothing outside of the file is fetched, and nothing in it grows.
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(stream);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(name + " in it is damaged", e);
    }
  }
}
