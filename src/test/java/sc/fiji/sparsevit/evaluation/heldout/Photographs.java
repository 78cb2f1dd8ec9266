/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Photographs that no training saw, and objects in some of them.
 *
 * @param files in the order of their names
 * @param saved whether a frame was saved as JPEG by itself
 */
record Photographs(List<Path> files, List<MarkedObject> objects, boolean saved) {
  private static final int LONG_SIDE = 384;
  private static final int SHORT_SIDE = 256;

  /**
   * An object whose outline is known.
   *
   * @param mask the name of the file with the outline
   */
  record MarkedObject(Path photo, String mask, Outline outline) {}

  /**
   * @param masks named as COCO's: a photograph's name without extension, an underscore, and more
   */
  static Photographs of(List<Path> files, List<Path> masks) throws IOException {
    var objects = new ArrayList<MarkedObject>();
    for (var photo : files) {
      for (var mask : masks) {
        if (Names.name(mask).startsWith(Names.stem(photo) + "_")) {
          var outline = Outline.of(PictureIo.read(mask).convertToByteProcessor(false));
          objects.add(new MarkedObject(photo, Names.name(mask), outline));
        }
      }
    }
    return new Photographs(files, List.copyOf(objects), false);
  }

  /** The same, but frames come from JPEG files of quality 60 to 90 that hold nothing else. */
  Photographs savedByThemselves() {
    return new Photographs(files, objects, true);
  }

  /** 384x256 of a photograph at its own resolution, upright if the photograph is. */
  ColorProcessor frame(int number, Chance chance) throws IOException {
    var photo = PictureIo.read(files.get(number));
    boolean upright = photo.getHeight() > photo.getWidth();
    var frame =
        PictureIo.crop(
            photo, upright ? SHORT_SIDE : LONG_SIDE, upright ? LONG_SIDE : SHORT_SIDE, chance);
    return saved ? PictureIo.throughJpeg(frame, chance.between(60, 90)) : frame;
  }
}
