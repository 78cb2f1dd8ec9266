/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.attention;

import ij.io.FileSaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.io.WholeFile;

/** Writes the maps of a point: a stack for ImageJ, and one page. */
public final class AttentionFiles {

  private AttentionFiles() {}

  /**
   * Looks at the first picture of an image file from a point, and writes the maps.
   *
   * @param whole as for {@link AttentionModel#study}
   * @return both files
   */
  public static List<Path> ofFile(
      AttentionModel model, Path image, boolean whole, int x, int y, Path folder)
      throws IOException {
    var study = model.study(ImageFile.open(image).rgb(), whole, x, y);
    var name = image.getFileName().toString();
    int dot = name.lastIndexOf('.');
    var stem = dot > 0 ? name.substring(0, dot) : name;
    return write(study, x, y, folder, stem, model.title(name, x, y));
  }

  /**
   * Writes {@code <name>_attention_<x>_<y>.tif} and {@code .png}.
   *
   * @param folder created if missing
   * @param title heading of the page
   * @return both files
   */
  public static List<Path> write(
      AttentionStudy study, int x, int y, Path folder, String name, String title)
      throws IOException {
    Files.createDirectories(folder);
    var stem = name + "_attention_" + x + "_" + y;
    var stack = folder.resolve(stem + ".tif");
    var bytes = new FileSaver(new AttentionStack(study).at(x, y, stem)).serialize();
    WholeFile.write(stack, part -> Files.write(part, bytes));
    var page = folder.resolve(stem + ".png");
    var drawn = new AttentionPage(study, x, y).draw(title);
    WholeFile.write(page, part -> ImageIO.write(drawn, "png", part.toFile()));
    return List.of(stack, page);
  }
}
