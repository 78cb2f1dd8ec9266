/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * The image without its lowest frequencies, scaled to 0-1 per image: (N, 3, H, W), same shape. In
 * the orthonormal discrete cosine transform (DCT-II) of the whole input, coefficients below a tenth
 * of both lengths are set to 0.
 *
 * <p>Taking away what those few coefficients make of the image is the same as transforming all of
 * it there and back, at a fifteenth of the products.
 */
final class DctFilter extends ImageFilter {

  @Override
  protected NDArray forward(NDArray image, Pass pass) {
    var shape = image.getShape();
    var down = basis(image, shape.get(2));
    var across = basis(image, shape.get(3));
    var coefficients = down.matMul(image).matMul(across.swapAxes(0, 1));
    var low = down.swapAxes(0, 1).matMul(coefficients.matMul(across));
    var high = image.sub(low);
    long n = shape.get(0);
    var flat = high.reshape(n, high.size() / n);
    int[] perImage = {1};
    var lowest = flat.min(perImage, true);
    var range = flat.max(perImage, true).sub(lowest);
    return flat.sub(lowest)
        .div(range.maximum(OwnedScalar.of(Extractor.DCT_FLAT, range)))
        .reshape(shape);
  }

  /** How many frequencies of a side are low. */
  static long low(long side) {
    return side / Extractor.DCT_LOWEST;
  }

  /** The low frequencies' cosines, (frequencies, side). */
  private static NDArray basis(NDArray image, long side) {
    var manager = image.getManager();
    var type = image.getDataType();
    var at = manager.arange((float) side).toType(DataType.FLOAT64, false).add(0.5);
    var frequency = manager.arange((float) low(side)).toType(DataType.FLOAT64, false);
    var cosines = frequency.expandDims(1).mul(at.expandDims(0)).mul(Math.PI / side).cos();
    // The constant one is longer than the others by the root of 2.
    var length = frequency.gt(0).toType(DataType.FLOAT64, false).add(1).div(side).sqrt();
    return cosines.mul(length.expandDims(1)).toType(type, false);
  }

  @Override
  void count(Count count, int height, int width) {
    long rows = low(height);
    long columns = low(width);
    long there = rows * height * width + rows * width * columns;
    long back = rows * columns * width + height * rows * width;
    count.products(3 * (there + back));
  }
}
