/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import java.awt.Rectangle;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.sparsevit.copies.CopyFeatures;
import sc.fiji.sparsevit.copies.CopyFinder;
import sc.fiji.sparsevit.copies.Luminance;
import sc.fiji.sparsevit.io.WholeFile;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * What a picture is found again by, panel by panel.
 *
 * @param width of the picture, in pixels
 * @param height of the picture, in pixels
 * @param panels at least one: the whole picture if it has none of its own
 */
public record PictureFeatures(int width, int height, List<PanelFeatures> panels) {

  /** Keypoints of a square of 640 pixels: more cost time and space and find little more. */
  static final int MOST_IN_SQUARE = 1_000;

  private static final int FORMAT = 0x53565031;
  private static final int MOST_PANELS = 10_000;

  public PictureFeatures {
    panels = List.copyOf(panels);
  }

  /**
   * One panel, or a whole picture.
   *
   * @param name in its figure; empty for a whole picture
   * @param box in the picture's pixels
   * @param features in the picture's pixels
   */
  public record PanelFeatures(String name, Rectangle box, CopyFeatures features) {
    public PanelFeatures {
      box = new Rectangle(box);
    }

    @Override
    public Rectangle box() {
      return new Rectangle(box);
    }
  }

  /** A part of a figure by its name. */
  public record Part(String name, Rectangle box) {}

  /**
   * @param parts the figure's panels; empty for a picture without any
   * @throws java.util.concurrent.CancellationException when the listener says so
   */
  public static PictureFeatures of(Luminance picture, List<Part> parts, ProgressListener listener) {
    var all = CopyFinder.features(picture, MOST_IN_SQUARE, listener);
    int width = picture.width();
    int height = picture.height();
    if (parts.isEmpty()) {
      return new PictureFeatures(
          width, height, List.of(new PanelFeatures("", new Rectangle(width, height), all)));
    }
    var panels =
        parts.stream()
            .map(part -> new PanelFeatures(part.name(), part.box(), all.within(part.box())))
            .toList();
    return new PictureFeatures(width, height, panels);
  }

  public void write(Path file) throws IOException {
    WholeFile.write(
        file,
        part -> {
          try (var out =
              new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            write(out);
          }
        });
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(FORMAT);
    out.writeInt(width);
    out.writeInt(height);
    out.writeInt(panels.size());
    for (var panel : panels) {
      out.writeUTF(panel.name);
      out.writeInt(panel.box.x);
      out.writeInt(panel.box.y);
      out.writeInt(panel.box.width);
      out.writeInt(panel.box.height);
      panel.features.write(out);
    }
  }

  /**
   * @throws IOException if it cannot be read, or is not what {@link #write} wrote
   */
  public static PictureFeatures read(Path file) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return read(in);
    }
  }

  static PictureFeatures read(DataInput in) throws IOException {
    if (in.readInt() != FORMAT) {
      throw new IOException("these are not the features of a picture's panels");
    }
    int width = in.readInt();
    int height = in.readInt();
    int size = in.readInt();
    if (size < 1 || size > MOST_PANELS) {
      throw new IOException("the features of a picture's panels are damaged");
    }
    var panels = new ArrayList<PanelFeatures>();
    for (int i = 0; i < size; i++) {
      var name = in.readUTF();
      var box = new Rectangle(in.readInt(), in.readInt(), in.readInt(), in.readInt());
      panels.add(new PanelFeatures(name, box, CopyFeatures.read(in)));
    }
    return new PictureFeatures(width, height, panels);
  }
}
