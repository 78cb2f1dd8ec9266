/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImageJ;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import java.awt.Choice;
import java.awt.TextField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Screens a folder from the menu, with a look at the progress, an end and a second start. */
final class ScreenFolderTour {

  private static final String COMMAND = "SparseViT Screen Folder";

  /** Enough that somebody can press a key before the last one, however fast the machine is. */
  private static final int IMAGES = 150;

  private final Path inputs;
  private final Path results;
  private final Person person;

  private ScreenFolderTour(Path folder, Path screenshots) throws Exception {
    inputs = Files.createDirectory(folder.resolve("my figures"));
    results = folder.resolve("my results");
    person = new Person(screenshots);
  }

  /** A folder for inputs and results, and that for the screenshots are the arguments. */
  public static void main(String[] arguments) {
    Person.does(() -> new ScreenFolderTour(Path.of(arguments[0]), Path.of(arguments[1])).run());
  }

  private void run() throws Exception {
    var first = inputs.resolve("figure000.png");
    IJ.saveAs(TestImages.forged(), "PNG", first.toString());
    for (int i = 1; i < IMAGES; i++) {
      Files.copy(first, inputs.resolve("figure%03d.png".formatted(i)));
    }
    Person.startImageJ();
    var recorder = new Recorder();
    isCanceled();
    goesOn();
    person.waitFor(() -> recorder.getText().contains(recorded()));
    isAskedForAFolder();
  }

  private String recorded() {
    return "run(\"%s\", \"input=[%s] output=[%s] rasterize_pages=0 panels=auto reuse=on archive_images=thumbnails"
            .formatted(COMMAND, inputs, results)
        + " threshold=0.5 copies=on compression=on seams=on grain=on mode=paper min_area=64 model=lite device=auto"
        + " precision=float32\");";
  }

  private void isCanceled() throws Exception {
    start();
    person.waitFor(() -> ImageJ.getStatusBarText().matches(".*Esc cancels.* \\d+ s left"));
    person.screenshot("screen-folder-progress.png");
    person.pressEscape(IJ.getInstance());
    person.waitFor(() -> ImageJ.getStatusBarText().contains("canceled"));
    assertThat(done()).isBetween(1L, IMAGES - 1L);
    assertThat(results.resolve("report.html")).doesNotExist();
  }

  private void goesOn() throws Exception {
    long before = done();
    start();
    person.waitForLog("See " + results.resolve("report.html"));
    assertThat(IJ.getLog())
        .contains("Images: %d (%d from an earlier run)".formatted(IMAGES, before));
    person.waitFor(() -> ImageJ.getStatusBarText().contains("Images: " + IMAGES));
    person.screenshot("screen-folder-done.png");
  }

  /** Nothing is remembered from the time before. */
  private void isAskedForAFolder() {
    IJ.doCommand(COMMAND);
    var dialog = person.dialog();
    var fields = dialog.getStringFields();
    assertThat(fields.subList(0, fields.size() - 1))
        .extracting(field -> ((TextField) field).getText())
        .containsOnly("");
    assertThat(mode(dialog).getSelectedItem()).isEqualTo("native");
    person.press(dialog, "Cancel");
    person.waitFor(() -> !dialog.isShowing());
  }

  private void start() throws IOException {
    IJ.doCommand(COMMAND);
    var dialog = person.dialog();
    person.type(dialog, inputs.toString(), results.toString());
    mode(dialog).select("paper");
    person.screenshot("screen-folder-dialog.png");
    person.press(dialog, "  OK  ");
  }

  private static Choice mode(GenericDialog dialog) {
    for (var each : dialog.getChoices()) {
      var choice = (Choice) each;
      if (choice.getItem(0).equals("native")) {
        return choice;
      }
    }
    throw new AssertionError("no choice of the mode");
  }

  private long done() {
    try (var files = Files.list(results)) {
      return files.filter(file -> file.toString().endsWith(".json")).count();
    } catch (IOException notYet) {
      return 0;
    }
  }
}
