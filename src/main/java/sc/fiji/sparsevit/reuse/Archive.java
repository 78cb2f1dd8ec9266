/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.copies.Luminance;
import sc.fiji.sparsevit.io.TemporaryFiles;
import sc.fiji.sparsevit.io.WholeFile;
import sc.fiji.sparsevit.progress.PartOfProgress;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Pictures of earlier screenings that new ones are compared with: what they are found again by,
 * small versions, and where they came from; full gray levels only where that is asked for.
 *
 * <p>Each run adds a segment, a folder that is complete before the list of segments names it, so
 * that an archive is whole whenever a run is killed. Whoever changes it must be the only one who
 * does: see {@link #lock}.
 */
public final class Archive {

  private static final int FORMAT = 1;
  private static final String CATALOG = "archive.json";
  private static final String LOCK = "lock";
  private static final String SEGMENT = "segment-";

  /** More are put together into one: each costs a look at an index of its own. */
  private static final int MOST_SEGMENTS = 16;

  /** What the file {@value #CATALOG} holds. */
  private record Catalog(int format, String version, int next, List<String> segments) {}

  private final Path folder;
  private final String version;
  private Catalog catalog;
  private List<ArchiveSegment> segments;

  private Archive(Path folder, String version, Catalog catalog, List<ArchiveSegment> segments) {
    this.folder = folder;
    this.version = version;
    this.catalog = catalog;
    this.segments = segments;
  }

  /** The file that a process locks before it opens the archive. */
  public static Path lock(Path folder) {
    return folder.resolve(LOCK);
  }

  /**
   * Whether a folder can be opened as an archive, or become one.
   *
   * @throws IOException saying why not, and what to do
   */
  public static void requireUsable(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IOException(folder + " is a file; name a folder for the archive");
    }
    if (Files.exists(folder)) {
      catalog(folder);
    }
  }

  /**
   * Whether a folder is an archive.
   *
   * @throws IOException saying that it is none, or one of another version
   */
  public static void requireArchive(Path folder) throws IOException {
    requireUsable(folder);
    if (!Files.exists(folder.resolve(CATALOG))) {
      throw new IOException(folder + " is no archive; name a folder that --archive made");
    }
  }

  /** Null if there is none yet. */
  private static Catalog catalog(Path folder) throws IOException {
    var file = folder.resolve(CATALOG);
    try (var reader = Files.newBufferedReader(file)) {
      var catalog = ArchiveSegment.JSON.fromJson(reader, Catalog.class);
      if (catalog == null || catalog.segments() == null) {
        throw damaged(file, null);
      }
      if (catalog.format() != FORMAT) {
        throw new IOException(
            folder
                + " is an archive of format "
                + catalog.format()
                + ", made by version "
                + catalog.version()
                + "; this version reads format "
                + FORMAT
                + ": use that version, or start another archive");
      }
      return catalog;
    } catch (NoSuchFileException e) {
      requireEmpty(folder);
      return null;
    } catch (JsonParseException e) {
      throw damaged(file, e);
    }
  }

  private static IOException damaged(Path file, Throwable cause) {
    return new IOException(
        file + " is damaged; restore the archive from a backup, or start another one", cause);
  }

  private static void requireEmpty(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        var name = file.getFileName().toString();
        // What a run leaves that was killed while it made the very first segment.
        if (!name.equals(LOCK) && !name.startsWith(SEGMENT) && !name.startsWith(".sparsevit-")) {
          throw new IOException(
              folder + " holds other files (" + name + "); name an empty folder for the archive");
        }
      }
    }
  }

  /**
   * Opens an archive, or makes one of an empty folder, and removes what a run that was killed left.
   *
   * @param version of this software
   * @throws IOException if it cannot be read, or is of another version
   */
  public static Archive open(Path folder, String version) throws IOException {
    Files.createDirectories(folder);
    var catalog = catalog(folder);
    if (catalog == null) {
      catalog = new Catalog(FORMAT, version, 1, List.of());
    }
    var archive = new Archive(folder, version, catalog, new ArrayList<>());
    archive.sweep();
    archive.load();
    return archive;
  }

  private void sweep() throws IOException {
    WholeFile.removeParts(folder);
    try (var files = Files.newDirectoryStream(folder, SEGMENT + "*")) {
      for (var file : files) {
        if (!catalog.segments().contains(file.getFileName().toString())) {
          TemporaryFiles.delete(file);
        }
      }
    }
  }

  private void load() throws IOException {
    segments = new ArrayList<>();
    for (var name : catalog.segments()) {
      try {
        segments.add(ArchiveSegment.open(folder.resolve(name)));
      } catch (NoSuchFileException e) {
        throw damaged(folder.resolve(name), e);
      }
    }
  }

  /** All of them, in the order in which they came. */
  public List<ArchivedPicture> pictures() {
    return segments.stream()
        .flatMap(segment -> IntStream.range(0, segment.size()).mapToObj(segment::picture))
        .toList();
  }

  /**
   * A picture that shows the same as an archived one.
   *
   * @param reuse from the new picture to the archived one
   * @param picture the archived one
   * @param thumbnail a small version of it, as a JPEG file
   * @param luminance its gray levels
   */
  public record ArchivedReuse(
      Reuse reuse, ArchivedPicture picture, byte[] thumbnail, Luminance luminance) {}

  /**
   * Compares pictures with all of the archive.
   *
   * @param pictures new ones
   * @param own pictures that are not compared with, should the archive have them: the new ones, so
   *     that a run that is repeated, or resumed after it added them, finds the same
   * @return the surest first
   * @throws java.util.concurrent.CancellationException when the listener says so
   */
  public List<ArchivedReuse> compare(
      PictureCollection pictures, Set<ArchivedPicture.Identity> own, ProgressListener listener)
      throws IOException {
    var found = new ArrayList<ArchivedReuse>();
    for (int i = 0; i < segments.size(); i++) {
      var segment = segments.get(i);
      try (var index = segment.index()) {
        var reused =
            ReuseFinder.between(
                pictures,
                segment,
                index,
                segment.numbers(),
                picture -> own.contains(segment.picture(picture).identity()),
                new PartOfProgress(listener, i, segments.size()));
        for (var reuse : reused) {
          int other = reuse.second().picture();
          found.add(
              new ArchivedReuse(
                  reuse,
                  segment.picture(other),
                  segment.thumbnail(other),
                  segment.luminance(other)));
        }
      }
    }
    found.sort((a, b) -> Double.compare(b.reuse.pair().score(), a.reuse.pair().score()));
    return found;
  }

  /**
   * Adds the pictures that it does not have.
   *
   * @return how many it added
   * @throws IOException if that fails; the archive is as it was then
   * @throws java.util.concurrent.CancellationException likewise, when the listener says so
   */
  public int add(List<? extends NewPicture> pictures, ProgressListener listener)
      throws IOException {
    var known = new HashSet<ArchivedPicture.Identity>();
    pictures().forEach(picture -> known.add(picture.identity()));
    var added = new ArrayList<NewPicture>();
    for (var picture : pictures) {
      if (known.add(picture.description().identity())) {
        added.add(picture);
      }
    }
    if (added.isEmpty() && Files.exists(folder.resolve(CATALOG))) {
      return 0;
    }
    boolean merged = segments.size() >= MOST_SEGMENTS;
    var all = new ArrayList<NewPicture>(merged ? copies(picture -> true) : List.of());
    all.addAll(added);
    replace(merged ? List.of() : catalog.segments(), all, listener);
    return added.size();
  }

  /**
   * Removes all pictures that a condition holds for: nothing is left of them.
   *
   * @return how many it removed
   */
  public int remove(Predicate<ArchivedPicture> which, ProgressListener listener)
      throws IOException {
    int count = (int) pictures().stream().filter(which).count();
    if (count > 0) {
      var kept = new ArrayList<String>();
      var changed = new ArrayList<NewPicture>();
      for (int i = 0; i < segments.size(); i++) {
        var segment = segments.get(i);
        boolean whole =
            IntStream.range(0, segment.size()).mapToObj(segment::picture).noneMatch(which);
        if (whole) {
          kept.add(catalog.segments().get(i));
        } else {
          changed.addAll(copies(segment, picture -> !which.test(picture)));
        }
      }
      replace(kept, changed, listener);
    }
    return count;
  }

  private List<NewPicture> copies(Predicate<ArchivedPicture> which) {
    var copies = new ArrayList<NewPicture>();
    segments.forEach(segment -> copies.addAll(copies(segment, which)));
    return copies;
  }

  private static List<NewPicture> copies(ArchiveSegment segment, Predicate<ArchivedPicture> which) {
    return IntStream.range(0, segment.size())
        .filter(i -> which.test(segment.picture(i)))
        .mapToObj(segment::copy)
        .toList();
  }

  /** The segments to keep, and one more with these pictures; then the others are deleted. */
  private void replace(List<String> kept, List<NewPicture> pictures, ProgressListener listener)
      throws IOException {
    var names = new ArrayList<>(kept);
    if (!pictures.isEmpty()) {
      var name = SEGMENT + String.format(java.util.Locale.ROOT, "%06d", catalog.next());
      var target = folder.resolve(name);
      Files.createDirectory(target);
      try {
        ArchiveSegment.write(target, pictures, listener);
      } catch (IOException e) {
        TemporaryFiles.delete(target);
        throw new IOException(
            "could not write to the archive "
                + folder
                + " ("
                + e.getMessage()
                + "); it is as it was: free some space, or name a writable folder",
            e);
      } catch (RuntimeException e) {
        TemporaryFiles.delete(target);
        throw e;
      }
      names.add(name);
    }
    var changed = new Catalog(FORMAT, version, catalog.next() + 1, names);
    WholeFile.write(
        folder.resolve(CATALOG),
        part -> Files.writeString(part, ArchiveSegment.JSON.toJson(changed) + "\n"));
    catalog = changed;
    sweep();
    load();
  }

  /**
   * Reads all of it.
   *
   * @throws IOException naming what is damaged
   */
  public void check() throws IOException {
    for (var segment : segments) {
      segment.check();
    }
  }
}
