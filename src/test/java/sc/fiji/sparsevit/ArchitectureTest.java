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

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.Buffer;
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
    "root, checkpoint image inference inference.script network region",
    "io, ''",
    "network, network.matching",
    "network.matching, ''",
    "checkpoint, network io",
    "image, image.raster io",
    "image.raster, ''",
    "inference, network image",
    "inference.script, inference network network.matching",
    "region, io",
    "metrics, ''",
    "help, ''",
    "evaluation, root image image.raster inference metrics network report evaluation.data io",
    "evaluation.data, image metrics io",
    "training, network checkpoint image image.raster inference metrics evaluation.data"
        + " training.augmentation training.synthesis io",
    "training.augmentation, image image.raster training.inpainting",
    "training.inpainting, image.raster",
    "training.figure, image.raster",
    "training.synthesis, image image.raster training.inpainting training.figure io",
    "report, region metrics io",
    "batch, root image inference region report io",
    "benchmark, root batch checkpoint image inference inference.script network report io",
    "plugin, root batch checkpoint evaluation help image inference region report training io",
    "cli, root batch benchmark checkpoint evaluation evaluation.data help inference network report"
        + " training training.synthesis io",
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
    "ij.., root image region report evaluation batch plugin",
    "net.imglib2.., root image image.raster inference region evaluation benchmark",
    "ai.djl.., root network network.matching checkpoint inference inference.script training"
        + " benchmark",
    "org.scijava.., plugin",
    "picocli.., cli",
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
  void packagesHaveNoCycles() {
    slices().matching("sc.fiji.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  private static String packageOf(String name) {
    return name.equals("root") ? ROOT : ROOT + "." + name;
  }
}
