/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static sc.fiji.sparsevit.image.TestFiles.encode;
import static sc.fiji.sparsevit.image.TestFiles.gray;
import static sc.fiji.sparsevit.image.TestFiles.rgb;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class ImageStackFileTest {

  @TempDir private Path folder;

  @Test
  void pagesOfATiffAreAStack() throws IOException {
    var file = open("pages.tif", tiff(gray(2, 10, 10), gray(2, 20, 20), gray(2, 30, 30)));

    assertThat(firstPixels(file)).containsExactly(0x0a0a0a, 0x141414, 0x1e1e1e);
    assertThat(file.omittedPages()).isZero();
  }

  @Test
  void pagesOfAnotherSizeOrKindAreLeftOutAndCounted() throws IOException {
    var file =
        open(
            "pages.tif",
            tiff(gray(2, 10, 10), gray(1, 20), rgb(2, 0x010203, 0x010203), gray(2, 30, 30)));

    assertThat(firstPixels(file)).containsExactly(0x0a0a0a, 0x1e1e1e);
    assertThat(file.omittedPages()).isEqualTo(2);
  }

  @Test
  void pagesOfSixteenBitsShareOneRange() throws IOException {
    var dark = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
    var bright = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
    bright.getRaster().setSample(0, 0, 0, 65535);

    assertThat(firstPixels(open("pages.tif", tiff(dark, bright)))).containsExactly(0, 0xffffff);
  }

  @Test
  void stackOfImageJGoesFromTheMinimumToTheMaximumOfAllItsSlices() throws IOException {
    var stack = new ImageStack(2, 1);
    stack.addSlice(new ShortProcessor(2, 1, new short[] {0, 100}, null));
    stack.addSlice(new ShortProcessor(2, 1, new short[] {(short) 65535, 100}, null));
    var image = new ImagePlus("stack", stack);
    image.setDisplayRange(90, 110);

    var file = openSaved(image);

    assertThat(firstPixels(file)).containsExactly(0, 0xffffff);
    assertThat(file.rgb().mapping()).hasToString("16-bit, channel 1: 0 to 65535 as gray");
  }

  @Test
  void floatingPointStackOfImageJIsRead() throws IOException {
    var stack = new ImageStack(3, 1);
    stack.addSlice(new FloatProcessor(3, 1, new float[] {-1, Float.NaN, 0}));
    stack.addSlice(new FloatProcessor(3, 1, new float[] {3, 1, 2}));

    var file = openSaved(new ImagePlus("stack", stack));

    assertThat(firstPixels(file)).containsExactly(0, 0xffffff);
    assertThat(file.rgb().mapping().notANumber()).isEqualTo(1);
  }

  @Test
  void hyperstackOfImageJKeepsItsChannelsAndLookupTables() throws IOException {
    var stack = new ImageStack(1, 1);
    for (int n = 0; n < 6; n++) {
      stack.addSlice(new ByteProcessor(1, 1, new byte[] {(byte) (40 * n)}));
    }
    var source = new ImagePlus("hyperstack", stack);
    source.setDimensions(2, 1, 3);
    var image = new CompositeImage(source, CompositeImage.COLOR);
    image.setLuts(
        new LUT[] {LUT.createLutFromColor(Color.CYAN), LUT.createLutFromColor(Color.RED)});
    for (int channel = 1; channel <= 2; channel++) {
      image.setC(channel);
      image.setDisplayRange(0, 255);
    }

    var file = openSaved(image);

    assertThat(firstPixels(file)).containsExactly(0x280000, 0x785050, 0xc8a0a0);
    assertThat(StackPosition.all(file.image()))
        .containsExactly(
            new StackPosition(0, 1, 1), new StackPosition(0, 1, 2), new StackPosition(0, 1, 3));
  }

  @Test
  void lookupTableOfAnImageJTiffIsApplied() throws IOException {
    var image = new ImagePlus("gel", new ByteProcessor(2, 1, new byte[] {0, 100}));
    image.getProcessor().invertLut();

    var file = openSaved(image);

    assertThat(Pixels.rgb(file.rgb())).containsExactly(0xffffff, 0x9b9b9b);
    assertThat(file.rgb().mapping()).hasToString("8-bit, channel 1: 0 to 255 as inverted gray");
  }

  @Test
  void framesOfAnAnimatedGifAreSeenAsTheyAreShown() throws IOException {
    var background = frame(rgb(3, 0xff0000, 0xff0000, 0xff0000), 0, "doNotDispose");
    var cleared = frame(rgb(1, 0x0000ff), 1, "restoreToBackgroundColor");
    var undone = frame(rgb(1, 0x00ff00), 2, "restoreToPrevious");
    var last = frame(rgb(1, 0xffff00), 0, "none");

    var file = open("animation.gif", encode("gif", List.of(background, cleared, undone, last)));

    assertThat(pixels(file))
        .containsExactly(
            new int[] {0xff0000, 0xff0000, 0xff0000},
            new int[] {0xff0000, 0x0000ff, 0xff0000},
            new int[] {0xff0000, 0x000000, 0x00ff00},
            new int[] {0xffff00, 0x000000, 0xff0000});
  }

  private static List<Integer> firstPixels(ImageFile file) throws IOException {
    return pixels(file).stream().map(picture -> picture[0]).toList();
  }

  private static List<int[]> pixels(ImageFile file) throws IOException {
    var pictures = new ArrayList<int[]>();
    for (var position : StackPosition.all(file.image())) {
      pictures.add(Pixels.rgb(file.rgb(position)));
    }
    return pictures;
  }

  private static byte[] tiff(BufferedImage... pages) throws IOException {
    return encode("tif", Stream.of(pages).map(page -> new IIOImage(page, null, null)).toList());
  }

  private static IIOImage frame(BufferedImage picture, int left, String disposal)
      throws IOException {
    var indexed =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED);
    indexed.createGraphics().drawImage(picture, 0, 0, null);
    var metadata = TestFiles.metadata("gif", ImageTypeSpecifier.createFromRenderedImage(indexed));
    var tree = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
    element(tree, "ImageDescriptor").setAttribute("imageLeftPosition", String.valueOf(left));
    element(tree, "GraphicControlExtension").setAttribute("disposalMethod", disposal);
    metadata.setFromTree(metadata.getNativeMetadataFormatName(), tree);
    return new IIOImage(indexed, null, metadata);
  }

  private static Element element(IIOMetadataNode tree, String name) {
    return (Element) tree.getElementsByTagName(name).item(0);
  }

  private ImageFile openSaved(ImagePlus image) throws IOException {
    var path = folder.resolve("saved.tif");
    new FileSaver(image).saveAsTiff(path.toString());
    return ImageFile.open(path);
  }

  private ImageFile open(String name, byte[] bytes) throws IOException {
    return ImageFile.open(Files.write(folder.resolve(name), bytes));
  }
}
