/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaVersionTest {
  private static final int JAVA_8 = 52;

  @Test
  void anOldJavaGetsASentence() {
    assertThat(JavaVersion.complaint("1.8"))
        .isEqualTo("SparseViT needs Java 17 or newer; this is Java 8");
    assertThat(JavaVersion.complaint("11")).endsWith("this is Java 11");
    assertThat(JavaVersion.complaint("17")).isNull();
    assertThat(JavaVersion.complaint("25")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Main", "JavaVersion", "plugin/JavaCheck"})
  void whatSaysSoRunsThere(String name) throws IOException {
    try (var in =
        new DataInputStream(
            getClass().getResourceAsStream("/sc/fiji/sparsevit/" + name + ".class"))) {
      in.readInt();
      in.readUnsignedShort();
      assertThat(in.readUnsignedShort()).isEqualTo(JAVA_8);
    }
  }
}
