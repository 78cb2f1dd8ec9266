/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.network.Extractor;
import sc.fiji.sparsevit.network.Head;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.SparseVitConfig;

class ModelConfigTest {

  @ParameterizedTest
  @EnumSource
  void presetsAreRecognizedByTheirShapes(Head head) throws IOException {
    var lite = SparseVitConfig.lite().withHead(head);

    assertThat(ModelConfig.of(zeros(lite))).isEqualTo(lite);
  }

  @Test
  void matchingIsRecognizedByItsTensors() throws IOException {
    var lite = SparseVitConfig.lite().withMatching();

    assertThat(ModelConfig.of(zeros(lite))).isEqualTo(lite);
  }

  @Test
  void matchingSurvivesJson() throws IOException {
    var lite = SparseVitConfig.lite().withMatching();

    assertThat(ConfigJson.read(ConfigJson.write(lite))).isEqualTo(lite);
  }

  @ParameterizedTest
  @EnumSource
  void anExtractorIsRecognizedByItsTensors(Extractor extractor) throws IOException {
    var lite = SparseVitConfig.lite().withExtractor(extractor);

    assertThat(ModelConfig.of(zeros(lite))).isEqualTo(lite);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vit-lite", "volo-lite-dense-lff", "lite-bayar-rate4-aspp"})
  void everyConfigurationSurvivesItsFile(String name) throws IOException {
    var config = SparseVitConfig.named(name);
    var weights = zeros(config).withMetadata(ModelConfig.metadata(config));

    assertThat(ModelConfig.of(weights)).isEqualTo(config);
    Weights.requireFit(weights, config);
  }

  @Test
  void thePapersNetworkIsRecognizedByItsShapes() throws IOException {
    assertThat(ModelConfig.of(zeros(SparseVitConfig.base()))).isEqualTo(SparseVitConfig.base());
  }

  @Test
  void aCarriedConfigurationWins() throws IOException {
    var dense = SparseVitConfig.lite().withRate(1);
    var weights = zeros(SparseVitConfig.lite()).withMetadata(ModelConfig.metadata(dense));

    assertThat(ModelConfig.of(weights)).isEqualTo(dense);
  }

  @Test
  void jsonHasTheFormOfTheReference() {
    assertThat(ConfigJson.write(SparseVitConfig.lite()))
        .isEqualTo(
            "{\"channels\":[48,64,128,192],\"convolution_blocks\":[2,2],\"stage3\":[[8,2],[4,2],[2,2],[1,2]],\"stage4\":[[2,2],[1,2]],\"head_dimension\":32,\"head\":\"lff\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"channels\":[48]}",
        "\"[[[[\"",
      })
  void aConfigurationThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> ConfigJson.read(text)).isInstanceOf(CheckpointException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[[1,2000000000],[1,2000000000]]", "[[1024,2]]", "[[1000003,1],[999983,1]]"})
  void aConfigurationThatAsksForTheImpossibleIsRefused(String stage) {
    var json = ConfigJson.toJson(SparseVitConfig.lite()).toString();
    var lying = json.replace("[[8,2],[4,2],[2,2],[1,2]]", stage);
    var weights = zeros(SparseVitConfig.lite()).withMetadata(Map.of("configuration", lying));

    assertThatThrownBy(() -> ModelConfig.of(weights))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("its configuration")
        .hasMessageEndingWith("convert its .pth again");
  }

  @Test
  void otherDepthsAreRefusedWithARemedy() {
    var tensors = new LinkedHashMap<>(zeros(SparseVitConfig.lite()).tensors());
    tensors.remove("encoder_net.blocks4.3.norm1.weight");

    assertThatThrownBy(() -> ModelConfig.of(new StateDict(tensors)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("depths [2, 2, 8, 3]");
  }

  @Test
  void anEncoderAloneIsNoModel() {
    var encoder = Map.of("patch_embed1.proj.weight", StoredTensor.of(new Shape(1), 0));

    assertThatThrownBy(() -> ModelConfig.of(new StateDict(encoder)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("only a UniFormer encoder");
  }

  private static StateDict zeros(SparseVitConfig config) {
    var tensors = new LinkedHashMap<String, StoredTensor>();
    new SparseVit(config).state().forEach((key, parameter) -> tensors.put(key, zeros(parameter)));
    return new StateDict(tensors);
  }

  private static StoredTensor zeros(Parameter parameter) {
    return StoredTensor.of(parameter.getShape(), new float[(int) parameter.getShape().size()]);
  }
}
