/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import com.google.gson.annotations.SerializedName;
import java.util.List;

/**
 * What a file says about where its pixels have been. All of it can be forged or be missing for
 * innocent reasons; what is not there is null.
 *
 * @param format of the file, as {@code JPEG}
 * @param jpegQuality the quality setting, 1 to 100, of the standard tables that come closest
 * @param standardTables whether the quantization tables are those standard ones exactly, as the
 *     common libraries write them; cameras and some editors have their own
 * @param quantization the JPEG's tables in the order of their numbers, 64 values each, row by row
 * @param software the EXIF, TIFF or PNG field that names what wrote the file
 * @param thumbnail the embedded small picture, a JPEG as a data URI; it may show an earlier state
 * @param colorProfile name of the ICC profile, which was not applied
 */
public record Provenance(
    String format,
    Integer jpegQuality,
    Boolean standardTables,
    @SerializedName("quantisation") List<List<Integer>> quantization,
    String software,
    String thumbnail,
    @SerializedName("colour_profile") String colorProfile) {

  /** Pixels that were not in a file of their own, of which nothing else is known. */
  public static Provenance unknown(String format) {
    return new Provenance(format, null, null, null, null, null, null);
  }
}
