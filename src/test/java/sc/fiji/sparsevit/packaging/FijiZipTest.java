/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/**
 * What is unpacked into a Fiji must not meet a library that is there already: every dependency is
 * one that Fiji has, or lies in the zip, or in the plugin's own JAR under another name.
 */
class FijiZipTest {

  /** In every Fiji that runs on Java 17. */
  private static final Set<String> FIJI_HAS =
      Set.of(
          "net.imagej:ij",
          "org.scijava:scijava-common",
          "net.imglib2:imglib2",
          "org.apache.commons:commons-compress",
          "org.apache.commons:commons-math3",
          "org.slf4j:slf4j-api",
          "net.java.dev.jna:jna",
          "com.google.code.gson:gson");

  /** For the command line only. */
  private static final Set<String> NOT_FOR_FIJI =
      Set.of(
          "org.slf4j:slf4j-simple",
          "org.apache.spark:spark-core_2.13",
          "com.fasterxml.jackson.module:jackson-module-scala_2.13",
          "org.lz4:lz4-java");

  private static final Set<String> ZIP =
      Set.of("ai.djl.pytorch:pytorch-jni", "ai.djl.pytorch:pytorch-native-cpu");

  @Test
  void theZipHoldsThePluginAndPyTorchAndNoMore() throws Exception {
    assertThat(texts("packaging/fiji.xml", "//fileSet/includes/include/text()"))
        .containsExactlyInAnyOrder(
            "${project.build.finalName}.jar",
            "pytorch-jni-*.jar",
            "linux64/pytorch-native-cpu-*-linux-x86_64.jar",
            "win64/pytorch-native-cpu-*-win-x86_64.jar",
            "macos-arm64/pytorch-native-cpu-*-osx-aarch64.jar");
    assertThat(texts("packaging/fiji.xml", "//fileSet[not(includes)]/directory/text()"))
        .containsExactly("${project.build.directory}/licenses");
  }

  @Test
  void whatFijiWouldGetWithTheInstallCommandIsThereAlreadyOrInTheZip() throws Exception {
    var copied =
        texts(
            "pom.xml",
            "/project/dependencies/dependency[not(scope='test') and not(optional='true')]");

    assertThat(copied).isSubsetOf(union(FIJI_HAS, ZIP)).containsAll(FIJI_HAS);
  }

  @Test
  void whatFijiMayLackOrHaveInAnotherVersionIsInThePluginsOwnJar() throws Exception {
    var shaded = texts("pom.xml", "//artifactSet/includes/include/text()");
    var optional =
        texts("pom.xml", "/project/dependencies/dependency[not(scope='test') and optional='true']");

    assertThat(optional).isNotEmpty();
    for (var dependency : optional) {
      var group = dependency.substring(0, dependency.indexOf(':'));
      boolean twelveMonkeys = group.startsWith("com.twelvemonkeys");
      assertThat(
              NOT_FOR_FIJI.contains(dependency)
                  || shaded.contains(dependency)
                  || shaded.contains(group + ":*")
                  || twelveMonkeys && shaded.contains("com.twelvemonkeys.*:*"))
          .as(dependency)
          .isTrue();
    }
  }

  private static Set<String> union(Set<String> some, Set<String> more) {
    var all = new HashSet<>(some);
    all.addAll(more);
    return all;
  }

  /** Of texts; of dependencies, group and artifact. */
  private static List<String> texts(String file, String path) throws Exception {
    var document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of(file).toFile());
    var xpath = XPathFactory.newInstance().newXPath();
    var found = (NodeList) xpath.evaluate(path, document, XPathConstants.NODESET);
    var names = new ArrayList<String>();
    for (int i = 0; i < found.getLength(); i++) {
      var group = xpath.evaluate("groupId", found.item(i));
      names.add(
          group.isEmpty()
              ? found.item(i).getNodeValue()
              : group + ":" + xpath.evaluate("artifactId", found.item(i)));
    }
    return names;
  }
}
