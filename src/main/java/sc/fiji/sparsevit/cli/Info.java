/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.model.Architecture;
import sc.fiji.sparsevit.model.ModelIdentity;
import sc.fiji.sparsevit.model.Models;
import sc.fiji.sparsevit.model.SparseVitArchitecture;
import sc.fiji.sparsevit.network.Cost;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.training.SampleSize;

@Command(
    name = "info",
    description = "Prints the properties and the cost of a model or configuration as JSON.",
    mixinStandardHelpOptions = true)
final class Info implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelArgument model;

  @Option(
      names = "--config",
      paramLabel = "NAME",
      description = "Describe a configuration instead of a model: " + SparseVitConfig.NAMES + ".")
  private String config;

  @Option(
      names = "--size",
      paramLabel = "HxW",
      description =
          "Height and width of the input to state the cost for, in pixels. Default:"
              + " ${DEFAULT-VALUE}, as published.")
  private String size = "512x512";

  @Override
  public Integer call() throws IOException {
    var terminal = spec.commandLine();
    var json = config == null ? json(Models.describe(model.nameOrFile())) : json(config());
    terminal
        .getOut()
        .println(new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json));
    return ExitCode.OK;
  }

  private Architecture config() {
    var terminal = spec.commandLine();
    if (terminal.getParseResult().hasMatchedOption("--model")) {
      throw new ParameterException(terminal, "Give either --model or --config.");
    }
    return Shell.valid(terminal, () -> new SparseVitArchitecture(SparseVitConfig.named(config)));
  }

  private JsonObject json(ModelIdentity identity) {
    var json = new JsonObject();
    json.addProperty("name", identity.name());
    json.addProperty("sha256", identity.sha256());
    json(identity.architecture())
        .entrySet()
        .forEach(entry -> json.add(entry.getKey(), entry.getValue()));
    return json;
  }

  private JsonObject json(Architecture architecture) {
    var json = architecture.toJson();
    json.addProperty("architecture", architecture.name());
    json.addProperty("input", size);
    int multiple = architecture.window().multiple();
    var input =
        Shell.valid(spec.commandLine(), () -> SampleSize.of(size).requireMultiple(multiple));
    var cost = architecture.cost(input.height(), input.width());
    if (!cost.isEmpty()) {
      addCost(json, cost);
    }
    return json;
  }

  /** Adds the total's figures, and those of the parts. */
  private static void addCost(JsonObject json, List<Cost> costs) {
    figures(json, Cost.total(costs));
    var parts = new JsonArray();
    for (var cost : costs) {
      var part = new JsonObject();
      part.addProperty("part", cost.part());
      figures(part, cost);
      parts.add(part);
    }
    json.add("parts", parts);
  }

  private static void figures(JsonObject json, Cost cost) {
    json.addProperty("parameters", cost.parameters());
    json.addProperty("multiply_accumulates", cost.products());
    json.addProperty("multiply_accumulates_fvcore", cost.fvcore());
  }
}
