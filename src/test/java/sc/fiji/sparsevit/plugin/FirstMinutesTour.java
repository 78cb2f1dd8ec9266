/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.WindowManager;
import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.event.ActionEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.TransferHandler.TransferSupport;

/** The first minutes of somebody new: drops files, tries the sample, asks for help, has a fault. */
final class FirstMinutesTour {

  private final Path browsed;
  private final Path documents;
  private final Person person;

  private FirstMinutesTour(Path folder, Path screenshots) throws Exception {
    browsed = folder.resolve("browsed.txt");
    documents = folder;
    person = new Person(screenshots);
  }

  /** A folder with files to drop, and that for the screenshots are the arguments. */
  public static void main(String[] arguments) {
    Person.does(() -> new FirstMinutesTour(Path.of(arguments[0]), Path.of(arguments[1])).run());
  }

  private void run() throws Exception {
    Application.main(new String[0]);
    dropsFiles();
    dropsWhatIsNoPicture();
    triesTheSample();
    asksForHelp();
    reportsAFault();
  }

  private void dropsFiles() throws Exception {
    person.waitFor(() -> window() != null);
    drop(documents.resolve("figure.tif"));
    person.waitFor(() -> addresses().size() == 1);
    var report = Path.of(URI.create(addresses().get(0)));
    assertThat(report).hasFileName("report.html").isNotEmptyFile();
    assertThat(report.getParent().getFileName().toString()).endsWith(" figure");
    assertThat(Files.readString(report)).contains("figure");
    person.screenshot("drop-window.png");
  }

  /** There is a report of that, too. */
  private void dropsWhatIsNoPicture() {
    drop(documents.resolve("gone.png"));
    person.waitFor(() -> addresses().size() == 2);
    var errors = Path.of(URI.create(addresses().get(1))).resolveSibling("errors.csv");
    assertThat(errors).content().contains("gone.png");
    SwingUtilities.invokeLater(window()::dispose);
  }

  private void triesTheSample() throws IOException {
    IJ.doCommand("Try a Sample Image");
    // The table comes last, and then the status line once more.
    person.waitFor(() -> WindowManager.getWindow(ResultDisplay.TABLE) != null);
    person.waitForStatus("for review");
    person.screenshot("sample.png");
    assertThat(IJ.getImage().getOverlay().size()).isPositive();
  }

  private void asksForHelp() throws IOException {
    IJ.doCommand("SparseViT Manipulation Localization");
    var dialog = person.dialog();
    person.screenshot("dialog.png");
    press(dialog, "Help");
    person.waitFor(() -> addresses().size() == 3);
    person.press(dialog, "Cancel");
    var page = Path.of(URI.create(addresses().get(2)));
    assertThat(page).content().contains("Minimum area (pixels)", "What a region means");
    for (var picture : Files.list(page.resolveSibling("first-minutes")).toList()) {
      assertThat(page).content().contains(picture.getFileName().toString());
    }
  }

  private void reportsAFault() throws IOException {
    IJ.doCommand("SparseViT Fault Report");
    person.waitFor(() -> WindowManager.getWindow("SparseViT fault report") != null);
    person.screenshot("fault-report.png");
  }

  private static JFrame window() {
    return Stream.of(Frame.getFrames())
        .filter(frame -> DropWindow.TITLE.equals(frame.getTitle()) && frame.isShowing())
        .map(JFrame.class::cast)
        .findFirst()
        .orElse(null);
  }

  private static void drop(Path file) {
    SwingUtilities.invokeLater(
        () -> {
          var root = window().getRootPane();
          root.getTransferHandler().importData(new TransferSupport(root, files(file)));
        });
  }

  private static Transferable files(Path file) {
    return new Transferable() {
      @Override
      public DataFlavor[] getTransferDataFlavors() {
        return new DataFlavor[] {DataFlavor.javaFileListFlavor};
      }

      @Override
      public boolean isDataFlavorSupported(DataFlavor flavor) {
        return flavor.equals(DataFlavor.javaFileListFlavor);
      }

      @Override
      public Object getTransferData(DataFlavor flavor) {
        return List.of(file.toFile());
      }
    };
  }

  /** What the browser was asked to show. */
  private List<String> addresses() {
    try {
      return Files.exists(browsed) ? Files.readAllLines(browsed) : List.of();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void press(Container container, String label) {
    for (Component each : container.getComponents()) {
      if (each instanceof Button button && button.getLabel().equals(label)) {
        var event = new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label);
        Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(event);
      } else if (each instanceof Container inner) {
        press(inner, label);
      }
    }
  }
}
