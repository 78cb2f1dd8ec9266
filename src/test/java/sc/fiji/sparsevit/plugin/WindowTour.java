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
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;

/** What a person does in ImageJ's window, step by step. */
final class WindowTour {

  private static final String COMMAND = "SparseViT Manipulation Localization";

  private static final String RECORDED =
      "run(\"SparseViT Manipulation Localization\", \"model=lite device=auto mode=native"
          + " min_area=64 threshold=0.5 stack=current\");";

  private final Path sample;
  private final Path screenshots;
  private final Robot robot;

  private WindowTour(Path sample, Path screenshots) throws Exception {
    this.sample = sample;
    this.screenshots = screenshots;
    robot = new Robot();
  }

  /** The image to open and the folder for the screenshots are the arguments. */
  public static void main(String[] arguments) {
    try {
      new WindowTour(Path.of(arguments[0]), Path.of(arguments[1])).run();
      System.exit(0);
    } catch (Throwable e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private void run() throws Exception {
    ImageJ.main(new String[0]);
    var image = IJ.openImage(sample.toString());
    image.show();
    image.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
    RoiManager.getRoiManager().addRoi(new Roi(5, 6, 7, 8));
    var recorder = new Recorder();
    localizes(image);
    waitFor(() -> recorder.getText().contains(RECORDED));
    previews(image);
    findsNothing(image);
    cancels();
  }

  private void localizes(ImagePlus image) throws Exception {
    IJ.doCommand(COMMAND);
    var dialog = dialog();
    screenshot("dialog.png");
    press(dialog, "  OK  ");
    waitForLog("for review");
    var table = (TextWindow) WindowManager.getWindow(image.getTitle() + " regions");
    int regions = table.getResultsTable().size();
    assertThat(regions).isPositive();
    assertThat(image.getOverlay().size()).isEqualTo(1 + regions);
    assertThat(RoiManager.getInstance().getCount()).isEqualTo(1 + regions);
    var heatmap = WindowManager.getImage(image.getTitle() + " probability");
    assertThat(heatmap.getBitDepth()).isEqualTo(32);
    assertThat(WindowManager.getCurrentImage()).isSameAs(image);
    tidy(image);
    screenshot("results.png");
  }

  private void previews(ImagePlus image) throws Exception {
    int shown = image.getOverlay().size();
    IJ.doCommand(COMMAND);
    var dialog = dialog();
    threshold(dialog).setText("1.00");
    waitFor(() -> image.getOverlay().size() == 1);
    screenshot("preview.png");
    press(dialog, "Cancel");
    waitFor(() -> image.getOverlay().size() == shown);
  }

  private void findsNothing(ImagePlus image) throws Exception {
    int images = WindowManager.getImageCount();
    int rois = RoiManager.getInstance().getCount();
    IJ.doCommand(COMMAND);
    var dialog = dialog();
    threshold(dialog).setText("1.00");
    waitFor(() -> image.getOverlay().size() == 1);
    press(dialog, "  OK  ");
    waitForLog("no region above the threshold 1.0");
    assertThat(image.getOverlay().size()).isEqualTo(1);
    assertThat(RoiManager.getInstance().getCount()).isEqualTo(rois);
    var table = (TextWindow) WindowManager.getWindow(image.getTitle() + " regions");
    assertThat(table.getResultsTable().size()).isZero();
    assertThat(table.getTextPanel().getLineCount()).isZero();
    assertThat(WindowManager.getImageCount()).isEqualTo(images);
  }

  private void cancels() throws Exception {
    var large = TestImages.forgedPortrait().resize(1900, 1300, "none");
    large.show();
    IJ.doCommand(COMMAND);
    press(dialog(), "  OK  ");
    waitFor(large::isLocked);
    var escape =
        new KeyEvent(large.getCanvas(), KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_ESCAPE, '\u001b');
    IJ.getInstance().keyPressed(escape);
    waitFor(() -> !large.isLocked());
    robot.waitForIdle();
    assertThat(large.getOverlay()).isNull();
    assertThat(WindowManager.getImage(large.getTitle() + " probability")).isNull();
  }

  private static void waitForLog(String words) {
    waitFor(() -> IJ.getLog() != null && IJ.getLog().contains(words));
  }

  /** For the picture only. */
  private static void tidy(ImagePlus image) {
    RoiManager.getInstance().setLocation(20, 100);
    WindowManager.getWindow("Log").setLocation(20, 640);
    WindowManager.getWindow(image.getTitle() + " regions").setLocation(530, 560);
  }

  private static GenericDialog dialog() {
    waitFor(() -> GenericDialog.getInstance() != null && GenericDialog.getInstance().isShowing());
    return GenericDialog.getInstance();
  }

  private static TextField threshold(GenericDialog dialog) {
    return (TextField) dialog.getNumericFields().get(1);
  }

  private static void press(GenericDialog dialog, String label) {
    for (var button : dialog.getButtons()) {
      if (button != null && button.getLabel().equals(label)) {
        var event = new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label);
        Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(event);
        return;
      }
    }
    throw new AssertionError("there is no button " + label);
  }

  private static void waitFor(BooleanSupplier condition) {
    for (int i = 0; !condition.getAsBoolean(); i++) {
      if (i == 1200) {
        throw new AssertionError("waited for a minute; ImageJ's log is " + IJ.getLog());
      }
      IJ.wait(50);
    }
  }

  private void screenshot(String name) throws IOException {
    robot.waitForIdle();
    IJ.wait(500);
    var screen = new Rectangle(new Point(), Toolkit.getDefaultToolkit().getScreenSize());
    ImageIO.write(robot.createScreenCapture(screen), "png", screenshots.resolve(name).toFile());
  }
}
