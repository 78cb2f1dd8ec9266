/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One image in each place where PDF 32000 lets one stand. */
class PdfContentTest {
  private static final int WIDTH = 37;
  private static final int HEIGHT = 23;
  private static final int GREEN = 150;

  @TempDir Path folder;

  /** Puts an image somewhere in a document of one page. */
  interface Putting {
    void put(Sheet sheet, COSStream image) throws IOException;
  }

  /** A page of 600 x 800 points, written by hand. */
  private record Sheet(PDDocument document, PDPage page) {
    static Sheet in(PDDocument document) {
      var page = new PDPage(new PDRectangle(600, 800));
      document.addPage(page);
      page.getCOSObject().setItem(COSName.RESOURCES, new COSDictionary());
      return new Sheet(document, page);
    }

    COSDictionary resources() {
      return page.getCOSObject().getCOSDictionary(COSName.RESOURCES);
    }

    void draws(String content) throws IOException {
      page.getCOSObject().setItem(COSName.CONTENTS, stream(new COSDictionary(), content));
    }

    COSStream stream(COSDictionary entries, String content) throws IOException {
      return stream(entries, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    COSStream stream(COSDictionary entries, byte[] content) throws IOException {
      var stream = document.getDocument().createCOSStream();
      stream.addAll(entries);
      try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(content);
      }
      return stream;
    }

    COSStream image(int width, int height, int green) throws IOException {
      return Samples.lossless(document, width, height, green).getCOSObject();
    }

    COSStream form(COSDictionary resources, String content) throws IOException {
      return stream(
          entries("Type", "/XObject", "Subtype", "/Form", "BBox", box(600), "Resources", resources),
          content);
    }

    COSStream tile(COSDictionary resources, String content, COSBase matrix) throws IOException {
      return stream(
          entries(
              "Type",
              "/Pattern",
              "PatternType",
              1,
              "PaintType",
              1,
              "TilingType",
              1,
              "BBox",
              box(600),
              "XStep",
              600,
              "YStep",
              600,
              "Resources",
              resources,
              "Matrix",
              matrix),
          content);
    }
  }

  private static COSDictionary entries(Object... keysAndValues) {
    var dictionary = new COSDictionary();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      dictionary.setItem(
          COSName.getPDFName((String) keysAndValues[i]), value(keysAndValues[i + 1]));
    }
    return dictionary;
  }

  private static COSBase value(Object value) {
    if (value instanceof COSBase base) {
      return base;
    }
    if (value instanceof Integer number) {
      return COSInteger.get(number);
    }
    if (value instanceof Double number) {
      return new COSFloat(number.floatValue());
    }
    if (value instanceof Boolean truth) {
      return COSBoolean.getBoolean(truth);
    }
    var text = (String) value;
    return text.startsWith("/") ? COSName.getPDFName(text.substring(1)) : new COSString(text);
  }

  private static COSArray array(Object... values) {
    var array = new COSArray();
    Stream.of(values).map(PdfContentTest::value).forEach(array::add);
    return array;
  }

  private static COSArray box(int side) {
    return array(0, 0, side, side);
  }

  private static COSDictionary xObject(COSBase object) {
    return entries("XObject", entries("X", object));
  }

  private static final String DRAW = "q 74 0 0 46 100 200 cm /X Do Q";

  /** Where the image's box is 74 x 46 points, 100 from the left and 200 from below. */
  private static Named<Putting> drawn(String where, Putting putting) {
    return Named.of(where, putting);
  }

