/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.IntProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.image.ChannelMapping.Lookup;
import sc.fiji.sparsevit.image.RgbMapping.PixelKind;

class RgbViewsTest {

  @Test
  void rgbIsTakenAsItIs() {
    var image = new ImagePlus("rgb", new ColorProcessor(2, 1, new int[] {0x123456, 0xff0080ff}));

    var seen = RgbViews.of(image);

    assertThat(Pixels.rgb(seen)).containsExactly(0x123456, 0x0080ff);
    assertThat(seen.mapping()).isEqualTo(RgbMapping.identity());
    assertThat(seen.mapping()).hasToString("8-bit RGB");
  }

  @Test
  void grayIsReplicatedWhateverTheContrast() {
    var image = gray8(0, 7, 200, 255);
    image.setDisplayRange(50, 100);

    var seen = RgbViews.of(image);

    assertThat(Pixels.rgb(seen)).containsExactly(0, 0x070707, 0xc8c8c8, 0xffffff);
    assertThat(seen.mapping().channels())
        .containsExactly(new ChannelMapping(1, Lookup.GRAY, 0, 255, false));
    assertThat(seen.mapping()).hasToString("8-bit, channel 1: 0 to 255 as gray");
  }

  @Test
  void thresholdDoesNotColorTheView() {
    var image = gray8(0, 7, 200, 255);
    image.getProcessor().setThreshold(100, 255, ImageProcessor.RED_LUT);

    assertThat(Pixels.rgb(RgbViews.of(image))).containsExactly(0, 0x070707, 0xc8c8c8, 0xffffff);
  }

  @Test
  void paletteIsApplied() {
    var image = gray8(0, 1, 2, 255);
    byte[] reds = new byte[256];
    reds[1] = (byte) 200;
    image.getProcessor().setLut(new LUT(reds, new byte[256], new byte[256]));

    var seen = RgbViews.of(image);

    assertThat(Pixels.rgb(seen)).containsExactly(0, 0xc80000, 0, 0);
    assertThat(seen.mapping().channels().get(0).lookup()).isEqualTo(Lookup.COLOR);
  }

