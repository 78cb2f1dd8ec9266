/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sc.fiji.sparsevit.image.ImageFormat;
import sc.fiji.sparsevit.io.FolderTree;
import sc.fiji.sparsevit.io.SkippedFiles;
import sc.fiji.sparsevit.training.synthesis.cutout.Cutout;

/**
 * Photographs to make forgeries from, and outlines of objects in some of them. An object mask is an
 * image file named after its photograph, {@code <photo>_<number>_c<class>.png}, of the photograph's
 * size, white where the object is. Files are read when they are first needed; what cannot be read
 * is passed over, and told of. Photographs of small folders are drawn more often than their number
 * says, by its square root, so that none is lost among many. Safe for use by several threads.
 */
public final class PhotoLibrary {

  private static final Pattern MASK = Pattern.compile("(.+)_\\d+_c\\d+");
  private static final int TRIES = 100;
  private static final Cutout NOTHING = Cutout.empty();

  private final List<LibraryPhoto> photos;
  private final List<LibraryPhoto> withObjects;
  private final List<LibraryPhoto> forged;
  private final List<LibraryPhoto> donors;
  private final Drawer<LibraryPhoto> drawer;
  private final SkippedFiles skipped;
  private final BoundedCache<Path, PhotoPixels> pixels;
  private final BoundedCache<Path, Cutout> objects;

  private PhotoLibrary(
      List<LibraryPhoto> photos,
      List<LibraryPhoto> forged,
      BoundedCache<Path, PhotoPixels> pixels,
      BoundedCache<Path, Cutout> objects,
      SkippedFiles skipped) {
    this.photos = photos;
    this.forged = forged;
    this.pixels = pixels;
    this.objects = objects;
    this.skipped = skipped;
    withObjects = photos.stream().filter(photo -> !photo.objectMasks.isEmpty()).toList();
    donors = Stream.concat(withObjects.stream(), forged.stream()).toList();
    drawer = new Drawer<>(photos, LibraryPhoto::origin);
  }

  /**
   * All photographs in some folders and below; decoded pixels are kept in about three eighths of
   * the heap.
   *
   * @param skipped told of files that turn out to be too small or unreadable
   * @throws IOException if a folder cannot be read or contains no photograph
   */
  public static PhotoLibrary open(List<Path> folders, SkippedFiles skipped) throws IOException {
    return open(folders, 3 * (Runtime.getRuntime().maxMemory() / 8), skipped);
  }

  /**
   * All photographs in some folders and below.
   *
   * @param cacheBytes about how much memory decoded photographs may take
   * @param skipped told of files that turn out to be too small or unreadable
   * @throws IOException if a folder cannot be read or contains no photograph
   */
  public static PhotoLibrary open(List<Path> folders, long cacheBytes, SkippedFiles skipped)
      throws IOException {
    var photos = new ArrayList<Path>();
    Map<String, List<Path>> masks = new HashMap<>();
    for (Path folder : folders) {
      // A folder may be a link; links in it are not followed.
      for (Path file : FolderTree.files(folder.toRealPath(), Integer.MAX_VALUE, skipped::add)) {
        if (!isImage(file)) {
          continue;
        }
        var match = MASK.matcher(stem(file));
        if (match.matches()) {
          masks.computeIfAbsent(match.group(1), photo -> new ArrayList<>()).add(file);
        } else {
          photos.add(file);
        }
      }
    }
    if (photos.isEmpty()) {
      throw new IOException(
          "No photograph in " + folders + "; choose folders with JPEG, PNG, BMP or TIFF files.");
    }
    return new PhotoLibrary(
        photos.stream()
            .map(
                file ->
                    new LibraryPhoto(
                        file, masks.getOrDefault(stem(file), List.of()), file.getParent()))
            .toList(),
        List.of(),
        new BoundedCache<>(cacheBytes, PhotoPixels::bytes),
        new BoundedCache<>(
            cacheBytes / 8, object -> Float.BYTES * (long) object.opacity().values().length),
        skipped);
  }

  /** The library of those photographs whose file satisfies a condition; it may be empty. */
  public PhotoLibrary where(Predicate<Path> condition) {
    return chosen(photo -> condition.test(photo.file));
  }

  /**
   * The library of those photographs that came from where a photograph did, as from one camera or
   * web site; all of them if it is the only one.
   */
  public PhotoLibrary beside(Photo photo) {
    var beside = chosen(other -> other.origin.equals(photo.origin()));
    return beside.size() > 1 ? beside : this;
  }

  /**
   * The library with the images of a data set: the authentic ones are photographs like any other;
   * of the forged ones only what was forged is used, as an object to paste into others.
   *
   * @param origin of all of them
   * @param authentic files of images
   * @param forged files of images with the files of their masks
   */
  public PhotoLibrary with(Path origin, List<Path> authentic, Map<Path, Path> forged) {
    var more = new ArrayList<>(photos);
    authentic.forEach(file -> more.add(new LibraryPhoto(file, List.of(), origin)));
    var moreForged = new ArrayList<>(this.forged);
    new TreeMap<>(forged)
        .forEach((file, mask) -> moreForged.add(new LibraryPhoto(file, List.of(mask), origin)));
    return new PhotoLibrary(more, moreForged, pixels, objects, skipped);
  }

  private PhotoLibrary chosen(Predicate<LibraryPhoto> condition) {
    return new PhotoLibrary(
        photos.stream().filter(condition).toList(),
        forged.stream().filter(condition).toList(),
        pixels,
        objects,
        skipped);
  }

  /** How many photographs there are. */
  public int size() {
    return photos.size();
  }

  /** How many of them have object masks. */
  public int sizeWithObjects() {
    return withObjects.size();
  }

  /** Whether there are outlined objects to paste, of photographs or of forged images. */
  public boolean hasDonors() {
    return !donors.isEmpty();
  }

  /** Any photograph. */
  public Photo any(RandomGenerator random) {
    return any(() -> drawer.draw(random));
  }

  /** Any photograph with object masks; there must be one. */
  public Photo anyWithObjects(RandomGenerator random) {
    return any(() -> withObjects.get(random.nextInt(withObjects.size())));
  }

  /** Anything with outlined objects to paste into others; there must be one. */
  public Photo anyDonor(RandomGenerator random) {
    return any(() -> donors.get(random.nextInt(donors.size())));
  }

  private Photo any(Supplier<LibraryPhoto> draw) {
    IOException failure = null;
    for (int i = 0; i < TRIES; i++) {
      var entry = draw.get();
      try {
        return new Photo(
            pixels.get(entry.file, PhotoLibrary::read), entry.objectMasks, entry.origin);
      } catch (IOException e) {
        failure = e;
        skipped.add(entry.file, e);
      }
    }
    throw new UncheckedIOException(
        "Almost no photograph can be read: " + failure.getMessage(), failure);
  }

  private static PhotoPixels read(Path file) throws IOException {
    return new PhotoPixels(PhotoFile.read(file));
  }

  /** Any object of a photograph that has some, trimmed; empty if its mask cannot be read. */
  public Cutout anyObject(Photo photo, RandomGenerator random) {
    var mask = photo.objectMasks().get(random.nextInt(photo.objectMasks().size()));
    try {
      return objects.get(mask, file -> PhotoFile.readObject(file, photo.width(), photo.height()));
    } catch (IOException e) {
      skipped.add(mask, e);
      return NOTHING;
    }
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return ImageFormat.extensions().contains(extension) && Files.isRegularFile(file);
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  private record LibraryPhoto(Path file, List<Path> objectMasks, Path origin) {}
}