  static Stream<Named<Putting>> drawings() {
    return Stream.of(
        drawn(
            "page",
            (sheet, image) -> {
              sheet.resources().addAll(xObject(image));
              sheet.draws(DRAW);
            }),
        drawn(
            "resources of the parent of the page",
            (sheet, image) -> {
              sheet.page.getCOSObject().removeItem(COSName.RESOURCES);
              sheet.document.getPages().getCOSObject().setItem(COSName.RESOURCES, xObject(image));
              sheet.draws(DRAW);
            }),
        drawn(
            "content in several parts",
            (sheet, image) -> {
              sheet.resources().addAll(xObject(image));
              sheet
                  .page
                  .getCOSObject()
                  .setItem(
                      COSName.CONTENTS,
                      array(
                          sheet.stream(new COSDictionary(), "q 74 0 0 46 100"),
                          sheet.stream(new COSDictionary(), "200 cm /X Do Q")));
            }),
        drawn(
            "form",
            (sheet, image) -> {
              sheet.resources().addAll(xObject(sheet.form(xObject(image), DRAW)));
              sheet.draws("/X Do");
            }),
        drawn(
            "form in a form, with a matrix",
            (sheet, image) -> {
              var inner = sheet.form(xObject(image), "q 37 0 0 23 20 40 cm /X Do Q");
              inner.setItem(COSName.MATRIX, array(2, 0, 0, 2, 0, 0));
              sheet.resources().addAll(xObject(sheet.form(xObject(inner), "/X Do")));
              sheet.draws("1 0 0 1 60 120 cm /X Do");
            }),
        drawn(
            "transparency group",
            (sheet, image) -> {
              var form = sheet.form(xObject(image), DRAW);
              form.setItem(COSName.GROUP, entries("S", "/Transparency"));
              sheet.resources().addAll(xObject(form));
              sheet.draws("/X Do");
            }),
        drawn(
            "form without resources of its own",
            (sheet, image) -> {
              var form = sheet.form(new COSDictionary(), "q 74 0 0 46 100 200 cm /I Do Q");
              form.removeItem(COSName.RESOURCES);
              sheet.resources().setItem(COSName.XOBJECT, entries("X", form, "I", image));
              sheet.draws("/X Do");
            }),
        drawn(
            "tiling pattern",
            (sheet, image) -> {
              sheet.resources().addAll(pattern(sheet.tile(xObject(image), DRAW, identity())));
              sheet.draws("/Pattern cs /P scn 0 0 600 800 re f");
            }),
        drawn(
            "tiling pattern of a line",
            (sheet, image) -> {
              sheet.resources().addAll(pattern(sheet.tile(xObject(image), DRAW, identity())));
              sheet.draws("/Pattern CS /P SCN 20 w 0 0 m 600 800 l S");
            }),
        drawn(
            "tiling pattern with a matrix, whatever the page's is",
            (sheet, image) -> {
              var tile =
                  sheet.tile(
                      xObject(image), "q 37 0 0 23 50 100 cm /X Do Q", array(2, 0, 0, 2, 0, 0));
              sheet.resources().addAll(pattern(tile));
              sheet.draws("q 7 0 0 7 5 5 cm /Pattern cs /P scn 0 0 600 800 re f Q");
            }),
        drawn(
            "tiling pattern in a form, which moves it",
            (sheet, image) -> {
              var tile = sheet.tile(xObject(image), "q 74 0 0 46 0 0 cm /X Do Q", identity());
              sheet
                  .resources()
                  .addAll(xObject(sheet.form(pattern(tile), "/Pattern cs /P scn 0 0 9 9 re f")));
              sheet.draws("1 0 0 1 100 200 cm /X Do");
            }),
        drawn(
            "form in a tiling pattern in a tiling pattern in a form",
            (sheet, image) -> {
              var form = sheet.form(xObject(image), "q 74 0 0 46 50 100 cm /X Do Q");
              var inner = sheet.tile(xObject(form), "/X Do", array(1, 0, 0, 1, 20, 40));
              var outer =
                  sheet.tile(
                      pattern(inner), "/Pattern cs /P scn 0 0 9 9 re f", array(1, 0, 0, 1, 20, 40));
              sheet
                  .resources()
                  .addAll(xObject(sheet.form(pattern(outer), "/Pattern cs /P scn 0 0 9 9 re f")));
              sheet.draws("1 0 0 1 10 20 cm /X Do");
            }),
        drawn(
            "glyph of a Type 3 font",
            (sheet, image) -> {
              sheet.resources().addAll(font(sheet, xObject(image), "1000 0 d0 " + GLYPH));
              sheet.draws("BT /F 10 Tf 100 200 Td (a) Tj ET");
            }),
        drawn(
            "glyph shown by other operators, behind another",
            (sheet, image) -> {
              sheet.resources().addAll(font(sheet, xObject(image), "1000 0 d0 " + GLYPH));
              sheet.draws("BT /F 10 Tf 1 0 0 1 90 200 Tm 10 TL [(  ) 1000 (a)] TJ ET");
            }),
        drawn(
            "glyph whose images are in the resources of the page",
            (sheet, image) -> {
              sheet.resources().addAll(font(sheet, null, "1000 0 d0 " + GLYPH));
              sheet.resources().addAll(xObject(image));
              sheet.draws("BT /F 10 Tf 100 200 Td (a) Tj ET");
            }),
        drawn(
            "glyph of a font in the graphics state",
            (sheet, image) -> {
              var font =
                  font(sheet, xObject(image), "1000 0 d0 " + GLYPH)
                      .getCOSDictionary(COSName.FONT)
                      .getDictionaryObject("F");
              sheet
                  .resources()
                  .addAll(entries("ExtGState", entries("G", entries("Font", array(font, 10)))));
              sheet.draws("BT /G gs 100 200 Td (a) Tj ET");
            }),
        drawn(
            "tiling pattern in a glyph",
            (sheet, image) -> {
              var tile = pattern(sheet.tile(xObject(image), DRAW, identity()));
              sheet
                  .resources()
                  .addAll(font(sheet, tile, "1000 0 d0 /Pattern cs /P scn 0 0 1000 1000 re f"));
              sheet.draws("BT /F 10 Tf 100 200 Td (a) Tj ET");
            }),
        drawn(
            "group of a soft mask",
            (sheet, image) -> {
              sheet.resources().addAll(softMask(sheet.form(xObject(image), DRAW)));
              sheet.draws("/G gs 0 0 600 800 re f");
            }),
        drawn(
            "soft mask in a form, moved",
            (sheet, image) -> {
              var group = sheet.form(xObject(image), "q 74 0 0 46 0 0 cm /X Do Q");
              sheet
                  .resources()
                  .addAll(xObject(sheet.form(softMask(group), "/G gs 0 0 600 800 re f")));
              sheet.draws("1 0 0 1 100 200 cm /X Do");
            }),
        drawn(
            "tiling pattern in the group of a soft mask",
            (sheet, image) -> {
              var tile = pattern(sheet.tile(xObject(image), DRAW, identity()));
              sheet
                  .resources()
                  .addAll(softMask(sheet.form(tile, "/Pattern cs /P scn 0 0 600 800 re f")));
              sheet.draws("/G gs 0 0 600 800 re f");
            }),
        drawn(
            "layer that is switched off",
            (sheet, image) -> {
              var layer = entries("Type", "/OCG", "Name", "hidden");
              sheet
                  .document
                  .getDocumentCatalog()
                  .getCOSObject()
                  .setItem(
                      COSName.OCPROPERTIES,
                      entries("OCGs", array(layer), "D", entries("OFF", array(layer))));
              image.setItem(COSName.OC, layer);
              sheet.resources().addAll(xObject(image));
              sheet.resources().addAll(entries("Properties", entries("L", layer)));
              sheet.draws("/OC /L BDC " + DRAW + " EMC");
            }),
        drawn("appearance of an annotation", (sheet, image) -> annotation(sheet, "N", image, null)),
        drawn("appearance under the mouse", (sheet, image) -> annotation(sheet, "R", image, null)),
        drawn("appearance when pressed", (sheet, image) -> annotation(sheet, "D", image, null)),
        drawn(
            "appearance of a state that is off",
            (sheet, image) -> annotation(sheet, "N", image, "Off")),
        drawn(
            "alternate of another image",
            (sheet, image) -> {
              var other = sheet.image(5, 5, 10);
              other.setItem(COSName.getPDFName("Alternates"), array(entries("Image", image)));
              sheet.resources().addAll(xObject(other));
              sheet.draws(DRAW);
            }),
        drawn(
            "soft mask that is finer than its image, and so holds the picture",
            (sheet, image) -> {
              var other = sheet.image(1, 1, 10);
              other.setItem(COSName.SMASK, image);
              sheet.resources().addAll(xObject(other));
              sheet.draws(DRAW);
            }));
  }

