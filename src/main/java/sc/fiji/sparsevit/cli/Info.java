/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.checkpoint.ConfigJson;
import sc.fiji.sparsevit.checkpoint.Model;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.network.SparseVitConfig;

@Command(
    name = "info",
    description = "Prints what a model is, or a configuration, and what it costs, as JSON.",
    mixinStandardHelpOptions = true)
final class Info implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelArgument model;

  @Option(
      names = "--config",
      paramLabel = "NAME",
      description = "Instead of a model, a configuration: " + SparseVitConfig.NAMES + ".")
  private String config;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description =
          "Width and height in pixels of the input that the cost is stated for. Default:"
              + " ${DEFAULT-VALUE}, as published.")
  private String size = "512x512";

  @Override
  public Integer call() throws IOException {
    var terminal = spec.commandLine();
    var json = config == null ? json(ModelCatalog.open(model.nameOrFile())) : json(config());
    terminal
        .getOut()
        .println(new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json));
    return ExitCode.OK;
  }

  private SparseVitConfig config() {
    var terminal = spec.commandLine();
    if (terminal.getParseResult().hasMatchedOption("--model")) {
      throw new ParameterException(terminal, "Give either --model or --config.");
    }
    return Shell.valid(terminal, () -> SparseVitConfig.named(config));
  }

  private JsonObject json(Model opened) {
    var json = new JsonObject();
    json.addProperty("name", opened.name());
    json.addProperty("sha256", opened.sha256());
    json.addProperty("keys", opened.weights().tensors().size());
    json(opened.config()).entrySet().forEach(entry -> json.add(entry.getKey(), entry.getValue()));
    return json;
  }

  private JsonObject json(SparseVitConfig shape) {
    var json = new JsonObject();
    json.add("configuration", ConfigJson.toJson(shape));
    json.addProperty("input", size);
    var input = Shell.valid(spec.commandLine(), () -> InputSize.of(size, shape));
    CostJson.add(json, shape, input);
    return json;
  }
}
