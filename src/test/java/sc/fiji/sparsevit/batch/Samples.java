/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import sc.fiji.sparsevit.progress.ProgressListener;

/** Small inputs for screenings. */
final class Samples {
  private Samples() {}

  /** Black with a square of a green in its upper left quarter. */
  static BufferedImage square(int width, int height, int green) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(new Color(0, green, 0));
    graphics.fillRect(0, 0, width / 2, height / 2);
    graphics.dispose();
    return image;
  }

  static Path png(Path file, int green) throws IOException {
    return picture(file, "png", green);
  }

  static Path picture(Path file, String format, int green) throws IOException {
    Files.createDirectories(file.getParent());
    ImageIO.write(square(32, 24, green), format, file.toFile());
    return file;
  }

  /** Draws on the pages of a PDF. */
  interface Drawing {
    void on(PDDocument document, PDPageContentStream page, int index) throws IOException;
  }

  static Path pdf(Path file, int pages, Drawing drawing) throws IOException {
    try (var document = pdf(pages, drawing)) {
      document.save(file.toFile());
    }
    return file;
  }

  static PDDocument pdf(int pages, Drawing drawing) throws IOException {
    var document = new PDDocument();
    for (int i = 0; i < pages; i++) {
      var page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (var stream = new PDPageContentStream(document, page)) {
        drawing.on(document, stream, i);
      }
    }
    return document;
  }

  static PDImageXObject lossless(PDDocument document, int width, int height, int green)
      throws IOException {
    return LosslessFactory.createFromImage(document, square(width, height, green));
  }

  static PDImageXObject jpeg(PDDocument document, int width, int height, int green)
      throws IOException {
    return JPEGFactory.createFromImage(document, square(width, height, green), 0.9f);
  }

  /** Keeps what it is told, and can end the work. */
  static final class Watcher implements ProgressListener {
    final List<String> messages = new ArrayList<>();
    final List<Long> progress = new ArrayList<>();
    volatile boolean canceled;
    Consumer<Long> onProgress = done -> {};

    synchronized void message(String sentence) {
      messages.add(sentence);
    }

    @Override
    public synchronized void progress(long done, long total) {
      progress.add(100 * done / total);
      onProgress.accept(done);
    }

    @Override
    public boolean isCanceled() {
      return canceled;
    }
  }
}
