/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** Pieces of a self-contained HTML page: the only place, with {@link HtmlPage}, that knows tags. */
public final class Html {
  private Html() {}

  /** Text that can be used in an element or in a quoted attribute: nothing in it is markup. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Text in its own lines, in letters of one width. */
  public static String listing(String text) {
    return "<pre>" + escape(text) + "</pre>";
  }

  /** A table of texts; every row has a cell for each column of the header. */
  public static String table(List<String> header, List<List<String>> rows) {
    return rows.stream()
        .map(row -> row("td", row))
        .collect(
            Collectors.joining(
                "", "<table><thead>" + row("th", header) + "</thead><tbody>", "</tbody></table>"));
  }

  private static String row(String cell, List<String> texts) {
    return texts.stream()
        .map(text -> "<" + cell + ">" + escape(text) + "</" + cell + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  /** A table of pictures with their captions; an empty cell has nothing to show. */
  public static String pictureTable(List<String> header, List<List<Optional<PagePicture>>> rows) {
    return rows.stream()
        .map(Html::pictureRow)
        .collect(
            Collectors.joining(
                "",
                "<table class=\"maps\"><thead>" + row("th", header) + "</thead><tbody>",
                "</tbody></table>"));
  }

  private static String pictureRow(List<Optional<PagePicture>> cells) {
    return cells.stream()
        .map(cell -> cell.map(p -> p.toImg() + "<br>" + escape(p.caption())).orElse("–"))
        .collect(Collectors.joining("</td><td>", "<tr><td>", "</td></tr>"));
  }

  /** Pictures under one caption; each shows its own when it is pointed at. */
  public static String figure(String caption, List<PagePicture> pictures) {
    return pictures.stream()
        .map(PagePicture::toImg)
        .collect(
            Collectors.joining(
                "", "<figure><figcaption>" + escape(caption) + "</figcaption>", "</figure>"));
  }

  /**
   * Pieces side by side.
   *
   * @param pieces that this class or {@link LineChart} made
   */
  public static String beside(List<String> pieces) {
    return pieces.stream().collect(Collectors.joining("", "<div class=\"side\">", "</div>"));
  }

  /**
   * A picture as the address of an {@code img} element.
   *
   * @param format {@code png}, or {@code jpg} for what looks like a photograph
   */
  public static String dataUri(BufferedImage picture, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture could not be coded as " + format + " in memory", e);
    }
    return "data:image/"
        + (format.equals("jpg") ? "jpeg" : format)
        + ";base64,"
        + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
