/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import sc.fiji.sparsevit.io.WholeFile;
import sc.fiji.sparsevit.training.sample.ForgeryKind;
import sc.fiji.sparsevit.training.sample.TrainingSample;
import sc.fiji.sparsevit.training.synthesis.options.SynthesisOptions;

/**
 * Samples on disk, laid out like the field's data sets, for people to look at or to evaluate on:
 * forged pictures in {@code Tp} with masks of the same name in {@code Gt} (255 = forged), authentic
 * ones in {@code Au}, a contact sheet of the first ones, and a listing of all.
 */
public final class SynthesisSet {

  public static final String CONTACT_SHEET = "contact-sheet.png";
  public static final String LISTING = "samples.json";

  private static final int SHEET_COLUMNS = 8;
  private static final int SHEET_SAMPLES = 48;

  private SynthesisSet() {}

  /**
   * Writes a set. The same synthesizer options, photographs, seed and count give the same files.
   *
   * @param seed of the set
   * @param count number of samples
   * @param folder created if missing
   * @param done receives how many samples are written; an exception from it ends the work
   * @throws IOException if the folder holds a set already, or a file cannot be written
   */
  public static void write(
      ForgerySynthesizer synthesizer, long seed, int count, Path folder, IntConsumer done)
      throws IOException {
    for (String part : List.of("Tp", "Gt", "Au")) {
      if (Files.exists(folder.resolve(part))) {
        throw new IOException(
            folder + " already contains a folder " + part + "; choose another folder for the set.");
      }
      Files.createDirectories(folder.resolve(part));
    }
    var sheet = new ContactSheet(SHEET_COLUMNS);
    var entries = new ArrayList<ListedSample>();
    for (int i = 0; i < count; i++) {
      var sample = synthesizer.synthesize(seed, i);
      entries.add(write(sample, String.format(Locale.ROOT, "%06d.png", i), folder));
      if (i < SHEET_SAMPLES) {
        sheet.add(sample);
      }
      done.accept(i + 1);
    }
    SampleFile.write(sheet.draw(), folder.resolve(CONTACT_SHEET));
    var listing = new Listing(seed, synthesizer.options(), entries);
    var json = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    WholeFile.write(folder.resolve(LISTING), part -> Files.writeString(part, json.toJson(listing)));
  }

  private static ListedSample write(TrainingSample sample, String name, Path folder)
      throws IOException {
    boolean forged = sample.kind() != ForgeryKind.AUTHENTIC;
    String image = (forged ? "Tp/" : "Au/") + name;
    SampleFile.writePicture(sample, folder.resolve(image));
    if (forged) {
      SampleFile.writeMask(sample, folder.resolve("Gt").resolve(name));
    }
    return new ListedSample(image, sample.kind(), sample.forgedShare());
  }

  private record Listing(long seed, SynthesisOptions options, List<ListedSample> samples) {}

  private record ListedSample(String image, ForgeryKind kind, double forgedShare) {}
}
