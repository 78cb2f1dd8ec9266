/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Chromium without a window, driven by its WebDriver. */
final class Browser implements AutoCloseable {
  private static final Gson GSON = new Gson();
  private static final String STARTED = "started successfully on port ";
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--window-size=1300,1000");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process driver;
  private String address;

  private Browser(Process driver) {
    this.driver = driver;
  }

  /** Where the driver is installed, if it is. */
  static Optional<Path> driver() {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .map(folder -> Path.of(folder, "chromedriver"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Browser start() throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(driver().orElseThrow().toString(), "--port=0")
            .redirectErrorStream(true)
            .start();
    var browser = new Browser(process);
    try {
      browser.open();
      return browser;
    } catch (IOException | RuntimeException e) {
      browser.close();
      throw e;
    }
  }

  private void open() throws IOException, InterruptedException {
    var output = driver.inputReader();
    var line = output.readLine();
    while (line != null && !line.contains(STARTED)) {
      line = output.readLine();
    }
    if (line == null) {
      throw new IOException("chromedriver ended at once");
    }
    var port = line.substring(line.indexOf(STARTED) + STARTED.length()).replaceAll("\\D", "");
    address = "http://127.0.0.1:" + port + "/session";
    var options =
        Map.of(
            "goog:chromeOptions", Map.of("args", ARGUMENTS),
            "goog:loggingPrefs", Map.of("browser", "ALL"));
    var session =
        post("", Map.of("capabilities", Map.of("alwaysMatch", options))).getAsJsonObject();
    address += "/" + session.get("sessionId").getAsString();
  }

  void show(Path page) throws IOException, InterruptedException {
    post("/url", Map.of("url", page.toUri().toString()));
  }

  /** The value that a script returns, which may be a promise. */
  JsonElement run(String script) throws IOException, InterruptedException {
    return post("/execute/sync", Map.of("script", script, "args", List.of()));
  }

  /** Presses and releases a key: a character, or a code point of WebDriver's. */
  void press(String key) throws IOException, InterruptedException {
    var strokes =
        List.of(Map.of("type", "keyDown", "value", key), Map.of("type", "keyUp", "value", key));
    post(
        "/actions",
        Map.of("actions", List.of(Map.of("type", "key", "id", "keyboard", "actions", strokes))));
  }

  /** What the page complained of since it was asked last. */
  List<String> complaints() throws IOException, InterruptedException {
    JsonArray entries = post("/se/log", Map.of("type", "browser")).getAsJsonArray();
    return entries.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(entry -> entry.get("level").getAsString() + " " + entry.get("message").getAsString())
        .toList();
  }

  void screenshot(Path file) throws IOException, InterruptedException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes(send(request("/screenshot").GET())));
  }

  /** The page as it is printed, a PDF. */
  byte[] print() throws IOException, InterruptedException {
    return bytes(post("/print", Map.of("background", true)));
  }

  private static byte[] bytes(JsonElement base64) {
    return Base64.getDecoder().decode(base64.getAsString());
  }

  private JsonElement post(String path, Object body) throws IOException, InterruptedException {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(GSON.toJson(body))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path));
  }

  private JsonElement send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    JsonObject answer = JsonParser.parseString(response.body()).getAsJsonObject();
    if (response.statusCode() != 200) {
      throw new IOException(answer.toString());
    }
    return answer.get("value");
  }

  @Override
  public void close() throws IOException, InterruptedException {
    try {
      if (address != null) {
        send(request("").DELETE());
      }
    } finally {
      driver.destroy();
      driver.waitFor();
    }
  }
}
