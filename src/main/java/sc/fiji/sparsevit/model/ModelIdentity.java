/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.model;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * Which model made a map: what a record has to name.
 *
 * @param name of the embedded model, or of the file
 * @param sha256 of the file's bytes, in hexadecimal
 * @param architecture of the network
 * @param errorRates what was measured with these weights; empty means "not measured"
 */
public record ModelIdentity(
    String name, String sha256, Architecture architecture, Optional<JsonObject> errorRates) {}
