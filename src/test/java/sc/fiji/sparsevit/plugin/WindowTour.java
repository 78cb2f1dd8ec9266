/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;
import ij.text.TextWindow;
import java.awt.TextField;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a person does in ImageJ's window, step by step. */
final class WindowTour {

  private static final String COMMAND = "SparseViT Manipulation Localization";

  private static final String RECORDED =
      "run(\"SparseViT Manipulation Localization\", \"stack=current panels=auto threshold=0.5"
          + " copies=on compression=on seams=on grain=on mode=native min_area=64 model=lite device=auto precision=float32\");";

  private final Path sample;
  private final Person person;

  private WindowTour(Path sample, Path screenshots) throws Exception {
    this.sample = sample;
    person = new Person(screenshots);
  }

  /** The image to open and the folder for the screenshots are the arguments. */
  public static void main(String[] arguments) {
    Person.does(() -> new WindowTour(Path.of(arguments[0]), Path.of(arguments[1])).run());
  }

  private void run() throws Exception {
    ImageJ.main(new String[0]);
    var image = IJ.openImage(sample.toString());
    image.show();
    image.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
    RoiManager.getRoiManager().addRoi(new Roi(5, 6, 7, 8));
    var recorder = new Recorder();
    localizes(image);
    person.waitFor(() -> recorder.getText().contains(RECORDED));
    previews(image);
    findsNothing(image);
    cancels();
  }

  private void localizes(ImagePlus image) throws Exception {
    IJ.doCommand(COMMAND);
    var dialog = person.dialog();
    person.screenshot("dialog.png");
    person.press(dialog, "  OK  ");
    person.waitFor(() -> WindowManager.getWindow(ResultDisplay.TABLE) != null);
    person.waitForStatus("for review above");
    var table = (TextWindow) WindowManager.getWindow(ResultDisplay.TABLE);
    int regions = table.getResultsTable().size();
    assertThat(regions).isPositive();
    assertThat(image.getOverlay().size()).isEqualTo(1 + regions);
    assertThat(RoiManager.getInstance().getCount()).isEqualTo(1 + regions);
    var heatmap = WindowManager.getImage(image.getTitle() + " probability");
    assertThat(heatmap.getBitDepth()).isEqualTo(32);
    assertThat(WindowManager.getCurrentImage()).isSameAs(image);
    liesBeside(image, heatmap);
    assertThat(IJ.getLog()).isNull();
    person.screenshot("results.png");
  }

  private void previews(ImagePlus image) throws Exception {
    int shown = image.getOverlay().size();
    IJ.doCommand(COMMAND);
    var dialog = person.dialog();
    threshold(dialog).setText("1.00");
    person.waitFor(() -> image.getOverlay().size() == 1);
    person.screenshot("preview.png");
    person.press(dialog, "Cancel");
    person.waitFor(() -> image.getOverlay().size() == shown);
  }

  private void findsNothing(ImagePlus image) throws Exception {
    int images = WindowManager.getImageCount();
    IJ.doCommand(COMMAND);
    var dialog = person.dialog();
    threshold(dialog).setText("1.00");
    person.waitFor(() -> image.getOverlay().size() == 1);
    person.press(dialog, "  OK  ");
    // Without the title it could be the preview that says so.
    person.waitForStatus(image.getTitle() + ": no region above the threshold 1.0");
    var table = (TextWindow) WindowManager.getWindow(ResultDisplay.TABLE);
    // The status line says it before the windows show it.
    person.waitFor(() -> table.getResultsTable().size() == 0);
    person.waitFor(() -> table.getTextPanel().getLineCount() == 0);
    person.waitFor(() -> RoiManager.getInstance().getCount() == 1);
    assertThat(image.getOverlay().size()).isEqualTo(1);
    assertThat(WindowManager.getImageCount()).isEqualTo(images);
  }

  private void cancels() throws Exception {
    var large = TestImages.forgedPortrait().resize(1900, 1300, "none");
    large.show();
    IJ.doCommand(COMMAND);
    person.press(person.dialog(), "  OK  ");
    person.waitFor(large::isLocked);
    person.pressEscape(large.getCanvas());
    person.waitFor(() -> !large.isLocked());
    person.waitForStatus("canceled");
    IJ.wait(500);
    person.waitForStatus("canceled");
    assertThat(large.getOverlay()).isNull();
    assertThat(WindowManager.getImage(large.getTitle() + " probability")).isNull();
  }

  /**
   * Brought to the front, neither the map nor the table covers the picture. Where Java believes
   * them to be does not tell: on a screen without a window manager it may miss that they were
   * moved.
   */
  private void liesBeside(ImagePlus image, ImagePlus heatmap) {
    var picture = image.getWindow();
    var uncovered = person.seesAtRest(picture.getBounds());
    for (var window : List.of(heatmap.getWindow(), WindowManager.getWindow(ResultDisplay.TABLE))) {
      window.toFront();
      assertThat(Arrays.equals(person.seesAtRest(picture.getBounds()), uncovered))
          .as("nothing of the picture is hidden")
          .isTrue();
    }
    picture.toFront();
  }

  private static TextField threshold(GenericDialog dialog) {
    return (TextField) dialog.getNumericFields().get(0);
  }
}
