package sc.fiji.sparsevit.copies;

/**
 * A place that can be found again wherever it was copied to.
 *
 * @param x in the picture's pixels; (0, 0) is the center of the first one
 * @param y likewise
 * @param sigma size of what stands out, in pixels
 * @param angle direction of the strongest gradients, radians clockwise
 * @param descriptor what is around it, {@link Descriptor#LENGTH} unsigned bytes
 */
record Keypoint(float x, float y, float sigma, float angle, byte[] descriptor) {

  Keypoint shifted(int right, int down) {
    return new Keypoint(x + right, y + down, sigma, angle, descriptor);
  }
}
