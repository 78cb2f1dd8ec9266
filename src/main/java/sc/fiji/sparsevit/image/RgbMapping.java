/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which mapping to 8-bit RGB was used, with which numbers: what somebody else needs to see the same
 * pixels.
 *
 * @param pixels the kind of the source's pixels
 * @param channels one entry for each channel that is seen; empty for RGB, which is taken as it is
 * @param blend how several channels were merged
 * @param notANumber how many pixels of a 32-bit image are NaN, and so drawn in black
 * @param alphaDropped whether the file had an alpha channel, whose colors were kept and whose
 *     transparency was ignored
 * @param orientation the EXIF orientation that was applied, 1 to 8; 1 leaves the pixels where they
 *     are
 * @param notes what else is to be known of where the pixels come from, as that a file's end is
 *     missing; sentences without an end
 */
public record RgbMapping(
    PixelKind pixels,
    List<ChannelMapping> channels,
    ChannelBlend blend,
    long notANumber,
    boolean alphaDropped,
    int orientation,
    List<String> notes) {

  /** What one pixel of the source is. */
  public enum PixelKind {
    RGB("8-bit RGB"),
    BITS_8("8-bit"),
    BITS_16("16-bit"),
    BITS_32("32-bit");

    private final String words;

    PixelKind(String words) {
      this.words = words;
    }
  }

  public RgbMapping {
    channels = List.copyOf(channels);
    notes = List.copyOf(notes);
  }

  /** 8-bit red, green and blue, taken as they are. */
  public static RgbMapping identity() {
    return new RgbMapping(PixelKind.RGB, List.of(), ChannelBlend.SUM, 0, false, 1, List.of());
  }

  /** The same mapping, of an image that came from a file. */
  RgbMapping fromFile(boolean alpha, int exifOrientation, List<String> fileNotes) {
    return new RgbMapping(pixels, channels, blend, notANumber, alpha, exifOrientation, fileNotes);
  }

  /** The same mapping, of an image whose transparency was ignored. */
  public RgbMapping withoutAlpha() {
    return fromFile(true, orientation, notes);
  }

  /** The same mapping, with more to be known. */
  public RgbMapping noting(List<String> more) {
    return new RgbMapping(
        pixels,
        channels,
        blend,
        notANumber,
        alphaDropped,
        orientation,
        Stream.concat(notes.stream(), more.stream()).toList());
  }

  /** What somebody should know at once who looks at the result; mostly nothing. */
  @Override
  public List<String> notes() {
    var ranges =
        channels.stream()
            .filter(ChannelMapping::ownRange)
            .map(
                each ->
                    "the display range saturates the image, so the image's full range was used ("
                        + each
                        + ")");
    return Stream.concat(notes.stream(), ranges).toList();
  }

  /** The mapping in a line for people. */
  @Override
  public String toString() {
    var line = new StringBuilder(pixels.words);
    if (!channels.isEmpty()) {
      line.append(
          channels.stream().map(Object::toString).collect(Collectors.joining("; ", ", ", "")));
    }
    if (channels.size() > 1) {
      line.append("; merged by ").append(blend.words());
    }
    if (notANumber > 0) {
      line.append("; ").append(notANumber).append(" NaN pixels in black");
    }
    if (alphaDropped) {
      line.append("; alpha dropped");
    }
    if (orientation != 1) {
      line.append("; EXIF orientation ").append(orientation).append(" applied");
    }
    return line.toString();
  }
}
