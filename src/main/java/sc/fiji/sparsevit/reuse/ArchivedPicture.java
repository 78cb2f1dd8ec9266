/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

/**
 * What an archive knows of a picture.
 *
 * @param name of its file
 * @param page of that file, from 1; null if it has no pages
 * @param sha256 of the file's bytes
 * @param pixels SHA-256 of its gray levels: tells the pictures of one file apart
 * @param width in pixels
 * @param height in pixels
 * @param panels how many were compared: 1 for a picture without any
 * @param date of the day it was archived, ISO 8601
 * @param run folder of results that it was screened into
 * @param version of the software that archived it
 * @param full whether its full gray levels are kept
 */
public record ArchivedPicture(
    String name,
    Integer page,
    String sha256,
    String pixels,
    int width,
    int height,
    int panels,
    String date,
    String run,
    String version,
    boolean full) {

  /** By which the same picture of the same file is known when it is screened again. */
  public record Identity(String name, String sha256, String pixels) {}

  /** Of which an archive has one only. */
  public Identity identity() {
    return new Identity(name, sha256, pixels);
  }
}
