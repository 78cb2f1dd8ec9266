/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/**
 * Makes a data set of images from which something was erased by a neural network (MI-GAN, its
 * authors' ONNX file {@code migan_pipeline_v2.onnx}), as the erasers of phones and picture editors
 * do. It stands outside the build because only it needs ONNX Runtime; docs/research.md says how to
 * run it.
 *
 * <p>What is erased: objects along their COCO outlines; in figures, blobs that stand out from the
 * background (bands, nuclei); elsewhere, shapes of objects, brush strokes, ellipses, and
 * rectangles. The same files and the same seed give the same images.
 */
public final class EraseObjects {

  private static final int LARGEST_SIDE = 900;
  private static final int SMALLEST_SIDE = 128;
  private static final double SMALLEST_SHARE = .003;
  private static final double LARGEST_SHARE = .25;

  /** As the training, which holds out one file in 20 by its name. */
  private static final int HELD_OUT_ONE_IN = 20;

  private enum Kind {
    /** Photographs at their own size. */
    PHOTO,
    /** Photographs of many megapixels, shrunk 2 to 4 times. */
    LARGE,
    /** Scientific figures. */
    FIGURE
  }

  /** A folder, and how often its files are drawn. */
  private record Source(Kind kind, double weight, List<Path> files) {}

  private final Path output;
  private final List<Source> sources;
  private final Parts parts;
  private final Eraser eraser;
  private final boolean jpeg;

