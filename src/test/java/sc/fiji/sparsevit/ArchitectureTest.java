/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.Buffer;
import java.text.DecimalFormat;
import java.util.Formatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each package may know: the corridor that an image goes along, and the doors onto it. */
class ArchitectureTest {
  private static final String ROOT = "sc.fiji.sparsevit";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @ParameterizedTest
  @CsvSource({
    "root, compression copies figure grain help image inference io misfit model progress region seams",
    "model, checkpoint image inference inference.script io network",
    "io, ''",
    "progress, ''",
    "network, network.matching",
    "network.matching, ''",
    "checkpoint, network io",
    "image, io",
    "compression, image misfit progress",
    "seams, image misfit progress",
    "grain, image misfit progress",
    "misfit, region",
    "copies, image progress",
    "figure, image",
    "raster, io",
    "inference, help image io network progress raster",
    "inference.script, inference io network network.matching",
    "region, io",
    "report, io metrics region",
    "metrics, ''",
    "help, io",
    "data, image metrics io",
    "evaluation, root batch data help image inference io metrics model network progress raster region"
        + " report",
    "training, checkpoint data help image inference inference.script io metrics network progress"
        + " raster report training.augmentation training.sample training.synthesis"
        + " training.synthesis.library training.synthesis.options",
    "training.sample, raster",
    "training.augmentation, image raster training.inpainting",
    "training.inpainting, raster",
    "training.figure, raster",
    "training.synthesis, io raster training.figure training.sample training.synthesis.cutout"
        + " training.synthesis.forgery training.synthesis.library training.synthesis.options",
    "training.synthesis.forgery, raster training.inpainting training.sample"
        + " training.synthesis.cutout training.synthesis.library training.synthesis.options",
    "training.synthesis.library, image io raster training.synthesis.cutout",
    "training.synthesis.cutout, raster training.synthesis.options",
    "training.synthesis.options, training.sample",
    "attention, checkpoint image inference io network region",
    "ablation, root data evaluation inference io metrics model network progress report training",
    "reuse, copies io progress",
    "batch, root copies figure image inference io model progress region report reuse",
    "benchmark, root batch checkpoint help image inference inference.script io model network"
        + " progress report",
    "gpucheck, root batch benchmark checkpoint help image inference io model network"
        + " network.matching progress report training training.sample training.synthesis"
        + " training.synthesis.library training.synthesis.options",
    "plugin, root attention batch checkpoint diagnosis evaluation figure help image"
        + " inference io model progress region report training",
    "cli, root ablation attention batch benchmark checkpoint data diagnosis evaluation"
        + " gpucheck help image inference io model network progress report reuse training"
        + " training.synthesis training.synthesis.library training.synthesis.options",
    "cluster, root batch cli evaluation inference io model progress report",
    "diagnosis, root checkpoint inference io model progress region",
  })
  void aPackageKnowsNothingButWhatItsRowNames(String name, String known) {
    var allowed =
        Stream.concat(Stream.of(name), Stream.of(known.split(" ")))
            .filter(other -> !other.isEmpty())
            .map(ArchitectureTest::packageOf)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(packageOf(name))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(not(resideInAPackage(ROOT + ".."))))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource({
    "ij.., root attention batch compression copies diagnosis evaluation gpucheck grain image misfit plugin"
        + " region report seams training",
    "net.imglib2.., root attention compression copies figure grain image raster inference region evaluation"
        + " benchmark seams",
    "ai.djl.., attention model network network.matching checkpoint inference inference.script"
        + " training benchmark gpucheck",
    "org.scijava.., plugin",
    "picocli.., cli cluster",
    "org.apache.spark.., cluster",
    "org.apache.hadoop.., cluster",
    "scala.., cluster",
    "org.apache.commons.codec.., io",
    "org.apache.commons.csv.., io batch",
  })
  void aLibraryIsKeptOutOfPackagesThatDoNotNeedIt(String library, String users) {
    var packages =
        Stream.of(users.split(" ")).map(ArchitectureTest::packageOf).toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  @Test
  void numbersAreNotPutIntoArraysInTheWayThatPrintsAWarningToUsers() {
    noClasses()
        .should()
        .callMethod(NDArray.class, "set", Buffer.class)
        .orShould()
        .callMethod(NDArray.class, "set", float[].class)
        .orShould()
        .callMethod(NDArray.class, "copyTo", NDArray.class)
        .because("PyTorch prints a deprecation warning; checkpoint.ArrayContent does the same")
        .check(CLASSES);
  }

  @Test
  void textAndNumbersAreTheSameInEveryLanguage() {
    noClasses()
        .should()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(PrintStream.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(PrintStream.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(PrintWriter.class, "format", String.class, Object[].class)
        .orShould()
        .callConstructor(Formatter.class)
        .orShould()
        .callConstructor(Formatter.class, Appendable.class)
        .orShould()
        .callConstructor(DecimalFormat.class, String.class)
        .because(
            "an Arabic or Persian computer writes other digits, a German one a comma, a Turkish one"
                + " another i: give Locale.ROOT")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("sc.fiji.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void everyPackageHasARow() throws NoSuchMethodException {
    var rows =
        ArchitectureTest.class
            .getDeclaredMethod("aPackageKnowsNothingButWhatItsRowNames", String.class, String.class)
            .getAnnotation(CsvSource.class)
            .value();
    assertThat(Stream.of(rows).map(row -> packageOf(row.split(",")[0])))
        .containsExactlyInAnyOrderElementsOf(
            CLASSES.stream().map(JavaClass::getPackageName).distinct().toList());
  }

  /** Nested classes count: whoever meets a name in a message or a search finds one class. */
  @Test
  void noTwoClassesShareASimpleName() {
    var byName =
        new ClassFileImporter()
            .importPackages(ROOT).stream()
                .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName));
    byName.values().removeIf(types -> types.size() == 1);
    assertThat(byName).isEmpty();
  }

  private static String packageOf(String name) {
    return name.equals("root") ? ROOT : ROOT + "." + name;
  }
}
