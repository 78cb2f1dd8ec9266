/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceChoiceTest {

  @ParameterizedTest
  @CsvSource({"auto, auto", "CPU, cpu", "gpu, gpu", "gpu0, gpu", "GPU1, gpu1", "gpu12, gpu12"})
  void aNameIsReadAndWritten(String name, String written) {
    assertThat(DeviceChoice.of(name)).hasToString(written);
    assertThat(DeviceChoice.of(written)).isEqualTo(DeviceChoice.of(name));
  }

  @ParameterizedTest
  @CsvSource({"cuda", "gpu-1", "gpu:0", "gpu 1", "''"})
  void anotherNameIsRefusedWithTheChoices(String name) {
    assertThatThrownBy(() -> DeviceChoice.of(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"auto\", \"cpu\", or \"gpu\"")
        .hasMessageContaining('"' + name + '"');
  }

  @Test
  void devicesAreCalledAsTheyAreAskedFor() {
    assertThat(Devices.name(Device.cpu())).isEqualTo("cpu");
    assertThat(Devices.name(Device.gpu())).isEqualTo("gpu");
    assertThat(Devices.name(Device.gpu(2))).isEqualTo("gpu2");
  }

  @Test
  void aGpuThatIsNotThereIsToldOnceAndTheCpuComputes() {
    var warnings = new ArrayList<String>();
    try (var manager = Devices.open(DeviceChoice.of("gpu99"), warnings::add)) {
      assertThat(manager.getDevice()).isEqualTo(Device.cpu());
    }
    assertThat(warnings).singleElement().asString().contains("the CPU is used instead");
  }
}
