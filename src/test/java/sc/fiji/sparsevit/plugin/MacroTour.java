/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.WindowManager;
import ij.gui.GenericDialog;
import java.nio.file.Path;

/**
 * What macros do in ImageJ's window: the right image, again and again, and wrong values refused.
 */
final class MacroTour {
  private static final String COMMAND = "SparseViT Manipulation Localization";

  private final Person person;

  private MacroTour(Path screenshots) throws Exception {
    person = new Person(screenshots);
  }

  /** A folder with images and that for the screenshots are the arguments. */
  public static void main(String[] arguments) {
    Person.does(() -> new MacroTour(Path.of(arguments[1])).run(Path.of(arguments[0])));
  }

  private void run(Path folder) throws Exception {
    Person.startImageJ();
    takesTheSelectedImage(folder);
    takesTheImageOfBatchModeEachTime(folder);
    refusesItsOwnMap();
    refuses("threshold=abc", "threshold is a number from 0.0 to 1.0, not \"abc\"");
    refuses("treshold=0.5", "there is no option \"treshold\"");
    refuses("threshold", "the option \"threshold\" does not have the form key=value");
    assertThat(IJ.getLog()).as("warnings only").isNull();
  }

  /** The line of the README, and that of the recorder with all keys. */
  private void takesTheSelectedImage(Path folder) {
    assertThat(
            macro(
                """
                open("%1$s/a.png"); first = getImageID();
                open("%1$s/b.png");
                selectImage(first);
                run("%2$s", "mode=native threshold=0 min_area=64");
                seen = getTitle + Overlay.size;
                run("%2$s", "stack=current output=[%1$s/out] threshold=0.5 mode=paper min_area=64 model=lite device=auto precision=float32");
                return seen + "|" + getTitle + "|" + nImages + "|" + File.exists("%1$s/out/a.json");
                """
                    .formatted(folder, COMMAND)))
        .matches("a.png[1-9]\\d*\\|a.png\\|3\\|1");
  }

  private void takesTheImageOfBatchModeEachTime(Path folder) {
    assertThat(
            macro(
                """
                setBatchMode(true);
                seen = "";
                for (i = 0; i < 5; i++) {
                  for (k = 0; k < 3; k++) {
                    name = substring("pqr", k, k + 1) + ".png";
                    open("%s/" + name);
                    run("%s", "mode=paper threshold=0 device=cpu");
                    if (getTitle != name || Overlay.size == 0 || !isOpen(name + " probability"))
                      seen = seen + name + " " + getTitle + Overlay.size;
                    selectImage(name + " probability");
                    close();
                    selectImage(name);
                    close();
                  }
                }
                setBatchMode(false);
                return "[" + seen + "]";
                """
                    .formatted(folder.resolve("other"), COMMAND)))
        .isEqualTo("[]");
    assertThat(WindowManager.getImageCount()).isEqualTo(3);
  }

  private void refusesItsOwnMap() throws Exception {
    macroThatFails(
        "selectImage(\"a.png probability\"); run(\"%s\", \"mode=paper\");".formatted(COMMAND),
        "was made by SparseViT; select the image it was made from");
  }

  private void refuses(String options, String sentence) throws Exception {
    macroThatFails(
        "selectImage(\"b.png\"); run(\"%s\", \"%s\"); exit(\"went on\");"
            .formatted(COMMAND, options),
        sentence);
  }

  private void macroThatFails(String macro, String sentence) throws Exception {
    var thread = new Thread(() -> IJ.runMacro(macro), "Macro$");
    thread.start();
    var dialog = person.dialog();
    assertThat(dialog.getTitle()).isEqualTo("Macro Error");
    assertThat(dialog.getMessage())
        .extracting("lines")
        .satisfies(lines -> assertThat(String.join(" ", (String[]) lines)).contains(sentence));
    person.press(dialog, "  OK  ");
    person.waitFor(() -> !thread.isAlive() && GenericDialog.getInstance() == null);
  }

  private static String macro(String text) {
    return IJ.runMacro(text);
  }
}
