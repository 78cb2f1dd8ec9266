/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.Arrays;

/**
 * A place that can be found again wherever it was copied to.
 *
 * @param x in the picture's pixels; (0, 0) is the center of the first one
 * @param y likewise
 * @param sigma size of what stands out, in pixels
 * @param angle direction of the strongest gradients, radians clockwise
 * @param bright whether it is brighter than what is around it: so is every copy of it
 * @param descriptor what is around it, 128 unsigned bytes: 4 rows of 4 cells of 8 directions
 */
public record Keypoint(
    float x, float y, float sigma, float angle, boolean bright, byte[] descriptor) {

  /** What the picture's negative would have in this place. */
  public Keypoint inverted() {
    float turned = (float) (angle > 0 ? angle - Math.PI : angle + Math.PI);
    return new Keypoint(x, y, sigma, turned, !bright, Descriptor.inverted(descriptor));
  }

  /** The descriptor that the place would have in the mirrored picture. */
  public byte[] mirroredDescriptor() {
    return Descriptor.mirrored(descriptor);
  }

  /** Where it is in the picture at another size; (0, 0) is the center of the first pixel. */
  Keypoint scaled(double scale) {
    return new Keypoint(
        (float) ((x + 0.5) * scale - 0.5),
        (float) ((y + 0.5) * scale - 0.5),
        (float) (sigma * scale),
        angle,
        bright,
        descriptor);
  }

  Keypoint shifted(int right, int down) {
    return new Keypoint(x + right, y + down, sigma, angle, bright, descriptor);
  }

  /** As seen in a picture whose pixels are each as wide as some of this one's. */
  Keypoint smaller(float side) {
    float first = (side - 1) / 2;
    return new Keypoint(
        (x - first) / side, (y - first) / side, sigma / side, angle, bright, descriptor);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Keypoint keypoint
        && x == keypoint.x
        && y == keypoint.y
        && sigma == keypoint.sigma
        && angle == keypoint.angle
        && bright == keypoint.bright
        && Arrays.equals(descriptor, keypoint.descriptor);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(descriptor);
  }
}
