/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfoTest {

  @Test
  void thePublishedNetworkCostsWhatIsPublished() {
    var total = info("--config", "base");

    var head = total.getAsJsonArray("parts").get(4).getAsJsonObject();
    assertThat(head.get("part").getAsString()).isEqualTo("head");
    assertThat(head.get("parameters").getAsLong()).isEqualTo(662_017);
    assertThat(head.get("multiply_accumulates_fvcore").getAsDouble() / 1e9)
        .isCloseTo(0.68, within(0.01));
    assertThat(total.get("parameters").getAsLong()).isEqualTo(50_345_921);
    assertThat(total.get("multiply_accumulates").getAsDouble() / 1e9)
        .isCloseTo(46.03, within(0.005));
    assertThat(total.get("multiply_accumulates_fvcore").getAsDouble() / 1e9)
        .isCloseTo(46.17, within(0.005));
  }

  @Test
  void costFollowsTheSize() {
    assertThat(products("64x32")).isEqualTo(products("32x64")).isLessThan(products("64x64"));
  }

  @Test
  void aModelIsDescribedWithItsCost() {
    var lite = info();

    assertThat(lite.get("name").getAsString()).isEqualTo("lite");
    assertThat(lite.get("sha256").getAsString()).hasSize(64);
    assertThat(lite.get("parameters").getAsLong()).isEqualTo(3_872_913);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--config large | there is no configuration large",
        "--config lite --size 500x512 | 500x512 does not fit the network; choose multiples of 128",
        "--config lite --size 512 | the size 512 does not have the form HEIGHTxWIDTH",
        "--config lite --model lite | Give either --model or --config.",
      })
  void whatIsWrongIsSaid(String options, String sentence) {
    var terminal = Terminal.run((Object[]) ("info " + options).split(" "));

    assertThat(terminal.exitCode()).isEqualTo(2);
    assertThat(terminal.err()).startsWith(sentence);
  }

  private static long products(String size) {
    return info("--config", "lite-dense", "--size", size).get("multiply_accumulates").getAsLong();
  }

  private static JsonObject info(String... options) {
    var args = new Object[options.length + 1];
    args[0] = "info";
    System.arraycopy(options, 0, args, 1, options.length);
    var terminal = Terminal.run(args);
    assertThat(terminal.exitCode()).as(terminal.err()).isZero();
    return JsonParser.parseString(terminal.out()).getAsJsonObject();
  }
}
