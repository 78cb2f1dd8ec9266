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
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.checkpoint.ConfigJson;
import sc.fiji.sparsevit.checkpoint.Model;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.network.Cost;

@Command(
    name = "info",
    description = "Prints what a model is, as JSON.",
    mixinStandardHelpOptions = true)
final class Info implements Callable<Integer> {
  /** Side, in pixels, of the input that costs are stated for: the publication's. */
  private static final int SIDE = 512;

  @Spec private CommandSpec spec;
  @Mixin private ModelArgument model;

  @Override
  public Integer call() throws IOException {
    var json = json(ModelCatalog.open(model.nameOrFile()));
    var pretty = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    spec.commandLine().getOut().println(pretty.toJson(json));
    return ExitCode.OK;
  }

  private static JsonObject json(Model model) {
    var cost = Cost.total(model.config(), SIDE, SIDE);
    var json = new JsonObject();
    json.addProperty("name", model.name());
    json.addProperty("sha256", model.sha256());
    json.add("configuration", ConfigJson.toJson(model.config()));
    json.addProperty("parameters", cost.parameters());
    json.addProperty("keys", model.weights().tensors().size());
    json.addProperty("input", SIDE + "x" + SIDE);
    json.addProperty("multiply_accumulates", cost.products());
    json.addProperty("multiply_accumulates_fvcore", cost.fvcore());
    return json;
  }
}