  private static final String GLYPH = "q 7400 0 0 4600 0 0 cm /X Do Q";

  private static COSArray identity() {
    return array(1, 0, 0, 1, 0, 0);
  }

  private static COSDictionary pattern(COSStream tile) {
    return entries("Pattern", entries("P", tile));
  }

  private static COSDictionary softMask(COSStream group) {
    group.setItem(COSName.GROUP, entries("S", "/Transparency"));
    return entries(
        "ExtGState", entries("G", entries("SMask", entries("S", "/Luminosity", "G", group))));
  }

  private static COSDictionary font(Sheet sheet, COSDictionary resources, String glyph)
      throws IOException {
    var font =
        entries(
            "Type",
            "/Font",
            "Subtype",
            "/Type3",
            "FontBBox",
            box(1000),
            "FontMatrix",
            array(0.001, 0, 0, 0.001, 0, 0),
            "FirstChar",
            32,
            "LastChar",
            97,
            "Widths",
            array((Object[]) Collections.nCopies(66, 1000).toArray()),
            "Encoding",
            entries("Differences", array(97, "/a")),
            "CharProcs",
            entries("a", sheet.stream(new COSDictionary(), glyph)));
    if (resources != null) {
      font.setItem(COSName.RESOURCES, resources);
    }
    return entries("Font", entries("F", font));
  }

