/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import sc.fiji.sparsevit.copies.Luminance;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.reuse.ArchivedPicture;
import sc.fiji.sparsevit.reuse.NewPicture;
import sc.fiji.sparsevit.reuse.PictureFeatures;

/** Adds pictures to an archive, one after the other, in a process of its own. */
final class ArchiveProcess {
  private ArchiveProcess() {}

  /**
   * @param wrapper what the command line of Java is given to; empty for nothing
   * @param output file that receives what it prints
   */
  static Process start(List<String> wrapper, Path archive, int first, int end, Path output)
      throws IOException {
    var command = new ArrayList<>(wrapper);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            ArchiveProcess.class.getName(),
            archive.toString(),
            String.valueOf(first),
            String.valueOf(end)));
    return new ProcessBuilder(command).redirectOutput(output.toFile()).start();
  }

  /** Prints the number of each picture that is in the archive. */
  public static void main(String[] arguments) throws IOException {
    var archive = Path.of(arguments[0]);
    for (int i = Integer.parseInt(arguments[1]); i < Integer.parseInt(arguments[2]); i++) {
      try (var locked = LockedArchive.open(archive, ProgressListener.NONE, System.err::println)) {
        locked.archive().add(List.of(picture(i)), ProgressListener.NONE);
        System.out.println(i);
      } catch (IOException e) {
        System.out.println(e.getMessage());
        System.exit(1);
      }
    }
  }

  private static NewPicture picture(int number) {
    var image = ReuseSamples.dots(160, 140, number);
    return new NewPicture() {
      @Override
      public ArchivedPicture description() {
        String hash = String.format("%064x", number);
        return new ArchivedPicture(
            number + ".png", null, hash, hash, 160, 140, 1, "2026-01-02", "run", "1", true);
      }

      @Override
      public PictureFeatures features() {
        return PictureFeatures.of(gray(image), List.of(), ProgressListener.NONE);
      }

      @Override
      public byte[] thumbnail() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
      }

      @Override
      public byte[] levels() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
      }
    };
  }

  private static Luminance gray(BufferedImage image) {
    var levels = new byte[image.getWidth() * image.getHeight()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) image.getRGB(i % image.getWidth(), i / image.getWidth());
    }
    return new Luminance(image.getWidth(), image.getHeight(), levels);
  }
}
