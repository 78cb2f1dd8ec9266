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
import java.awt.AWTException;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;

/** Somebody who sits before ImageJ's windows, and looks at them. */
final class Person {

  private static final int MILLISECONDS = 50;
  private static final int MOST_WAITS = 5 * 60 * 1000 / MILLISECONDS;
  private static final int MOST_LOOKS = 20;

  private final Path screenshots;
  private final Robot robot;

  /** Something that can go wrong. */
  @FunctionalInterface
  interface Tour {
    void run() throws Exception;
  }

  Person(Path screenshots) throws AWTException {
    this.screenshots = screenshots;
    robot = new Robot();
  }

  /** Ends this process: with 0 if nothing went wrong. */
  static void does(Tour tour) {
    try {
      tour.run();
      System.exit(0);
    } catch (Throwable e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  /** Opens ImageJ's window. */
  static void startImageJ() {
    ImageJ.main(new String[0]);
  }

  /** The one that is open, or about to be. */
  GenericDialog dialog() {
    waitFor(() -> GenericDialog.getInstance() != null && GenericDialog.getInstance().isShowing());
    return GenericDialog.getInstance();
  }

  /** Types into the text fields of a dialog, the first ones first. */
  void type(GenericDialog dialog, String... texts) {
    assertThat(dialog.getStringFields()).hasSizeGreaterThanOrEqualTo(texts.length);
    for (int i = 0; i < texts.length; i++) {
      ((TextField) dialog.getStringFields().get(i)).setText(texts[i]);
    }
  }

  void press(GenericDialog dialog, String label) {
    for (var button : dialog.getButtons()) {
      if (button != null && button.getLabel().equals(label)) {
        var event = new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label);
        Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(event);
        return;
      }
    }
    throw new AssertionError("there is no button " + label);
  }

  void pressEscape(Component focused) {
    IJ.getInstance()
        .keyPressed(
            new KeyEvent(focused, KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_ESCAPE, '\u001b'));
  }

  void waitForLog(String words) {
    waitFor(() -> IJ.getLog() != null && IJ.getLog().contains(words));
  }

  void waitForStatus(String words) {
    waitFor(() -> ImageJ.getStatusBarText().contains(words));
  }

  void waitFor(BooleanSupplier condition) {
    for (int i = 0; !condition.getAsBoolean(); i++) {
      if (i == MOST_WAITS) {
        throw new AssertionError("waited for five minutes; ImageJ's log is " + IJ.getLog());
      }
      IJ.wait(MILLISECONDS);
    }
  }

  void waitForIdle() {
    robot.waitForIdle();
  }

  void screenshot(String name) throws IOException {
    var screen = new Rectangle(new Point(), Toolkit.getDefaultToolkit().getScreenSize());
    ImageIO.write(looksAt(screen), "png", screenshots.resolve(name).toFile());
  }

  /** The colors of a part of the screen, row by row, once two looks in a row see the same. */
  int[] seesAtRest(Rectangle part) {
    int[] seen = sees(part);
    for (int look = 0; look < MOST_LOOKS; look++) {
      int[] before = seen;
      seen = sees(part);
      if (Arrays.equals(before, seen)) {
        return seen;
      }
    }
    throw new AssertionError("the screen does not come to rest");
  }

  private int[] sees(Rectangle part) {
    return looksAt(part).getRGB(0, 0, part.width, part.height, null, 0, part.width);
  }

  private BufferedImage looksAt(Rectangle part) {
    robot.waitForIdle();
    IJ.wait(500);
    return robot.createScreenCapture(part);
  }
}