  private EraseObjects(
      Path output, List<Source> sources, Parts parts, Eraser eraser, boolean jpeg) {
    this.output = output;
    this.sources = sources;
    this.parts = parts;
    this.eraser = eraser;
    this.jpeg = jpeg;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 8) {
      System.err.println(
          "Usage: java -cp onnxruntime.jar EraseObjects.java OUTPUT training|held-out|all png|jpeg"
              + " NUMBER SEED MODEL MASKS KIND:WEIGHT:FOLDER...\n"
              + "  KIND is photo, large, or figure; MASKS holds COCO's, named ID_k_class.png");
      System.exit(2);
    }
    var output = Path.of(arguments[0]);
    var which = arguments[1];
    int number = Integer.parseInt(arguments[3]);
    long seed = Long.parseLong(arguments[4]);
    var sources = new ArrayList<Source>();
    for (var argument : Arrays.asList(arguments).subList(7, arguments.length)) {
      var part = argument.split(":", 3);
      var files = pictures(Path.of(part[2])).stream().filter(file -> isUsed(file, which)).toList();
      if (files.isEmpty()) {
        throw new IOException(part[2] + ": none of its files can be used");
      }
      var kind = Kind.valueOf(part[0].toUpperCase(Locale.ROOT));
      sources.add(new Source(kind, Double.parseDouble(part[1]), files));
    }
    var masks = pictures(Path.of(arguments[6])).stream();
    if (!which.equals("held-out")) {
      masks = masks.filter(file -> !isHeldOut(file));
    }
    for (var folder : List.of("Tp", "Gt", "Au")) {
      Files.createDirectories(output.resolve(folder));
    }
    try (var eraser = new Eraser(arguments[5])) {
      var maker =
          new EraseObjects(
              output, sources, new Parts(masks.toList()), eraser, arguments[2].equals("jpeg"));
      for (int i = 0; i < number; i++) {
        maker.make(i, new Random(seed * 1_000_003L + i));
      }
    }
  }

  private static boolean isUsed(Path file, String which) {
    return which.equals("all") || isHeldOut(file) == which.equals("held-out");
  }

  private static boolean isHeldOut(Path file) {
    var sum = new CRC32();
    sum.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
    return sum.getValue() % HELD_OUT_ONE_IN == 0;
  }

  private static List<Path> pictures(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(
              file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png|tiff?)"))
          .sorted()
          .toList();
    }
  }

  private void make(int number, Random random) throws IOException, OrtException {
    random.nextInt(); // neighboring seeds begin alike
    double place = random.nextDouble() * sources.stream().mapToDouble(Source::weight).sum();
    int chosen = 0;
    while (place > sources.get(chosen).weight()) {
      place -= sources.get(chosen++).weight();
    }
    var source = sources.get(chosen);
    var file = source.files().get(random.nextInt(source.files().size()));
    var read = ImageIO.read(file.toFile());
    var picture = cropped(shrunk(rgb(read), source.kind(), random), source.kind(), random);
    boolean asRead =
        picture.getWidth() == read.getWidth() && picture.getHeight() == read.getHeight();
    if (Math.min(picture.getWidth(), picture.getHeight()) < SMALLEST_SIDE) {
      return;
    }
    var name = file.getFileName().toString().split("\\.")[0];
    var erased = parts.choose(picture, name, source.kind() == Kind.FIGURE, random);
    if (!Parts.isSuitable(erased)) {
      return;
    }
    var forged = eraser.erase(picture, erased);
    var stem =
        String.format(Locale.ROOT, "e%05d_%s", number, name.replaceAll("[^A-Za-z0-9_-]", ""));
    if (jpeg) {
      writeJpeg(forged, output.resolve("Tp/" + stem + ".jpg"), .75f + .2f * random.nextFloat());
    } else {
      ImageIO.write(forged, "png", output.resolve("Tp/" + stem + ".png").toFile());
    }
    ImageIO.write(erased.picture(), "png", output.resolve("Gt/" + stem + ".png").toFile());
    var authentic = output.resolve("Au").resolve(asRead ? file.getFileName() + "" : stem + ".png");
    if (!asRead) {
      ImageIO.write(picture, "png", authentic.toFile());
    } else if (!Files.exists(authentic)) {
      Files.copy(file, authentic);
    }
  }

  private static BufferedImage shrunk(BufferedImage picture, Kind kind, Random random) {
    double scale = kind == Kind.LARGE ? 1 / (2 + 2 * random.nextDouble()) : 1;
    double longest = Math.max(picture.getWidth(), picture.getHeight()) * scale;
    scale *= Math.min(1, 1400 / longest);
    if (scale == 1) {
      return picture;
    }
    int width = (int) (picture.getWidth() * scale);
    int height = (int) (picture.getHeight() * scale);
    return drawn(
        width,
        height,
        to ->
            to.drawImage(
                picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null));
  }

  private static BufferedImage cropped(BufferedImage picture, Kind kind, Random random) {
    int width = Math.min(LARGEST_SIDE, picture.getWidth());
    int height = Math.min(LARGEST_SIDE, picture.getHeight());
    if (kind != Kind.LARGE && width == picture.getWidth() && height == picture.getHeight()) {
      return picture;
    }
    int x = random.nextInt(picture.getWidth() - width + 1);
    int y = random.nextInt(picture.getHeight() - height + 1);
    return rgb(picture.getSubimage(x, y, width, height));
  }

  private static BufferedImage drawn(int width, int height, Consumer<Graphics2D> drawing) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = picture.createGraphics();
    graphics.setColor(Color.WHITE);
    drawing.accept(graphics);
    graphics.dispose();
    return picture;
  }

  /** Gray values stay what they are: Java's own conversion would change them. */
  private static BufferedImage rgb(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    if (picture.getRaster().getNumBands() > 1
        || picture.getSampleModel().getDataType() != DataBuffer.TYPE_BYTE
        || picture.getColorModel() instanceof IndexColorModel) {
      return drawn(width, height, to -> to.drawImage(picture, 0, 0, null));
    }
    var gray = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        gray.setRGB(x, y, picture.getRaster().getSample(x, y, 0) * 0x10101);
      }
    }
    return gray;
  }

  private static void writeJpeg(BufferedImage picture, Path file, float quality)
      throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(quality);
    try (var stream = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    } finally {
      writer.dispose();
    }
  }

  /** What is erased: set pixels of an image, row by row. */
  private record Part(boolean[] set, int width, int height) {

    static Part of(BufferedImage picture) {
      int width = picture.getWidth();
      var set = new boolean[width * picture.getHeight()];
      for (int i = 0; i < set.length; i++) {
        set[i] = (picture.getRGB(i % width, i / width) & 255) > 127;
      }
      return new Part(set, width, picture.getHeight());
    }

    BufferedImage picture() {
      var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
      for (int i = 0; i < set.length; i++) {
        picture.getRaster().setSample(i % width, i / width, 0, set[i] ? 255 : 0);
      }
      return picture;
    }

    int area() {
      int area = 0;
      for (boolean pixel : set) {
        area += pixel ? 1 : 0;
      }
      return area;
    }

    /** Every other step takes the diagonals along, so that outlines become octagonal. */
    Part grown(int steps) {
      var now = set;
      for (int step = 0; step < steps; step++) {
        var next = now.clone();
        for (int y = 0; y < height; y++) {
          for (int x = 0; x < width; x++) {
            if (now[y * width + x]) {
              spread(next, x, y, step % 2 == 1);
            }
          }
        }
        now = next;
      }
      return new Part(now, width, height);
    }

    private void spread(boolean[] next, int x, int y, boolean diagonals) {
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          boolean inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
          if (inside && (diagonals || dx == 0 || dy == 0)) {
            next[(y + dy) * width + x + dx] = true;
          }
        }
      }
    }
  }

  /** Chooses what is erased from an image. */
  private static final class Parts {

    private static final int SMALLEST_OBJECT = 50;
    private static final int TRIES = 20;

    private final List<Path> masks;
    private final Map<String, List<Path>> masksByImage;

    Parts(List<Path> masks) {
      this.masks = masks;
      this.masksByImage =
          masks.stream()
              .collect(Collectors.groupingBy(file -> file.getFileName().toString().split("_")[0]));
    }

    static boolean isSuitable(Part part) {
      if (part == null) {
        return false;
      }
      double share = part.area() / (double) part.set().length;
      return share > SMALLEST_SHARE && share < LARGEST_SHARE;
    }

    Part choose(BufferedImage picture, String name, boolean figure, Random random)
        throws IOException {
      int width = picture.getWidth();
      int height = picture.getHeight();
      Part part = null;
      var own = masksByImage.get(name);
      if (own != null && random.nextDouble() < .75) {
        var mask = Part.of(rgb(ImageIO.read(own.get(random.nextInt(own.size())).toFile())));
        part = mask.width() == width && mask.height() == height ? mask : null;
      }
      if (part == null && figure && random.nextDouble() < .8) {
        part = blobs(picture, random);
      }
      part = part == null ? null : part.grown(2 + random.nextInt(7));
      for (int i = 0; i < TRIES && !isSuitable(part); i++) {
        double kind = random.nextDouble();
        if (kind < .5) {
          part = object(masks.get(random.nextInt(masks.size())), width, height, random);
        } else {
          part = kind < .8 ? strokes(width, height, random) : shape(width, height, random);
        }
      }
      return part;
    }

    /** The shape of an object of another photograph, anywhere. */
    private static Part object(Path file, int width, int height, Random random) throws IOException {
      var picture = rgb(ImageIO.read(file.toFile()));
      var mask = Part.of(picture);
      int area = mask.area();
      if (area < SMALLEST_OBJECT) {
        return null;
      }
      var box = box(mask);
      double share = Math.exp(Math.log(.006) + random.nextDouble() * Math.log(.2 / .006));
      double scale = Math.sqrt(share * width * height / area);
      double x = random.nextDouble() * (width - box.width * scale);
      double y = random.nextDouble() * (height - box.height * scale);
      if (random.nextDouble() < .15) {
        x -= box.width * scale / 2; // across the margin
      }
      var moved = AffineTransform.getTranslateInstance(x, y);
      moved.scale(scale, scale);
      if (random.nextBoolean()) {
        moved.translate(box.width, 0);
        moved.scale(-1, 1);
      }
      moved.translate(-box.x, -box.y);
      return Part.of(drawn(width, height, to -> to.drawImage(picture, moved, null)))
          .grown(1 + random.nextInt(5));
    }

    private static Rectangle2D.Double box(Part mask) {
      int left = mask.width();
      int right = -1;
      int top = mask.height();
      int bottom = -1;
      for (int i = 0; i < mask.set().length; i++) {
        if (mask.set()[i]) {
          left = Math.min(left, i % mask.width());
          right = Math.max(right, i % mask.width());
          top = Math.min(top, i / mask.width());
          bottom = Math.max(bottom, i / mask.width());
        }
      }
      return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    private static Part strokes(int width, int height, Random random) {
      double brush = Math.min(width, height) * (.03 + .1 * random.nextDouble());
      return Part.of(
          drawn(
              width,
              height,
              to -> {
                to.setStroke(
                    new BasicStroke((float) brush, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                int number = 1 + random.nextInt(2);
                for (int i = 0; i < number; i++) {
                  to.draw(stroke(width, height, brush, random));
                }
              }));
    }

    private static Path2D stroke(int width, int height, double brush, Random random) {
      double x = random.nextDouble() * width;
      double y = random.nextDouble() * height;
      double direction = random.nextDouble() * 7;
      var stroke = new Path2D.Double();
      stroke.moveTo(x, y);
      int pieces = 1 + random.nextInt(5);
      for (int i = 0; i < pieces; i++) {
        direction += random.nextGaussian() * .8;
        double length = brush * (.5 + 2 * random.nextDouble());
        x += Math.cos(direction) * length;
        y += Math.sin(direction) * length;
        stroke.lineTo(x, y);
      }
      return stroke;
    }

    private static Part shape(int width, int height, Random random) {
      double side = Math.sqrt((.006 + .1 * random.nextDouble()) * width * height);
      double stretched = Math.exp(random.nextGaussian() * .5);
      double across = side * stretched;
      double down = side / stretched;
      double x = random.nextDouble() * (width - across);
      double y = random.nextDouble() * (height - down);
      var shape =
          random.nextBoolean()
              ? new Ellipse2D.Double(x, y, across, down)
              : new Rectangle2D.Double(x, y, across, down);
      return Part.of(drawn(width, height, to -> to.fill(shape)));
    }

    /** One to four neighboring blobs of the rarer side of Otsu's threshold. */
    private static Part blobs(BufferedImage picture, Random random) {
      int width = picture.getWidth();
      int height = picture.getHeight();
      var gray = new int[width * height];
      for (int i = 0; i < gray.length; i++) {
        int color = picture.getRGB(i % width, i / width);
        gray[i] = ((color >> 16 & 255) * 3 + (color >> 8 & 255) * 6 + (color & 255)) / 10;
      }
      int threshold = otsu(gray);
      boolean dark =
          Arrays.stream(gray).filter(value -> value <= threshold).count() < gray.length / 2.;
      var label = new int[gray.length];
      var blobs = new ArrayList<int[]>();
      for (int i = 0, next = 1; i < gray.length; i++) {
        if (label[i] == 0 && gray[i] <= threshold == dark) {
          var blob = filled(gray, label, width, i, next, threshold, dark);
          if (blob[3] >= 40 && blob[3] < .12 * gray.length) {
            blobs.add(blob);
          }
          next++;
        }
      }
      if (blobs.isEmpty()) {
        return null;
      }
      var first = blobs.get(random.nextInt(blobs.size()));
      blobs.sort(
          Comparator.comparingDouble(blob -> Math.hypot(blob[1] - first[1], blob[2] - first[2])));
      int number = Math.min(blobs.size(), 1 + random.nextInt(4));
      var chosen = new HashSet<Integer>();
      blobs.subList(0, number).forEach(blob -> chosen.add(blob[0]));
      var set = new boolean[gray.length];
      for (int i = 0; i < set.length; i++) {
        set[i] = chosen.contains(label[i]);
      }
      return new Part(set, width, height);
    }

    /**
     * @return label, x and y of the center, area
     */
    private static int[] filled(
        int[] gray, int[] label, int width, int start, int name, int threshold, boolean dark) {
      var waiting = new int[gray.length];
      int last = 0;
      waiting[last++] = start;
      label[start] = name;
      long sumX = 0;
      long sumY = 0;
      int area = 0;
      while (last > 0) {
        int at = waiting[--last];
        area++;
        sumX += at % width;
        sumY += at / width;
        var neighbors =
            new int[] {
              at % width > 0 ? at - 1 : at,
              at % width < width - 1 ? at + 1 : at,
              at >= width ? at - width : at,
              at + width < gray.length ? at + width : at
            };
        for (int neighbor : neighbors) {
          if (label[neighbor] == 0 && gray[neighbor] <= threshold == dark) {
            label[neighbor] = name;
            waiting[last++] = neighbor;
          }
        }
      }
      return new int[] {name, (int) (sumX / area), (int) (sumY / area), area};
    }

    private static int otsu(int[] gray) {
      var histogram = new int[256];
      double sum = 0;
      for (int value : gray) {
        histogram[value]++;
        sum += value;
      }
      double below = 0;
      double sumBelow = 0;
      double best = -1;
      int threshold = 128;
      for (int value = 0; value < 256; value++) {
        below += histogram[value];
        sumBelow += value * (double) histogram[value];
        double above = gray.length - below;
        if (below == 0 || above == 0) {
          continue;
        }
        double difference = sumBelow / below - (sum - sumBelow) / above;
        double between = below * above * difference * difference;
        if (between > best) {
          best = between;
          threshold = value;
        }
      }
      return threshold;
    }
  }

  /** The network, on one thread, so that several runs share a machine well. */
  private static final class Eraser implements AutoCloseable {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    Eraser(String model) throws OrtException {
      try (var options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        session = environment.createSession(new File(model).getPath(), options);
      }
    }

    /** A gray image stays gray. */
    BufferedImage erase(BufferedImage picture, Part part) throws OrtException {
      int width = picture.getWidth();
      int height = picture.getHeight();
      int size = width * height;
      var colors = new byte[3 * size];
      var kept = new byte[size];
      boolean gray = true;
      for (int i = 0; i < size; i++) {
        int color = picture.getRGB(i % width, i / width);
        colors[i] = (byte) (color >> 16);
        colors[i + size] = (byte) (color >> 8);
        colors[i + 2 * size] = (byte) color;
        gray &= colors[i] == colors[i + size] && colors[i] == colors[i + 2 * size];
        kept[i] = (byte) (part.set()[i] ? 0 : 255);
      }
      var filled = run(colors, kept, width, height);
      int type = gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
      var result = new BufferedImage(width, height, type);
      for (int i = 0; i < size; i++) {
        int red = filled[i] & 255;
        int green = filled[i + size] & 255;
        int blue = filled[i + 2 * size] & 255;
        if (gray) {
          long value = Math.round(.299 * red + .587 * green + .114 * blue);
          result.getRaster().setSample(i % width, i / width, 0, (int) value);
        } else {
          result.setRGB(i % width, i / width, red << 16 | green << 8 | blue);
        }
      }
      return result;
    }

    private byte[] run(byte[] colors, byte[] kept, int width, int height) throws OrtException {
      try (var image = tensor(colors, 3, width, height);
          var mask = tensor(kept, 1, width, height);
          var results = session.run(new HashMap<>(Map.of("image", image, "mask", mask)))) {
        var buffer = ((OnnxTensor) results.get(0)).getByteBuffer();
        var filled = new byte[buffer.remaining()];
        buffer.get(filled);
        return filled;
      }
    }

    private OnnxTensor tensor(byte[] values, int channels, int width, int height)
        throws OrtException {
      return OnnxTensor.createTensor(
          environment,
          ByteBuffer.wrap(values),
          new long[] {1, channels, height, width},
          OnnxJavaType.UINT8);
    }

    @Override
    public void close() throws OrtException {
      session.close();
    }
  }
}
