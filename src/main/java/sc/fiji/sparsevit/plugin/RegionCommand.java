/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import org.scijava.plugin.Parameter;
import sc.fiji.sparsevit.EvidenceSearch;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.help.RegionHelp;

/** Looks for regions above a threshold that the user chooses. */
abstract class RegionCommand extends ModelCommand {

  @Parameter(
      label = "Threshold",
      description = RegionHelp.THRESHOLD,
      min = "0",
      max = "1",
      stepSize = "0.01",
      style = "slider,format:0.00",
      persist = false)
  private Object threshold = LocalizationOptions.defaults().threshold();

  @Parameter(
      label = "Copies",
      description = RegionHelp.COPIES,
      choices = {"on", "off"},
      persist = false)
  private String copies = LocalizationOptions.defaults().copies().toString();

  @Parameter(
      label = "Compression",
      description = RegionHelp.COMPRESSION,
      choices = {"on", "off"},
      persist = false)
  private String compression = LocalizationOptions.defaults().compression().toString();

  @Parameter(
      label = "Seams",
      description = RegionHelp.SEAMS,
      choices = {"on", "off"},
      persist = false)
  private String seams = LocalizationOptions.defaults().seams().toString();

  @Parameter(
      label = "Grain",
      description = RegionHelp.GRAIN,
      choices = {"on", "off"},
      persist = false)
  private String grain = LocalizationOptions.defaults().grain().toString();

  /** As the user chose. */
  @Override
  final LocalizationOptions options() {
    return super.options()
        .withThreshold((Double) threshold)
        .withCopies(EvidenceSearch.of("copies", copies))
        .withCompression(EvidenceSearch.of("compression", compression))
        .withSeams(EvidenceSearch.of("seams", seams))
        .withGrain(EvidenceSearch.of("grain", grain));
  }
}
