/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.awt.AlphaComposite;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.w3c.dom.Element;

/** The screen of an animated GIF: each frame paints over a part of what the frames before left. */
final class GifCanvas {

  private final ImageReader reader;
  private final BufferedImage screen;
  private Runnable disposal = () -> {};

  private GifCanvas(ImageReader reader, int width, int height) {
    this.reader = reader;
    this.screen = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
  }

  static GifCanvas of(ImageReader reader) throws IOException {
    var screen = element(reader.getStreamMetadata(), "LogicalScreenDescriptor");
    return new GifCanvas(
        reader, number(screen, "logicalScreenWidth"), number(screen, "logicalScreenHeight"));
  }

  int width() {
    return screen.getWidth();
  }

  int height() {
    return screen.getHeight();
  }

  /** What is seen after this frame; frames are to come in their order. */
  BufferedImage draw(BufferedImage frame, int index) throws IOException {
    disposal.run();
    var metadata = reader.getImageMetadata(index);
    var descriptor = element(metadata, "ImageDescriptor");
    var place =
        new Rectangle(
            number(descriptor, "imageLeftPosition"),
            number(descriptor, "imageTopPosition"),
            frame.getWidth(),
            frame.getHeight());
    var control = element(metadata, "GraphicControlExtension");
    var before = copy(screen);
    disposal =
        switch (control == null ? "none" : control.getAttribute("disposalMethod")) {
          case "restoreToBackgroundColor" -> () -> clear(place);
          case "restoreToPrevious" -> () -> before.copyData(screen.getRaster());
          default -> () -> {};
        };
    var graphics = screen.createGraphics();
    graphics.drawImage(frame, place.x, place.y, null);
    graphics.dispose();
    return copy(screen);
  }

  private void clear(Rectangle place) {
    var graphics = screen.createGraphics();
    graphics.setComposite(AlphaComposite.Clear);
    graphics.fill(place);
    graphics.dispose();
  }

  private static BufferedImage copy(BufferedImage image) {
    var copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
    image.copyData(copy.getRaster());
    return copy;
  }

  private static Element element(IIOMetadata metadata, String name) {
    var tree = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
    return (Element) tree.getElementsByTagName(name).item(0);
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }
}
