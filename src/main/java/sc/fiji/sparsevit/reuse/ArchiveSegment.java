/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import sc.fiji.sparsevit.copies.Luminance;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * The pictures that one run added to an archive: a folder that is written once, and never changed.
 */
final class ArchiveSegment implements PictureCollection {

  static final Gson JSON =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .create();

  private static final String PICTURES = "pictures.json";
  private static final String FEATURES = "features.bin";
  private static final String THUMBNAILS = "thumbnails.bin";
  private static final String LEVELS = "levels.bin";
  private static final String INDEX = "words.index";

  /** Where a picture's parts lie in the files; no levels where they are not kept. */
  private record Entry(
      ArchivedPicture picture,
      long featuresAt,
      int featuresLength,
      long thumbnailAt,
      int thumbnailLength,
      long levelsAt,
      int levelsLength) {}

  private final Path folder;
  private final List<Entry> entries;

  private ArchiveSegment(Path folder, List<Entry> entries) {
    this.folder = folder;
    this.entries = entries;
  }

  /**
   * Writes a segment into a folder that is there and empty.
   *
   * @throws java.util.concurrent.CancellationException when the listener says so
   */
  static void write(Path folder, List<? extends NewPicture> pictures, ProgressListener listener)
      throws IOException {
    var entries = new ArrayList<Entry>();
    try (var features = new BufferedOutputStream(Files.newOutputStream(folder.resolve(FEATURES)));
        var thumbnails =
            new BufferedOutputStream(Files.newOutputStream(folder.resolve(THUMBNAILS)));
        var allLevels = new BufferedOutputStream(Files.newOutputStream(folder.resolve(LEVELS)))) {
      long featuresAt = 0;
      long thumbnailAt = 0;
      long levelsAt = 0;
      for (var picture : pictures) {
        var bytes = new ByteArrayOutputStream();
        picture.features().write(new DataOutputStream(bytes));
        byte[] thumbnail = picture.thumbnail();
        features.write(bytes.toByteArray());
        byte[] levels = picture.description().full() ? picture.levels() : new byte[0];
        thumbnails.write(thumbnail);
        allLevels.write(levels);
        entries.add(
            new Entry(
                picture.description(),
                featuresAt,
                bytes.size(),
                thumbnailAt,
                thumbnail.length,
                levelsAt,
                levels.length));
        featuresAt += bytes.size();
        thumbnailAt += thumbnail.length;
        levelsAt += levels.length;
      }
    }
    WordIndex.write(folder.resolve(INDEX), new ArchiveSegment(folder, entries), listener);
    Files.writeString(folder.resolve(PICTURES), JSON.toJson(entries));
  }

  /**
   * @throws IOException if it is damaged
   */
  static ArchiveSegment open(Path folder) throws IOException {
    var file = folder.resolve(PICTURES);
    try (var reader = Files.newBufferedReader(file)) {
      List<Entry> entries = JSON.fromJson(reader, new TypeToken<List<Entry>>() {}.getType());
      if (entries == null || entries.stream().anyMatch(entry -> entry.picture() == null)) {
        throw new IOException(file + " is damaged");
      }
      return new ArchiveSegment(folder, entries);
    } catch (JsonParseException e) {
      throw new IOException(file + " is damaged", e);
    }
  }

  WordIndex index() throws IOException {
    return WordIndex.open(folder.resolve(INDEX));
  }

  PanelNumbers numbers() {
    var starts = new int[entries.size() + 1];
    for (int i = 0; i < entries.size(); i++) {
      starts[i + 1] = starts[i] + entries.get(i).picture().panels();
    }
    return new PanelNumbers(starts);
  }

  @Override
  public int size() {
    return entries.size();
  }

  ArchivedPicture picture(int number) {
    return entries.get(number).picture();
  }

  @Override
  public PictureFeatures features(int picture) throws IOException {
    var entry = entries.get(picture);
    byte[] bytes = bytes(FEATURES, entry.featuresAt(), entry.featuresLength());
    return PictureFeatures.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  /** A JPEG file. */
  byte[] thumbnail(int picture) throws IOException {
    var entry = entries.get(picture);
    return bytes(THUMBNAILS, entry.thumbnailAt(), entry.thumbnailLength());
  }

  /** A PNG file. */
  private byte[] levels(int picture) throws IOException {
    var entry = entries.get(picture);
    return bytes(LEVELS, entry.levelsAt(), entry.levelsLength());
  }

  /** Of the whole picture if it is kept, else of the thumbnail. */
  @Override
  public Luminance luminance(int picture) throws IOException {
    return picture(picture).full()
        ? luminance(levels(picture), LEVELS)
        : luminance(thumbnail(picture), THUMBNAILS);
  }

  private Luminance luminance(byte[] file, String name) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(file));
    if (image == null) {
      throw new IOException(folder.resolve(name) + " is damaged");
    }
    return luminance(image);
  }

  private static Luminance luminance(BufferedImage image) {
    int width = image.getWidth();
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      // As they are: as colors, Java would brighten them.
      var bytes = (DataBufferByte) image.getRaster().getDataBuffer();
      return new Luminance(width, image.getHeight(), bytes.getData());
    }
    var levels = new byte[width * image.getHeight()];
    for (int i = 0; i < levels.length; i++) {
      int color = image.getRGB(i % width, i / width);
      int weighted = 299 * (color >> 16 & 255) + 587 * (color >> 8 & 255) + 114 * (color & 255);
      levels[i] = (byte) ((weighted + 500) / 1000);
    }
    return new Luminance(width, image.getHeight(), levels);
  }

  /** The same picture for another segment. */
  NewPicture copy(int picture) {
    return new NewPicture() {
      @Override
      public ArchivedPicture description() {
        return picture(picture);
      }

      @Override
      public PictureFeatures features() throws IOException {
        return ArchiveSegment.this.features(picture);
      }

      @Override
      public byte[] thumbnail() throws IOException {
        return ArchiveSegment.this.thumbnail(picture);
      }

      @Override
      public byte[] levels() throws IOException {
        return ArchiveSegment.this.levels(picture);
      }
    };
  }

  /**
   * Reads all of it.
   *
   * @throws IOException if anything is damaged
   */
  void check() throws IOException {
    for (int picture = 0; picture < size(); picture++) {
      int panels = features(picture).panels().size();
      luminance(picture);
      if (panels != picture(picture).panels()) {
        throw new IOException(folder.resolve(FEATURES) + " is damaged");
      }
    }
    try (var index = index()) {
      if (index.panels() != numbers().total()) {
        throw new IOException(folder.resolve(INDEX) + " is damaged");
      }
    }
  }

  private byte[] bytes(String name, long at, int length) throws IOException {
    var file = folder.resolve(name);
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      if (at < 0 || length < 0 || at + length > in.length()) {
        throw new IOException(file + " is cut off");
      }
      var bytes = new byte[length];
      in.seek(at);
      in.readFully(bytes);
      return bytes;
    }
  }
}
