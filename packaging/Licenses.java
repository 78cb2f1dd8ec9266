/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * Writes the licenses of everything that is shipped into one file, THIRD-PARTY.txt: the list that
 * Maven made, the copyright notices that the libraries do not carry themselves, then every license
 * and notice that lies in the libraries, each text once. Beside it comes our own LICENSE.
 *
 * <pre>java packaging/Licenses.java LIST NOTICES FOLDER CLASSPATH</pre>
 */
final class Licenses {
  private static final Pattern TEXT =
      Pattern.compile("(META-INF/)?(LICENSE|NOTICE|LGPL2.1|AL2.0)([.]txt)?");

  public static void main(String[] arguments) throws IOException {
    var folder = Files.createDirectories(Path.of(arguments[2]));
    var texts = new LinkedHashMap<String, String>();
    for (var entry : arguments[3].split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        addTexts(Path.of(entry), texts);
      }
    }
    var out = new StringBuilder();
    out.append("SparseViT for Fiji is under the Simplified BSD License (LICENSE). It is shipped\n");
    out.append("with libraries of others, unchanged but for the names of some packages:\n");
    out.append(Files.readString(Path.of(arguments[0])));
    out.append(Files.readString(Path.of(arguments[1])));
    out.append(
        "\nThe folder with a Java of its own also holds OpenJDK (GPL 2 with the Classpath\n");
    out.append("Exception); its texts are in the folder \"legal\" of that Java.\n");
    texts.forEach((text, source) -> out.append(section(text, source)));
    Files.writeString(folder.resolve("THIRD-PARTY.txt"), out);
    Files.copy(Path.of("LICENSE"), folder.resolve("LICENSE"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static void addTexts(Path jar, Map<String, String> texts) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      for (var entry :
          zip.stream().filter(each -> TEXT.matcher(each.getName()).matches()).toList()) {
        var bytes = zip.getInputStream(entry).readAllBytes();
        var text = new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
        texts.merge(text, jar.getFileName().toString(), (some, more) -> some + ", " + more);
      }
    }
  }

  private static String section(String text, String source) {
    return "\n" + "=".repeat(80) + "\n" + source + "\n\n" + text + "\n";
  }
}
