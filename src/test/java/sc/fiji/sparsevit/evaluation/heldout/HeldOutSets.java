/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.sparsevit.evaluation.heldout.Copies.CopyChange;

/**
 * Makes our own test sets, from photographs and figures that training holds out, and without
 * anything that training samples are made with.
 *
 * <pre>
 * HeldOutSets OUTPUT PHOTOS... --masks FOLDER --figures FOLDER... --unseen FILE...
 *     --textures FILE... --things FILE... --large FILE... --seed NUMBER --most NUMBER
 * </pre>
 *
 * <p>PHOTOS and figures are folders, of which those files are used that training holds out by their
 * names. Whatever follows {@code --unseen} (more figures), {@code --textures}, and {@code --things}
 * (photographs that look-alikes are made from) is used whatever its name, so it must never have
 * been trained on. Masks are outlines of objects in the photographs, named as COCO's. A set whose
 * material is missing is left out. Another {@code --seed} makes other sets of the same kind; {@code
 * --most} limits the images of each.
 */
public final class HeldOutSets {
  private static final int FIGURES = 48;
  private static final int LOOK_ALIKES = 60;
  private static final int PLOTS = 36;
  private static final int STAMPED = 50;
  private static final int SISTERS = 40;
  private static final int ERASED = 100;

  private HeldOutSets() {}

  /** A set, and what it cannot be made without. */
  private record Planned(HeldOutSet set, String needs) {}

  public static void main(String[] arguments) throws IOException {
    var material = Material.parse(List.of(arguments));
    for (var planned : sets(material)) {
      make(planned.set(), planned.needs(), material);
    }
  }

  private static void make(HeldOutSet set, String needs, Material material) throws IOException {
    if (set.size() == 0) {
      System.out.println(set.name() + " is left out: it needs " + needs + ".");
      return;
    }
    var folder = SetFolder.create(material.output().resolve(set.name()));
    int size = Math.min(set.size(), material.most());
    for (int number = 0; number < size; number++) {
      set.make(number, Chance.of(material.seed(), set.name(), number), folder);
    }
    System.out.println(set.name() + ": " + size + " images");
  }

  private static List<Planned> sets(Material material) throws IOException {
    var photos = material.photos();
    var figures = material.figures();
    boolean hasFigures = !figures.crops().isEmpty();
    int plots = Plots.canBeDrawn() ? PLOTS : 0;
    String photographs = "photographs that training holds out";
    String pictures = "figures that training holds out";
    String nothing = "nothing";
    return List.of(
        new Planned(new Splices("a_splices", photos, 0.02, 0.3), photographs),
        new Planned(new Copies("b_copies", photos, List.of(CopyChange.MOVED)), photographs),
        new Planned(
            new Copies(
                "c_turned",
                photos,
                List.of(CopyChange.TURNED, CopyChange.MIRRORED, CopyChange.SCALED)),
            photographs),
        new Planned(new Splices("d_small", photos, 0.002, 0.02), photographs),
        new Planned(new UntouchedPhotographs("e_photos", photos), photographs),
        new Planned(new UntouchedFigures("f_figures", hasFigures ? FIGURES : 0, figures), pictures),
        new Planned(new LookAlikes("g_lookalikes", LOOK_ALIKES, lookAlikes(material)), nothing),
        new Planned(new Plots("h_plots", plots), "gnuplot on the path"),
        new Planned(new StampedFigures("i_stamped", hasFigures ? STAMPED : 0, figures), pictures),
        new Planned(new CopiesAmongSisters("k_sisters", SISTERS, withRoom(material)), nothing),
        new Planned(new FarCopies("l_far", material.large()), "large photographs (--large)"),
        new Planned(
            new Lossless("m_lossless", new Splices("m_lossless", photos, 0.02, 0.3)), photographs),
        new Planned(new HarmlessChanges("n_harmless", photos), photographs),
        new Planned(new Splices("o_twice", photos.savedByThemselves(), 0.02, 0.3), photographs),
        new Planned(new UntouchedFrames("p_twice", photos.savedByThemselves()), photographs),
        new Planned(
            new LargeSplices("q_large", material.large()), "two large photographs (--large)"),
        new Planned(new ErasedFigures("r_erased", hasFigures ? ERASED : 0, figures), pictures));
  }

  private static List<LookAlikeScene.Recipe> lookAlikes(Material material) {
    var recipes = new ArrayList<>(withRoom(material));
    if (!material.things().isEmpty()) {
      recipes.add(new TwoPhotographs(material.things()));
    }
    return recipes;
  }

  /** Those in which a third thing finds a place. */
  private static List<LookAlikeScene.Recipe> withRoom(Material material) {
    var recipes = new ArrayList<LookAlikeScene.Recipe>(List.of(new GelBands(), new TiledFloor()));
    if (!material.textures().isEmpty()) {
      recipes.add(new TextureCrops(material.textures()));
      recipes.add(new DrawnThings(material.textures()));
    }
    return recipes;
  }
}
