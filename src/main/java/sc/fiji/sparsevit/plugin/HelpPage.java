/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.plugin.BrowserLauncher;
import ij.plugin.PlugIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.regex.Pattern;
import sc.fiji.sparsevit.io.TemporaryFiles;

/**
 * The page for the first minutes, which is built in: a browser shows it without a network. It is
 * {@code docs/first-minutes.md}; what a dialog's fields mean comes before it where a dialog asks.
 */
public final class HelpPage implements PlugIn {

  private static final String PAGE = "/first-minutes/page.html";

  private static final Pattern PICTURE = Pattern.compile("src=\"(first-minutes/[\\w.-]+)\"");

  private static final String STYLE =
      "body{font:16px/1.5 sans-serif;max-width:50em;margin:2em auto;padding:0 1em;color:#222}"
          + "img{max-width:100%;border:1px solid #bbb}code,pre{background:#f2f2f2}"
          + "pre{padding:.6em;overflow:auto}td,th{padding:.2em .6em;text-align:left}";

  /** From the menu. */
  @Override
  public void run(String argument) {
    try {
      BrowserLauncher.openURL(address("SparseViT", ""));
    } catch (IOException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  /**
   * Writes the page where a browser can read it; it is deleted when ImageJ ends.
   *
   * @param title of the page
   * @param before HTML at its top
   * @return the page's address
   * @throws IOException if there is no room for temporary files
   */
  static String address(String title, String before) throws IOException {
    var folder = TemporaryFiles.folder();
    folder.toFile().deleteOnExit();
    var body = resource(PAGE);
    var pictures = folder.resolve("first-minutes");
    Files.createDirectory(pictures).toFile().deleteOnExit();
    for (var found = PICTURE.matcher(body); found.find(); ) {
      copy(found.group(1), folder);
    }
    var page = folder.resolve("help.html");
    page.toFile().deleteOnExit();
    Files.writeString(
        page,
        String.format(
            Locale.ROOT,
            "<!DOCTYPE html><html lang=\"en\"><meta"
                + " charset=\"utf-8\"><title>%s</title><style>%s</style>%s%s</html>",
            title,
            STYLE,
            before,
            body));
    return page.toUri().toASCIIString();
  }

  private static void copy(String name, Path folder) throws IOException {
    var target = folder.resolve(name);
    target.toFile().deleteOnExit();
    try (var in = HelpPage.class.getResourceAsStream("/" + name)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String resource(String name) {
    try (var in = HelpPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
