/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.io.Serializable;
import java.util.List;
import sc.fiji.sparsevit.metrics.ConfidenceInterval;
import sc.fiji.sparsevit.region.NoRegion;

/**
 * What was done with one input and what was found in it, for a machine: enough to repeat it and to
 * tie the result to the bytes that were analyzed. {@link RunRecordJson} writes and reads it.
 *
 * @param software that did it
 * @param created when, ISO 8601
 * @param input that was analyzed
 * @param model whose weights were used
 * @param options all of them, as they were chosen
 * @param device that computed, and the numbers it computed with
 * @param pytorch version of PyTorch that computed
 * @param seconds of wall-clock time for the probability maps
 * @param score of the input: the highest of its pictures'
 * @param networkScore the highest of what the network alone came to in the pictures as they are
 * @param pictures that were analyzed, in stack order
 * @param regions for review in all pictures; empty if nothing lies above the threshold
 * @param copies parts that repeat others of the same picture; empty if there are none
 * @param misfits parts that do not fit the rest of their picture; empty if there are none
 */
public record RunRecord(
    Software software,
    String created,
    RecordedInput input,
    RecordedModel model,
    Options options,
    String device,
    String pytorch,
    double seconds,
    double score,
    double networkScore,
    List<RecordedPicture> pictures,
    List<ReviewRegion> regions,
    List<RecordedPair> copies,
    List<RecordedMisfit> misfits) {

  public RunRecord {
    pictures = List.copyOf(pictures);
    regions = List.copyOf(regions);
    // Records of earlier versions know of no other evidence.
    copies = copies == null ? List.of() : List.copyOf(copies);
    misfits = misfits == null ? List.of() : List.copyOf(misfits);
  }

  /** What is said where it has no region. */
  public String noRegion() {
    long above = pictures.stream().mapToLong(RecordedPicture::aboveThreshold).sum();
    return NoRegion.words("the threshold", above, options.minArea());
  }

  /**
   * This software.
   *
   * @param commit that it was built from, and whether files were changed since
   */
  public record Software(String name, String version, String commit) {}

  /**
   * @param name of the weights in the catalog, or of their file
   * @param sha256 of the weights' file, in hexadecimal
   */
  public record RecordedModel(String name, String sha256) {}

  /**
   * @param mode {@code native}, {@code thorough} or {@code paper}
   * @param threshold probability above which a pixel is part of a region
   * @param minArea regions of fewer pixels were left out
   * @param copies {@code on} or {@code off}: whether parts that repeat others were looked for
   * @param compression {@code on} or {@code off}: whether parts that do not fit the JPEG
   *     compression of the rest were looked for
   * @param seams {@code on} or {@code off}: whether rectangles with straight seams on their sides
   *     were looked for
   * @param grain {@code on} or {@code off}: whether parts without grain were looked for
   * @param panels {@code auto} or {@code off}: whether figures were split into their panels
   * @param device that was asked for: {@code auto}, {@code cpu} or {@code gpu}
   * @param precision that was asked for: {@code float32} or {@code auto}
   * @param stack whether all pictures of a stack were asked for, not only one
   * @param profile that mode, threshold and minimum area come from; null if there was none
   */
  public record Options(
      String mode,
      double threshold,
      int minArea,
      String copies,
      String compression,
      String seams,
      String grain,
      String panels,
      String device,
      String precision,
      boolean stack,
      Profile profile) {}

  /**
   * What a threshold was measured to cost on somebody's own authentic images.
   *
   * @param name given by its maker
   * @param rate the share to be flagged that was wanted
   * @param of what it is a share of: {@code images} or {@code pixels}
   * @param measuredRate the share above the threshold on those images
   * @param measuredInterval its 95 % interval
   * @param images how many images it was measured on
   */
  public record Profile(
      String name,
      double rate,
      String of,
      double measuredRate,
      ConfidenceInterval measuredInterval,
      int images)
      implements Serializable {}

  /**
   * One analyzed picture of the input.
   *
   * @param slice from 1
   * @param frame from 1
   * @param x the column of the input on which the analyzed area starts
   * @param y the row of the input on which the analyzed area starts
   * @param width of the analyzed area, in pixels
   * @param height of the analyzed area, in pixels
   * @param mapping how its values became 8-bit RGB, with the numbers
   * @param notes what else is to be known of where its pixels come from, as that the file's end is
   *     missing
   * @param panels that were analyzed one by one; null if it was analyzed as a whole
   * @param stretchedGrounds that were also looked at with their contrast turned up; null if there
   *     are none
   * @param score the maximum of its probability map
   * @param networkScore the maximum of the network's own map of the picture as it is, before other
   *     evidence changed it
   * @param aboveThreshold how many of its pixels are above the threshold, also outside of regions
   * @param seconds of wall-clock time for its probability map
   */
  public record RecordedPicture(
      int slice,
      int frame,
      int x,
      int y,
      int width,
      int height,
      String mapping,
      List<String> notes,
      List<RecordedPanel> panels,
      List<RecordedGround> stretchedGrounds,
      double score,
      double networkScore,
      long aboveThreshold,
      double seconds) {

    public RecordedPicture {
      notes = notes == null ? List.of() : List.copyOf(notes); // records of earlier versions
    }
  }
}
