/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredTensorTest {

  @Test
  void everyHalfHasItsExactValue() {
    var data = ByteBuffer.allocate(2 << 16).order(ByteOrder.LITTLE_ENDIAN);
    for (int bits = 0; bits < 1 << 16; bits++) {
      data.putShort((short) bits);
    }
    var floats = new StoredTensor(DataType.FLOAT16, new Shape(1 << 16), data.flip()).toFloats();

    for (int bits = 0; bits < 1 << 16; bits++) {
      int exponent = bits >> 10 & 31;
      int mantissa = bits & 1023;
      double magnitude =
          switch (exponent) {
            case 0 -> mantissa * 0x1p-24;
            case 31 -> mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            default -> Math.scalb(1 + mantissa / 1024.0, exponent - 15);
          };
      Float expected = (float) ((bits >> 15 == 0 ? 1 : -1) * magnitude);
      assertThat(floats[bits]).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "INT64, 00000000000000ff, -72057594037927936",
    "INT32, feffffff, -2",
    "INT16, feff, -2",
    "INT8, fe, -2",
    "UINT8, fe, 254",
    "BOOLEAN, 01, 1",
    "BFLOAT16, 803f, 1",
    "FLOAT64, 000000000000f03f, 1"
  })
  void readsEveryElementType(DataType type, String hex, float value) {
    var data = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    assertThat(new StoredTensor(type, new Shape(1), data).toFloats()).containsExactly(value);
  }

  @Test
  void refusesDataThatDoNotFillTheShape() {
    assertThatThrownBy(() -> StoredTensor.of(new Shape(2, 2), 1, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(2, 2)");
  }
}