  private static void annotation(Sheet sheet, String kind, COSStream image, String state)
      throws IOException {
    var appearance = sheet.form(xObject(image), "q 37 0 0 23 0 0 cm /X Do Q");
    appearance.setItem(COSName.BBOX, array(0, 0, 37, 23));
    var appearances = entries(kind, state == null ? appearance : entries(state, appearance));
    var annotation =
        entries(
            "Type",
            "/Annot",
            "Subtype",
            "/Stamp",
            "Rect",
            array(100, 200, 174, 246),
            "AP",
            appearances,
            "F",
            2);
    sheet.page.getCOSObject().setItem(COSName.ANNOTS, array(annotation));
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void anImageIsFoundWhereverItIsDrawn(Putting putting) throws IOException {
    try (var source = open(putting)) {
      assertThat(source.problems()).isEmpty();
      var picture = only(source);
      assertThat(picture.page()).isEqualTo(1);
      assertThat(picture.part()).startsWith("page 1, image ");
      assertThat(picture.places()).hasSize(1);
      var place = picture.places().get(0);
      assertThat(place.page()).isEqualTo(1);
      assertThat(place.x()).isEqualTo(100, within(0.01));
      assertThat(place.y()).isEqualTo(800 - 200 - 46, within(0.01));
      assertThat(place.width()).isEqualTo(74, within(0.01));
      assertThat(place.height()).isEqualTo(46, within(0.01));
    }
  }

  static Stream<Named<Putting>> undrawn() {
    return Stream.of(
        Named.of(
            "resources of a page that does not draw it",
            (sheet, image) -> sheet.resources().addAll(xObject(image))),
        Named.of(
            "tiling pattern that is not used",
            (sheet, image) ->
                sheet.resources().addAll(pattern(sheet.tile(xObject(image), DRAW, identity())))),
        Named.of(
            "glyph that is not shown",
            (sheet, image) ->
                sheet.resources().addAll(font(sheet, xObject(image), "1000 0 d0 " + GLYPH))),
        Named.of(
            "annotation without an extent",
            (sheet, image) -> {
              annotation(sheet, "N", image, null);
              ((COSDictionary) sheet.page.getCOSObject().getCOSArray(COSName.ANNOTS).getObject(0))
                  .setItem(COSName.RECT, array(0, 0, 0, 0));
            }),
        Named.of(
            "icon of a button",
            (sheet, image) ->
                sheet
                    .page
                    .getCOSObject()
                    .setItem(
                        COSName.ANNOTS,
                        array(
                            entries(
                                "Subtype",
                                "/Widget",
                                "Rect",
                                box(10),
                                "MK",
                                entries("I", sheet.form(xObject(image), DRAW)))))),
        Named.of(
            "poster of a movie",
            (sheet, image) ->
                sheet
                    .page
                    .getCOSObject()
                    .setItem(
                        COSName.ANNOTS,
                        array(
                            entries(
                                "Subtype",
                                "/Movie",
                                "Rect",
                                box(10),
                                "Movie",
                                entries("Poster", image))))),
        Named.of(
            "private data of the program that made the page",
            (sheet, image) ->
                sheet
                    .page
                    .getCOSObject()
                    .setItem(
                        COSName.PIECE_INFO,
                        entries("Editor", entries("Private", entries("Before", image))))));
  }

  @ParameterizedTest
  @MethodSource("undrawn")
  void anImageThatNoPageDrawsIsFoundWithItsPage(Putting putting) throws IOException {
    try (var source = open(putting)) {
      assertThat(source.problems()).isEmpty();
      var picture = only(source);
      assertThat(picture.page()).isEqualTo(1);
      assertThat(picture.part()).isEqualTo("page 1, image 1");
      assertThat(picture.places()).isEmpty();
    }
  }

  @Test
  void anImageOfAPageThatIsKeptAsATemplateIsFound() throws IOException {
    Putting template =
        (sheet, image) -> {
          var page = entries("Type", "/Template", "Resources", xObject(image));
          sheet
              .document
              .getDocumentCatalog()
              .getCOSObject()
              .setItem(COSName.NAMES, entries("Templates", entries("Names", array("first", page))));
        };
    try (var source = open(template)) {
      var picture = only(source);
      assertThat(picture.part()).isEqualTo("on no page, image 1");
      assertThat(picture.name()).isEqualTo("-p000-i01");
      assertThat(picture.page()).isNull();
    }
  }

  @Test
  void anImageInTheContentThatIsDrawnTwiceIsOnePicture() throws IOException {
    Putting twice =
        (sheet, image) -> {
          var inline = "BI /W 2 /H 1 /CS /G /BPC 8 ID ab EI";
          var form = sheet.form(new COSDictionary(), "9 0 0 9 0 0 cm " + inline);
          sheet.resources().addAll(xObject(form));
          sheet.draws("q /X Do Q q 1 0 0 1 50 0 cm /X Do Q");
        };
    try (var source = open(twice)) {
      assertThat(source.pictures()).hasSize(1);
      assertThat(source.pictures().get(0).places()).hasSize(2);
    }
  }

  /** Old printing programs drew text in this way: thousands of letters are no pictures. */
  @Test
  void lettersThatAreDrawnAsImageMasksAreNoPicturesButALargeOneIs() throws IOException {
    Putting letters =
        (sheet, image) -> {
          var mask = "BI /IM true /W 8 /H 1 /BPC 1 ID a EI";
          sheet
              .resources()
              .addAll(font(sheet, null, "1000 0 0 0 1000 1000 d1 q 1000 0 0 1000 0 0 cm " + mask));
          sheet.draws("BT /F 10 Tf 100 200 Td (aaaa) Tj ET");
        };
    try (var source = open(letters)) {
      assertThat(source.pictures()).isEmpty();
      assertThat(source.problems())
          .extracting(p -> p.reason())
          .first()
          .asString()
          .contains("no raster image");
    }
    Putting large =
        (sheet, image) -> {
          letters.put(sheet, image);
          sheet.draws("BT /F 100 Tf 100 200 Td (a) Tj ET");
        };
    try (var source = open(large)) {
      assertThat(source.pictures()).hasSize(1);
    }
  }

  static Stream<Arguments> whatIsNamed() {
    return Stream.of(
        named(
            "page 1",
            "thumbnail",
            (sheet, image) ->
                sheet.page.getCOSObject().setItem(COSName.getPDFName("Thumb"), image)),
        named(
            "page 1",
            "PostScript",
            (sheet, image) -> {
              sheet
                  .resources()
                  .addAll(
                      xObject(
                          sheet.stream(entries("Type", "/XObject", "Subtype", "/PS"), "showpage")));
              sheet.draws("/X Do");
            }),
        named(
            "page 1",
            "another document",
            (sheet, image) -> {
              var form = sheet.form(new COSDictionary(), "");
              form.setItem(COSName.getPDFName("Ref"), entries("F", "other.pdf", "Page", 0));
              sheet.resources().addAll(xObject(form));
              sheet.draws("/X Do");
            }),
        named("page 1", "X is missing", (sheet, image) -> sheet.draws("/X Do")),
        named(
            "page 1",
            "ends too early",
            (sheet, image) -> {
              sheet.draws(DRAW.repeat(100));
              var content = (COSStream) sheet.page.getCOSObject().getItem(COSName.CONTENTS);
              byte[] whole = content.createRawInputStream().readAllBytes();
              try (var out = content.createRawOutputStream()) {
                out.write(whole, 0, whole.length / 2);
              }
              sheet.resources().addAll(xObject(image));
            }),
        named(
            "page 1",
            "50 deep",
            (sheet, image) -> {
              var form = sheet.form(new COSDictionary(), "/X Do");
              form.setItem(COSName.RESOURCES, xObject(form));
              sheet.resources().addAll(xObject(form));
              sheet.draws("/X Do");
            }),
        named(
            "page 1",
            "200000 forms",
            (sheet, image) -> {
              var form = sheet.form(new COSDictionary(), "");
              for (int i = 0; i < 7; i++) {
                form = sheet.form(xObject(form), "/X Do ".repeat(10));
              }
              sheet.resources().addAll(xObject(form));
              sheet.draws("/X Do");
            }),
        named(
            "",
            "XFA form",
            (sheet, image) -> {
              var xml =
                  "<draw><value><image contentType='image/png'>iVBORw0</image></value></draw>";
              sheet
                  .document
                  .getDocumentCatalog()
                  .getCOSObject()
                  .setItem(
                      COSName.ACRO_FORM,
                      entries("XFA", array("template", sheet.stream(new COSDictionary(), xml))));
            }));
  }

  private static Arguments named(String part, String reason, Putting putting) {
    return Arguments.of(part, reason, putting);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("whatIsNamed")
  void whatIsNotLookedAtIsNamedWithItsPage(String part, String reason, Putting putting)
      throws IOException {
    try (var source = open(putting)) {
      assertThat(source.problems()).hasSize(1);
      assertThat(source.problems().get(0).part()).isEqualTo(part);
      assertThat(source.problems().get(0).reason()).contains(reason);
    }
  }

  /** The picture among those of the source that is the one that was put there. */
  private static InputPicture only(PictureSource source) throws IOException {
    var pictures = source.pictures().stream().filter(PdfContentTest::isTheOne).toList();
    assertThat(pictures).hasSize(1);
    var image = pictures.get(0).decoding().decode().image();
    assertThat(image.width()).isEqualTo(WIDTH);
    assertThat(image.height()).isEqualTo(HEIGHT);
    assertThat(image.pixels().getAt(2, 2).get() >> 8 & 0xff).isEqualTo(GREEN);
    return pictures.get(0);
  }

  private static boolean isTheOne(InputPicture picture) {
    try {
      return picture.size().pixels() == WIDTH * HEIGHT;
    } catch (IOException e) {
      return false;
    }
  }

  private PictureSource open(Putting putting) throws IOException {
    var file = folder.resolve("paper.pdf");
    try (var document = new PDDocument()) {
      var sheet = Sheet.in(document);
      putting.put(sheet, sheet.image(WIDTH, HEIGHT, GREEN));
      document.save(file.toFile());
    }
    return PictureSource.open(file, 0);
  }
}
