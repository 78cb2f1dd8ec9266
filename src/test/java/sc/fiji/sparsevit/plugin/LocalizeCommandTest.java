/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleItem;

class LocalizeCommandTest {

  @ParameterizedTest
  @ValueSource(classes = {LocalizeCommand.class, EvaluateCommand.class, CalibrateCommand.class})
  void aParameterMeansTheSameInEveryDoor(Class<? extends Command> command) {
    var items = new ArrayList<ModuleItem<?>>();
    new CommandInfo(command).inputs().forEach(items::add);
    assertThat(items)
        .allSatisfy(
            item -> {
              // Fiji lower-cases names but not options, and persisted values would change a macro's
              // meaning.
              assertThat(item.getName()).matches("[a-z]+(_[a-z]+)*");
              assertThat(item.isPersisted()).isFalse();
              // ImageJ writes "key" and Fiji "key=true".
              assertThat(item.getType()).isNotIn(boolean.class, Boolean.class);
              // Fiji looks for "mask=" and would find it in "show_mask=".
              assertThat(items).noneMatch(other -> other.getName().endsWith("_" + item.getName()));
            });
  }

  @Test
  void previewFollowsTheThresholdAndCancelPutsTheOverlayBack() throws Exception {
    var image = TestImages.forged();
    var users = new Roi(1, 2, 3, 4);
    image.setOverlay(new Overlay(users));
    // Whatever the built-in weights think of this picture, some threshold leaves a part of it.
    for (double threshold = 0.5; image.getOverlay().size() == 1; threshold /= 2) {
      assertThat(threshold).isGreaterThan(1e-4);
      assertThat(MenuItem.run(image, "threshold=" + threshold + " min_area=10")).isNull();
    }
    var shown = image.getOverlay().toArray();
    assertThat(shown).hasSizeGreaterThan(1).contains(users);
    var module = module(image);

    module.setInput("threshold", 1.0);
    module.preview();
    waitUntil(() -> image.getOverlay().size() == 1); // the first preview comes from another thread
    assertThat(image.getOverlay().toArray()).containsExactly(users);
    module.setInput("threshold", 0.0);
    module.preview();
    assertThat(TestImages.area(image)).isGreaterThan(TestImages.area(shown));
    module.cancel();

    assertThat(image.getOverlay().toArray()).containsExactly(shown);
  }

  private static void waitUntil(BooleanSupplier done) throws InterruptedException {
    for (int i = 0; i < 600 && !done.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
  }

  @Test
  void withoutAMapPreviewAndCancelLeaveTheImageAlone() throws Exception {
    var image = TestImages.forged();
    var module = module(image);

    module.preview();
    module.cancel();

    assertThat(image.getOverlay()).isNull();
  }

  @Test
  void aPreviewOfOtherSettingsIsNotMadeFromAMapThatDoesNotFit() throws Exception {
    var image = TestImages.forged();
    assertThat(MenuItem.run(image, "threshold=0")).isNull();
    var shown = image.getOverlay().toArray();
    var module = module(image);

    module.setInput("mode", "paper");
    module.setInput("threshold", 1.0);
    module.preview();

    assertThat(image.getOverlay().toArray()).containsExactly(shown);
  }

  @Test
  void theSourceIsNotAltered() throws Exception {
    var image = TestImages.stack();
    image.setSlice(2);
    image.setRoi(30, 10, 200, 110);
    var before = TestImages.fingerprint(image);

    assertThat(MenuItem.run(image, "stack=all threshold=0.1")).isNull();

    assertThat(TestImages.fingerprint(image)).isEqualTo(before);
    assertThat(image.isLocked()).isFalse();
  }

  @Test
  void everySliceIsLookedAtWhenAsked() throws Exception {
    var image = TestImages.stack();

    assertThat(MenuItem.run(image, "stack=all threshold=0")).isNull();

    var slices = Stream.of(image.getOverlay().toArray()).map(Roi::getPosition).distinct();
    assertThat(slices).containsExactly(1, 2, 3);
  }

  @Test
  void onlyTheSliceThatIsSeenIsLookedAtOtherwise() throws Exception {
    var image = TestImages.stack();
    image.setSlice(2);

    assertThat(MenuItem.run(image, "threshold=0")).isNull();

    assertThat(image.getOverlay().toArray()).isNotEmpty().allMatch(roi -> roi.getPosition() == 2);
  }

  @Test
  void whatGoesWrongIsSaidInASentence() throws Exception {
    closeWindowsOfOtherTests();
    assertThat(MenuItem.run(null, "mode=native")).isEqualTo("There are no images open");
    assertThat(MenuItem.run(TestImages.forged(), "model=base")).contains("license");
    assertThat(MenuItem.run(TestImages.forged(), "model=no_such_model"))
        .contains("no model or file named no_such_model");
    assertThat(MenuItem.run(TestImages.forged(), "threshold=2")).startsWith("threshold is");
    assertThat(MenuItem.run(TestImages.notANumber(), "mode=native")).contains("no finite");
  }

  /** Where there is a display, results of other tests are still on it. */
  private static void closeWindowsOfOtherTests() {
    int[] open = WindowManager.getIDList();
    for (int id : open == null ? new int[0] : open) {
      var image = WindowManager.getImage(id);
      image.changes = false;
      image.close();
    }
  }

  private static CommandModule module(ImagePlus image) throws Exception {
    var module = new CommandModule(new CommandInfo(LocalizeCommand.class));
    module.setInput("image", image);
    return module;
  }
}
