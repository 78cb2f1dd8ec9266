/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.awt.Dimension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import sc.fiji.sparsevit.training.raster.Interpolation;
import sc.fiji.sparsevit.training.raster.RgbRaster;

/**
 * Photographs to make forgeries from, and outlines of objects in some of them. An object mask is an
 * image file named after its photograph, {@code <photo>_<number>_c<class>.png}, of the photograph's
 * size, white where the object is. Safe for use by several threads.
 */
public final class PhotoLibrary {

  private static final Pattern MASK = Pattern.compile("(.+)_\\d+_c\\d+");
  private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "png", "bmp", "tif", "tiff");

  /** Longer photographs are shrunk by a whole number when they are read. */
  private static final int LONGEST_SIDE = 2048;

  private static final int SHORTEST_SIDE = 64;

  private final List<Photo> photos;
  private final List<Integer> withObjects;
  private final List<Path> unusable;
  private final BoundedCache<Path, RgbRaster> pixels;
  private final BoundedCache<Path, Cutout> objects;

  private PhotoLibrary(List<Photo> photos, List<Path> unusable, long cacheBytes) {
    this.photos = List.copyOf(photos);
    this.unusable = List.copyOf(unusable);
    this.pixels = new BoundedCache<>(cacheBytes, picture -> picture.samples().length);
    this.objects =
        new BoundedCache<>(
            cacheBytes / 8, object -> Float.BYTES * (long) object.opacity().values().length);
    var indices = new ArrayList<Integer>();
    for (int i = 0; i < photos.size(); i++) {
      if (!photos.get(i).objectMasks().isEmpty()) {
        indices.add(i);
      }
    }
    withObjects = List.copyOf(indices);
  }

  /**
   * All photographs in some folders and below, in the order of their paths; decoded pixels are kept
   * in at most a quarter of the heap.
   *
   * @throws IOException if a folder cannot be read or holds no usable photograph
   */
  public static PhotoLibrary open(List<Path> folders) throws IOException {
    return open(folders, Runtime.getRuntime().maxMemory() / 4);
  }

  /**
   * All photographs in some folders and below, in the order of their paths.
   *
   * @param cacheBytes how much memory decoded photographs may take
   * @throws IOException if a folder cannot be read or holds no usable photograph
   */
  public static PhotoLibrary open(List<Path> folders, long cacheBytes) throws IOException {
    var files = new ArrayList<Path>();
    for (Path folder : folders) {
      try (Stream<Path> tree = Files.walk(folder)) {
        tree.filter(PhotoLibrary::isImage).sorted().forEach(files::add);
      }
    }
    Map<String, List<Path>> masks = new HashMap<>();
    var pictures = new TreeMap<Path, String>(Comparator.naturalOrder());
    for (Path file : files) {
      var match = MASK.matcher(stem(file));
      if (match.matches()) {
        masks.computeIfAbsent(match.group(1), photo -> new ArrayList<>()).add(file);
      } else {
        pictures.put(file, stem(file));
      }
    }
    var photos = new ArrayList<Photo>();
    var unusable = new ArrayList<Path>();
    pictures.forEach(
        (file, stem) -> {
          Dimension size = sizeOf(file);
          if (size == null || Math.min(size.width, size.height) < SHORTEST_SIDE) {
            unusable.add(file);
          } else {
            int reduction = reduction(size.width, size.height);
            photos.add(
                new Photo(
                    file,
                    size.width / reduction,
                    size.height / reduction,
                    List.copyOf(masks.getOrDefault(stem, List.of()))));
          }
        });
    if (photos.isEmpty()) {
      throw new IOException(
          folders
              + " hold no photograph of at least "
              + SHORTEST_SIDE
              + " pixels a side; give folders of JPEG, PNG, BMP or TIFF files");
    }
    return new PhotoLibrary(photos, unusable, cacheBytes);
  }

  /** The photographs, in the order of their paths. */
  public List<Photo> photos() {
    return photos;
  }

  /** Indices of the photographs with object masks. */
  List<Integer> withObjects() {
    return withObjects;
  }

  /** Image files that are too small or cannot be read. */
  public List<Path> unusable() {
    return unusable;
  }

  /**
   * The pixels of a photograph, shared: not to be changed.
   *
   * @throws UncheckedIOException if the file cannot be read any more
   */
  RgbRaster pixels(Photo photo) {
    return pixels.get(
        photo.file(),
        file -> {
          var full = read(file);
          int reduction = reduction(full.width(), full.height());
          return Interpolation.AREA.resize(
              full, full.width() / reduction, full.height() / reduction);
        });
  }

  /**
   * The object of a mask file, trimmed, in the photograph's coordinates.
   *
   * @throws UncheckedIOException if the file cannot be read any more
   */
  Cutout object(Photo photo, int index) {
    return objects.get(
        photo.objectMasks().get(index),
        file -> {
          var mask = Interpolation.AREA.resize(read(file).plane(0), photo.width(), photo.height());
          for (int i = 0; i < mask.values().length; i++) {
            mask.values()[i] /= 255;
          }
          return new Cutout(0, 0, mask).trimmed();
        });
  }

  private static RgbRaster read(Path file) {
    try {
      var image = ImageIO.read(file.toFile());
      if (image == null) {
        throw new IOException("no picture format that is known");
      }
      return RgbRaster.of(image);
    } catch (IOException | IllegalArgumentException e) {
      throw new UncheckedIOException(
          file + " could not be read (" + e.getMessage() + "); remove it from the photographs",
          new IOException(e));
    }
  }

  private static int reduction(int width, int height) {
    return (Math.max(width, height) + LONGEST_SIDE - 1) / LONGEST_SIDE;
  }

  private static Dimension sizeOf(Path file) {
    try (var stream = ImageIO.createImageInputStream(file.toFile())) {
      var readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        return null;
      }
      var reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        return new Dimension(reader.getWidth(0), reader.getHeight(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      return null;
    }
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString();
    return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase())
        && Files.isRegularFile(file);
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