  @Test
  void invertingLookupTableIsAppliedAndNamed() {
    var image = gray8(0, 7, 200, 255);
    image.getProcessor().invertLut();

    var seen = RgbViews.of(image);

    assertThat(Pixels.rgb(seen)).containsExactly(0xffffff, 0xf8f8f8, 0x373737, 0);
    assertThat(seen.mapping().channels().get(0).lookup()).isEqualTo(Lookup.INVERTED_GRAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 65535", "100 4095", "3000 3010"})
  void sixteenBitsLookAsOnTheScreen(String range) {
    var pixels = new short[] {0, 100, 3004, 3010, 4000, (short) 40000, (short) 65535, 77};
    var image = new ImagePlus("16", new ShortProcessor(4, 2, pixels, null));
    showFrom(image, range);

    var seen = RgbViews.of(image);

    assertThat(Pixels.rgb(seen)).isEqualTo(screen(image));
    assertThat(seen.mapping().pixels()).isEqualTo(PixelKind.BITS_16);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1 1", "0 0.003", "5 5", "-1e30 1e30"})
  void floatingPointLooksAsOnTheScreen(String range) {
    var pixels = new float[] {-3, -0.5f, 0, 0.001f, 0.002f, 1, 5, 1e20f};
    var image = new ImagePlus("32", new FloatProcessor(4, 2, pixels));
    showFrom(image, range);

    assertThat(Pixels.rgb(RgbViews.of(image))).isEqualTo(screen(image));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 1", "40000 40000"})
  void aDisplayRangeThatSaturatesThePictureIsNotTakenAndThatIsSaid(String range) {
    var pixels = new short[] {0, 100, 3004, 3010, 4000, (short) 40000, (short) 65535, 77};
    var image = new ImagePlus("16", new ShortProcessor(4, 2, pixels, null));
    showFrom(image, range);

    var seen = RgbViews.of(image);

    showFrom(image, "0 65535");
    assertThat(Pixels.rgb(seen)).isEqualTo(screen(image));
    assertThat(seen.mapping()).hasToString("16-bit, channel 1: 0 to 65535 (its own range) as gray");
    assertThat(seen.mapping().notes()).hasSize(1).first().asString().contains("saturates");
    assertThat(RgbViews.of(image).mapping().notes()).isEmpty();
  }

  @Test
  void eightBitChannelsThatTheDisplayRangeSaturatesAreTakenAsTheyAre() {
    var stack = new ImageStack(2, 2);
    for (int channel = 0; channel < 3; channel++) {
      stack.addSlice(new ByteProcessor(2, 2, new byte[] {9, 50, 100, (byte) 200}));
    }
    var image = new CompositeImage(new ImagePlus("rgb", stack), CompositeImage.COMPOSITE);
    var luts = image.getLuts();
    for (var lut : luts) {
      lut.min = 0;
      lut.max = 1;
    }
    image.setLuts(luts);

    assertThat(Pixels.rgb(RgbViews.of(image)))
        .containsExactly(0x090909, 0x323232, 0x646464, 0xc8c8c8);
  }

  @Test
  void displayRangeOfSixteenBitsIsRecorded() {
    var image = new ImagePlus("16", new ShortProcessor(2, 1, new short[] {10, 20}, null));
    image.setDisplayRange(12, 300);

    assertThat(RgbViews.of(image).mapping()).hasToString("16-bit, channel 1: 12 to 300 as gray");
  }

  @Test
  void notANumberIsBlackAndCounted() {
    var pixels = new float[] {Float.NaN, 0, 1, Float.NaN};
    var image = new ImagePlus("32", new FloatProcessor(2, 2, pixels));
    image.getProcessor().invertLut();

    var seen = RgbViews.of(image);

    assertThat(Pixels.rgb(seen)).containsExactly(0, 0xffffff, 0, 0);
    assertThat(seen.mapping().notANumber()).isEqualTo(2);
    assertThat(seen.mapping().toString()).contains("2 NaN pixels in black");
  }

  @Test
  void infinitePixelsLieOutsideTheRangeOfTheOthers() {
    var pixels = new float[] {Float.NEGATIVE_INFINITY, 2, 4, Float.POSITIVE_INFINITY};
    var image = new ImagePlus("32", new FloatProcessor(2, 2, pixels));

    var seen = RgbViews.of(image);

    assertThat(Pixels.rgb(seen)).containsExactly(0, 0, 0xffffff, 0xffffff);
    assertThat(seen.mapping().channels())
        .containsExactly(new ChannelMapping(1, Lookup.GRAY, 2, 4, false));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
  void imageWithoutAFiniteValueIsRefused(float value) {
    var image = new ImagePlus("gel 3", new FloatProcessor(2, 1, new float[] {value, value}));

    assertThatThrownBy(() -> RgbViews.of(image))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'gel 3'")
        .hasMessageContaining("no finite pixel value");
  }

  @Test
  void constantImageIsBlack() {
    var image = new ImagePlus("constant", new FloatProcessor(2, 1, new float[] {3, 3}));

    assertThat(Pixels.rgb(RgbViews.of(image))).containsExactly(0, 0);
  }

  @Test
  void imageWithoutPixelsIsRefused() {
    assertThatThrownBy(() -> RgbViews.of(new ImagePlus()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no pixels");
  }

  @Test
  void integersOfThirtyTwoBitsAreRefused() {
    var image = new ImagePlus("integers", new IntProcessor(1, 1));

    assertThatThrownBy(() -> RgbViews.of(image)).hasMessageContaining("convert the image");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sum", "Max", "Min", "Invert"})
  void channelsAreMergedAsOnTheScreen(String projection) {
    var image = fluorescence(16, CompositeImage.COMPOSITE);
    image.setProp("CompositeProjection", projection);

    var seen = RgbViews.of(image);

    int[] screen = screen(image);
    int[] rgb = Pixels.rgb(seen);
    for (int i = 0; i < rgb.length; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        // ImageJ rounds levels down in its inverted projection, and only there
        assertThat(rgb[i] >> shift & 0xff)
            .isBetween(
                (screen[i] >> shift & 0xff),
                (screen[i] >> shift & 0xff) + ("Invert".equals(projection) ? 3 : 0));
      }
    }
    assertThat(seen.mapping().channels()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 32})
  void everyBitDepthOfACompositeGoesThroughItsOwnRange(int bits) {
    var image = fluorescence(bits, CompositeImage.COMPOSITE);

    assertThat(Pixels.rgb(RgbViews.of(image))).isEqualTo(screen(image));
  }

  @ParameterizedTest
  @ValueSource(ints = {CompositeImage.COLOR, CompositeImage.GRAYSCALE})
  void channelInFrontDoesNotMatter(int mode) {
    var merged = Pixels.rgb(RgbViews.of(fluorescence(16, CompositeImage.COMPOSITE)));
    var image = fluorescence(16, mode);
    image.setPosition(2, 1, 1);

    assertThat(Pixels.rgb(RgbViews.of(image))).isEqualTo(merged);
  }

  @Test
  void channelThatIsSwitchedOffStaysAway() {
    var image = fluorescence(16, CompositeImage.COMPOSITE);
    image.setActiveChannels("101");

    var seen = RgbViews.of(image);

    assertThat(Pixels.rgb(seen)).isEqualTo(screen(image));
    assertThat(seen.mapping().channels()).extracting(ChannelMapping::channel).containsExactly(1, 3);
  }

  @Test
  void pictureOfAHyperstackHasAllItsChannels() {
    var image = hyperstack();
    var third = StackPosition.all(image).get(2);

    assertThat(StackPosition.all(image)).hasSize(3);
    assertThat(third).isEqualTo(new StackPosition(0, 3, 1));
    assertThat(third.stackIndex(image)).isEqualTo(5);
    assertThat(Pixels.rgb(RgbViews.of(image, third))).containsExactly(0x050600);
  }

  @Test
  void pictureOfAStackIsTakenWithoutTurningThePage() {
    var stack = new ImageStack(1, 1);
    for (int value = 1; value <= 3; value++) {
      stack.addSlice(new ByteProcessor(1, 1, new byte[] {(byte) value}));
    }
    var image = new ImagePlus("stack", stack);
    image.setSlice(2);

    assertThat(StackPosition.current(image)).isEqualTo(new StackPosition(1, 2, 1));
    assertThat(StackPosition.all(image))
        .extracting(position -> Pixels.rgb(RgbViews.of(image, position))[0])
        .containsExactly(0x010101, 0x020202, 0x030303);
    assertThat(image.getCurrentSlice()).isEqualTo(2);
  }

  @Test
  void wholeStackSharesTheDisplayRange() {
    var stack = new ImageStack(2, 1);
    stack.addSlice(new ShortProcessor(2, 1, new short[] {0, 1000}, null));
    stack.addSlice(new ShortProcessor(2, 1, new short[] {500, 501}, null));
    var image = new ImagePlus("stack", stack);
    image.setDisplayRange(0, 1023);

    var second = RgbViews.of(image, StackPosition.all(image).get(1));

    assertThat(Pixels.rgb(second)).containsExactly(0x7d7d7d, 0x7d7d7d);
  }

  @Test
  void unsavedEditInAVirtualStackIsSeen() {
    var stack =
        new VirtualStack(1, 1, null, "") {
          @Override
          public ImageProcessor getProcessor(int n) {
            return new ByteProcessor(1, 1, new byte[] {(byte) n});
          }
        };
    stack.addSlice("1");
    stack.addSlice("2");
    var image = new ImagePlus("virtual", stack);
    image.getProcessor().set(0, 99);

    assertThat(Pixels.rgb(RgbViews.of(image))).containsExactly(0x636363);
    assertThat(Pixels.rgb(RgbViews.of(image, new StackPosition(1, 2, 1))))
        .containsExactly(0x020202);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 32})
  void laterChangesOfPixelsAreSeenThroughTheView(int bits) {
    var image = IJ.createImage("later", bits + "-bit black", 2, 2, 1);
    if (bits == 24) {
      image = IJ.createImage("later", "RGB black", 2, 2, 1);
    }
    image.getProcessor().setf(0, 1);
    image.setDisplayRange(0, 100);
    var seen = RgbViews.of(image);
    int before = Pixels.rgb(seen)[3];

    image.getProcessor().setf(3, 90);

    assertThat(before).isZero();
    assertThat(Pixels.rgb(seen)[3]).isNotZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 32})
  void sourceIsLeftAlone(int bits) {
    var image = fluorescence(bits, CompositeImage.COMPOSITE);
    image.setPosition(2, 1, 1);
    image.setRoi(0, 0, 1, 1);
    var before = state(image);

    StackPosition.all(image).forEach(position -> Pixels.rgb(RgbViews.of(image, position)));

    assertThat(state(image)).isEqualTo(before);
    assertThat(image.changes).isFalse();
  }

  private static ImagePlus gray8(int... values) {
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      pixels[i] = (byte) values[i];
    }
    return new ImagePlus("gray", new ByteProcessor(values.length, 1, pixels));
  }

  private static CompositeImage fluorescence(int bits, int mode) {
    var source = IJ.createImage("fluorescence", bits + "-bit ramp", 64, 4, 3);
    for (int channel = 1; channel <= 3; channel++) {
      source.getStack().getProcessor(channel).rotate(90 * channel);
    }
    source.setDimensions(3, 1, 1);
    var image = new CompositeImage(source, mode);
    double top = bits == 8 ? 255 : bits == 16 ? 65535 : 1;
    image.setLuts(
        new LUT[] {
          lut(Color.MAGENTA, 0, top), lut(Color.GREEN, top / 5, top / 2), lut(Color.ORANGE, 0, top)
        });
    return image;
  }

  private static LUT lut(Color color, double minimum, double maximum) {
    var lut = LUT.createLutFromColor(color);
    lut.min = minimum;
    lut.max = maximum;
    return lut;
  }

  /** Two channels, red and green, of three slices; the pixel of stack index n has the value n. */
  private static ImagePlus hyperstack() {
    var stack = new ImageStack(1, 1);
    for (int n = 1; n <= 6; n++) {
      stack.addSlice(new ByteProcessor(1, 1, new byte[] {(byte) n}));
    }
    var source = new ImagePlus("hyperstack", stack);
    source.setDimensions(2, 3, 1);
    return new CompositeImage(source, CompositeImage.COMPOSITE);
  }

  private static void showFrom(ImagePlus image, String range) {
    var numbers = range.split(" ");
    image
        .getProcessor()
        .setMinAndMax(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
  }

  /** What ImageJ draws. */
  private static int[] screen(ImagePlus image) {
    var drawn = new ColorProcessor(image.getImage());
    int[] pixels = (int[]) drawn.getPixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] &= 0xffffff;
    }
    return pixels;
  }

  private static String state(ImagePlus image) {
    var text = new StringBuilder();
    for (int n = 1; n <= image.getStackSize(); n++) {
      for (float[] row : image.getStack().getProcessor(n).getFloatArray()) {
        text.append(java.util.Arrays.toString(row));
      }
    }
    for (var lut : image.getLuts()) {
      text.append(lut.min)
          .append('-')
          .append(lut.max)
          .append(java.util.Arrays.toString(lut.getBytes()));
    }
    return text.append(image.getCurrentSlice())
        .append(image.getDisplayRangeMin())
        .append(image.getDisplayRangeMax())
        .append(image.getRoi())
        .toString();
  }
}
