/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What copies of parts of a picture are found by, in it and in others: computed once, and small
 * enough to keep for an archive ({@value #BYTES_EACH} bytes for each keypoint).
 *
 * <pre>{@code
 * var features = CopyFinder.features(Luminance.of(image), listener);
 * features.write(new DataOutputStream(file));
 * }</pre>
 */
public final class CopyFeatures {

  private static final int FORMAT = 0x53564b32;
  private static final int BYTES_EACH = 17 + Descriptor.LENGTH;

  private final int width;
  private final int height;
  private final List<Keypoint> keypoints;

  CopyFeatures(int width, int height, List<Keypoint> keypoints) {
    this.width = width;
    this.height = height;
    this.keypoints = List.copyOf(keypoints);
  }

  /** The picture's, in pixels. */
  public int width() {
    return width;
  }

  /** The picture's, in pixels. */
  public int height() {
    return height;
  }

  /** Number of keypoints. */
  public int size() {
    return keypoints.size();
  }

  /** In the picture's pixels. */
  public List<Keypoint> keypoints() {
    return keypoints;
  }

  /** Those of a part of the picture, where they are in the picture. */
  public CopyFeatures within(Rectangle part) {
    var inside = keypoints.stream().filter(point -> part.contains(point.x(), point.y())).toList();
    return new CopyFeatures(width, height, inside);
  }

  /** Those of the picture's negative. */
  public CopyFeatures inverted() {
    return new CopyFeatures(width, height, keypoints.stream().map(Keypoint::inverted).toList());
  }

  /** Writes them as numbers, big-endian. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(FORMAT);
    out.writeInt(width);
    out.writeInt(height);
    out.writeInt(keypoints.size());
    for (var keypoint : keypoints) {
      out.writeFloat(keypoint.x());
      out.writeFloat(keypoint.y());
      out.writeFloat(keypoint.sigma());
      out.writeFloat(keypoint.angle());
      out.writeBoolean(keypoint.bright());
      out.write(keypoint.descriptor());
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it is something else, or cut off
   */
  public static CopyFeatures read(DataInput in) throws IOException {
    if (in.readInt() != FORMAT) {
      throw new IOException("these are not features of a picture; compute them again");
    }
    int width = in.readInt();
    int height = in.readInt();
    int size = in.readInt();
    if (width < 1 || height < 1 || size < 0 || size > FeatureFinder.MOST_KEYPOINTS) {
      throw new IOException("features of a picture are damaged; compute them again");
    }
    var keypoints = new ArrayList<Keypoint>();
    for (int i = 0; i < size; i++) {
      float x = in.readFloat();
      float y = in.readFloat();
      float sigma = in.readFloat();
      float angle = in.readFloat();
      boolean bright = in.readBoolean();
      var descriptor = new byte[Descriptor.LENGTH];
      in.readFully(descriptor);
      keypoints.add(new Keypoint(x, y, sigma, angle, bright, descriptor));
    }
    return new CopyFeatures(width, height, keypoints);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CopyFeatures features
        && width == features.width
        && height == features.height
        && keypoints.equals(features.keypoints);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + keypoints.hashCode();
  }
}
