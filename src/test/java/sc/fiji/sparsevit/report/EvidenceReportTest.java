/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.metrics.ConfidenceInterval;
import sc.fiji.sparsevit.region.Palette;
import sc.fiji.sparsevit.report.EvidenceCard.Previews;

/** The report of 500 pictures in a real browser. */
class EvidenceReportTest {
  private static final int PICTURES = 500;
  private static final String HOSTILE =
      "<img src=x onerror=\"window.hacked=1\"></script><script>window.hacked=1</script>";
  private static final String ENTER = "\ue007";
  private static final String RIGHT = "\ue014";
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static final String CONTRAST_BUTTON =
      "document.querySelector('#views [data-view=contrast]')";

  private static final String SHOWN = "document.getElementById('shown').textContent";

  @TempDir static Path folder;
  private static Browser browser;

  @BeforeAll
  static void writeReportAndStartBrowser() throws Exception {
    var card = folder.resolve("card.json");
    Files.writeString(card, EvidenceReport.text(card()));
    EvidenceReport.write(summary(PICTURES), null, folder, picture -> card);
    if (Browser.driver().isPresent()) {
      browser = Browser.start();
    }
  }

  @AfterAll
  static void stopBrowser() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  private static ScreeningSummary summary(int pictures) {
    return summary(pictures, options());
  }

  private static ScreeningSummary summary(int pictures, RunRecord.Options options) {
    return new ScreeningSummary(
        new RunRecord.Software("SparseViT for Fiji", "1.0", "unknown"),
        "2026-01-02T03:04:05Z",
        "2026-01-02T04:05:06Z",
        new RunRecord.RecordedModel("lite", "a".repeat(64)),
        rates(),
        options,
        null,
        "cpu, float32",
        pictures,
        0,
        2,
        IntStream.range(0, pictures).mapToObj(i -> picture(i, pictures)).toList(),
        List.of(new SkippedInput("/in/" + HOSTILE, "page 3", HOSTILE)));
  }

  /** For native mode only. */
  private static JsonObject rates() {
    return JsonParser.parseString(
            """
            {"data": "200 pictures of ours", "elsewhere": ["Of untouched figures, 17 % have a region."],
              "native": {"mode": "native", "threshold": 0.4,
              "min_area": 64, "copies": "on", "compression": "off",
              "pixel_f1": 0.5, "authentic_images_with_region": 0.125,
              "intervals_95": {"pixel_f1": [0.4, 0.6]}}}
            """)
        .getAsJsonObject();
  }

  private static RunRecord.Options options() {
    return new RunRecord.Options(
        "native", 0.5, 64, "on", "on", "on", "on", "off", "auto", "float32", true, null);
  }

  /** Scores fall from 1; every tenth picture has regions; names run the other way. */
  private static ScreenedPicture picture(int i, int pictures) {
    var name = i == 0 ? HOSTILE : "figure%04d.png".formatted(pictures - i);
    return new ScreenedPicture(
        "/in/" + name,
        null,
        List.of(),
        "stem" + i,
        "c".repeat(64),
        640,
        480,
        1 - i / (double) pictures,
        i % 10 == 0 ? 1 + i % 7 : 0,
        i == 0 ? 1 : 0,
        i == 0 ? 1 : 0,
        i == 0 ? 2 : 0,
        i == 0 ? 1 : 0,
        i % 10 == 0 ? List.of("copies") : List.of(),
        (1 - i / (double) pictures) / 4,
        i == 1 ? 45 : i % 10 == 0 ? 3072 : 0,
        i % 10 == 0 ? 0.01 : 0,
        0.5,
        List.of("the file's end is missing"));
  }

  private static EvidenceCard card() {
    return card(null, List.of("copies", "compression", "seams", "grain"));
  }

  private static EvidenceCard card(List<RecordedGround> grounds, List<String> evidence) {
    var pixels = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    var map = new BufferedImage(256, 192, BufferedImage.TYPE_BYTE_GRAY);
    var regions = new BufferedImage(640, 480, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < 480; y++) {
      for (int x = 0; x < 640; x++) {
        pixels.setRGB(x, y, (x * y >> 8 & 0xff) << 16 | (y / 2 & 0xff) << 8 | (x ^ y) & 0xff);
        double share = Math.exp(-Math.pow(Math.hypot(x - 300, y - 200) / 95, 2));
        map.getRaster().setSample(2 * x / 5, 2 * y / 5, 0, (int) (255 * share));
        regions.setRGB(x, y, share > 0.5 ? 0x50ff00aa : 0);
      }
    }
    var previews =
        new Previews(
            Html.dataUri(pixels, "jpg"),
            Html.dataUri(map, "jpg"),
            Html.dataUri(regions, "png"),
            grounds == null ? null : Html.dataUri(pixels, "jpg"));
    var input =
        new RecordedInput(
            HOSTILE, "/in/x.png", null, null, "c".repeat(64), RecordedInput.FILE, 640, 480, 1);
    var region =
        new ReviewRegion(
            "review-001", null, 1, 1, 19603, 0.72, 0.99, 221, 121, 158, 158, evidence, 0.0123);
    var record =
        new RunRecord(
            new RunRecord.Software("SparseViT for Fiji", "1.0", "unknown"),
            "2026-01-02T04:05:06Z",
            input,
            new RunRecord.RecordedModel("lite", "a".repeat(64)),
            options(),
            "cpu, float32",
            "2.5.1",
            0.5,
            0.99,
            0.25,
            List.of(
                new RunRecord.RecordedPicture(
                    1,
                    1,
                    0,
                    0,
                    640,
                    480,
                    "8-bit RGB",
                    List.of("the file's end is missing"),
                    List.of(
                        new RecordedPanel("A", 10, 20, 300, 440, true),
                        new RecordedPanel("B", 330, 20, 300, 60, false)),
                    grounds,
                    0.99,
                    0.25,
                    19603,
                    0.5)),
            List.of(region),
            List.of(pair()),
            List.of(
                new RecordedMisfit(
                    "compression",
                    "compression-1 does not fit the JPEG compression of the rest of the picture",
                    new ReviewRegion(
                        "compression-1", null, 1, 1, 900, 0.9, 0.9, 8, 16, 30, 30, null, null)),
                new RecordedMisfit(
                    "seams",
                    "seam-1 is a rectangle with straight seams",
                    new ReviewRegion(
                        "seam-1", null, 1, 1, 600, 0.9, 0.9, 80, 16, 30, 20, null, null)),
                new RecordedMisfit(
                    "grain",
                    "grain-1 is smooth, but what is as bright elsewhere has grain",
                    new ReviewRegion(
                        "grain-1", null, 1, 1, 700, 0.9, 0.9, 40, 50, 28, 25, null, null))));
    var table = IntStream.rangeClosed(1, 64).boxed().toList();
    var provenance = new Provenance("JPEG", 87, false, List.of(table), HOSTILE, null, "sRGB");
    return new EvidenceCard(record, provenance, previews, List.of(look(pixels)));
  }

  private static RecordedPair pair() {
    var original =
        new ReviewRegion("copy-1a", null, 1, 1, 400, 0.1, 0.2, 20, 30, 20, 20, null, null);
    var copy = new ReviewRegion("copy-1b", null, 1, 1, 400, 0.9, 0.9, 320, 130, 20, 20, null, null);
    return new RecordedPair(
        "copy-1b repeats copy-1a: mirrored", original, copy, true, true, 0, 1, 0.987, 31, 0.99);
  }

  private static PairPreview look(BufferedImage pixels) {
    var part = Html.dataUri(pixels.getSubimage(20, 30, 20, 20), "jpg");
    return new PairPreview(part, part, List.of(new double[] {25, 35, 325, 135}));
  }

  private static String text(String script) throws Exception {
    return browser.run("return String(" + script + ")").getAsString();
  }

  /** Waits until an expression holds; pictures come into view in the browser's own time. */
  private static void waitUntil(String condition) throws Exception {
    var script =
        "const end = Date.now() + 20000; return new Promise(done => { const look = () =>"
            + " (%s) || Date.now() > end ? done() : setTimeout(look, 20); look(); })";
    browser.run(script.formatted(condition));
    assertThat(text(condition)).as(condition).isEqualTo("true");
  }

  private static void show() throws Exception {
    assumeThat(browser).as("Chromium and its driver are not installed").isNotNull();
    browser.show(folder.resolve("report.html"));
  }

  private static String titles() throws Exception {
    return text(
        "[...document.querySelectorAll('article:not([hidden]) .title')].slice(1, 4)"
            + ".map(title => title.textContent)");
  }

  private static void set(String id, String property, Object value) throws Exception {
    browser.run(
        "const field = document.getElementById('%s'); field.%s = %s; field.dispatchEvent(new Event('input'))"
            .formatted(id, property, value));
  }

  @Test
  void thePageLoadsFromAFileWithoutAnyComplaint() throws Exception {
    show();
    assertThat(text("document.querySelectorAll('article').length")).isEqualTo("500");
    assertThat(text("document.body.textContent")).contains("probability", "region for review");
    browser.screenshot(SCREENSHOTS.resolve("report.png"));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whatWasMeasuredWithTheModelIsSaidInWords() throws Exception {
    show();
    var rates = text("document.getElementById('error-rates').innerText");
    assertThat(rates)
        .contains("measured on 200 pictures of ours", "native mode", "threshold 0.4")
        .contains("Pixel F1 on forged images", "0.50", "0.40 to 0.60")
        .contains("untouched images with any region for review", "12.5 %")
        .contains(
            "threshold 0.5 (measured with 0.4); compression on (measured with off); seams on"
                + " (measured with off); grain on (measured with off).")
        .contains("do not apply", "Of untouched figures, 17 % have a region.")
        .doesNotContain("_");
  }

  @Test
  void whatWasNotMeasuredIsSaidTooAndWhatTheProfileIs() throws Exception {
    assumeThat(browser).as("Chromium and its driver are not installed").isNotNull();
    var folder = Files.createDirectory(EvidenceReportTest.folder.resolve("paper"));
    var card = Files.writeString(folder.resolve("card.json"), EvidenceReport.text(card()));
    var profile =
        new RunRecord.Profile(
            "<b>gels", 0.01, "images", 0.005, new ConfidenceInterval(0.001, 0.03), 200);
    var paper =
        new RunRecord.Options(
            "paper", 0.61, 64, "on", "on", "on", "on", "off", "auto", "float32", true, profile);
    EvidenceReport.write(summary(1, paper), null, folder, picture -> card);
    browser.show(folder.resolve("report.html"));
    assertThat(text("document.getElementById('error-rates').textContent"))
        .contains("Not measured for the model lite in paper mode");
    assertThat(text("document.getElementById('profile').textContent"))
        .contains("The profile \"<b>gels\" sets the threshold 0.61", "1.0 % of untouched images")
        .contains("200 images", "0.50 % are (95 % interval 0.10 % to 3.0 %)");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whatSpeaksForARegionIsSaidOnTheCardAndInItsDetails() throws Exception {
    show();
    var card = "document.querySelector('#picture-0 .facts').textContent";
    assertThat(text(card))
        .contains("1.000 highest probability (the network alone: 0.250), 1 region for review")
        .contains(
            "1 pair of parts that show the same, 1 part with another JPEG history, 2 rectangles with"
                + " seams, 1 part without grain");
    browser.run("document.querySelector('#picture-0 details').open = true");
    waitUntil("document.querySelector('#picture-0 td .review') !== null");
    assertThat(text("document.querySelector('#picture-0').textContent"))
        .contains("Evidence", "copies, compression, seams, and grain (the network alone: 0.012)")
        .contains("Compression", "does not fit the JPEG compression")
        .contains("Seams", "is a rectangle with straight seams")
        .contains("Grain", "is smooth, but what is as bright elsewhere has grain");
    assertThat(text("document.querySelectorAll('#picture-0 td .review').length")).isEqualTo("4");
  }

  @Test
  void whatShowsOnlyWithTheContrastTurnedUpCanBeSeenSo() throws Exception {
    assumeThat(browser).as("Chromium and its driver are not installed").isNotNull();
    var contrast = Files.createDirectory(folder.resolve("contrast"));
    var ground =
        new RecordedGround("B", 251, 221, 255, "gray levels 221 to 255 shown from black to white");
    var card = EvidenceReport.text(card(List.of(ground), List.of("contrast")));
    var file = Files.writeString(contrast.resolve("card.json"), card);
    EvidenceReport.write(summary(1), null, contrast, picture -> file);
    browser.show(contrast.resolve("report.html"));
    waitUntil("document.querySelectorAll('article img').length === 4");
    assertThat(text(CONTRAST_BUTTON + ".hidden")).isEqualTo("false");
    assertThat(text(visibility("contrast"))).isEqualTo("hidden");
    browser.press("c");
    assertThat(text(visibility("contrast"))).isEqualTo("visible");
    assertThat(text(visibility("regions"))).isEqualTo("hidden");
    browser.run("document.querySelector('details').open = true");
    waitUntil("document.querySelector('.contrast rect') !== null");
    assertThat(text("document.querySelector('article').textContent"))
        .contains(
            "contrast (the network alone: 0.012)", "wholly or in part, and outlined: review-001.")
        .contains("Panel B: gray levels 221 to 255 shown from black to white.");
    try (var printed = Loader.loadPDF(browser.print())) {
      assertThat(new PDFTextStripper().getText(printed).replaceAll("\\s+", " "))
          .contains("Panel B: gray levels 221 to 255 shown from black to white.")
          .doesNotContain("Key C");
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whereNoContrastWasTurnedUpNothingIsSaidOfIt() throws Exception {
    show();
    waitUntil("document.querySelectorAll('#picture-0 img').length === 3");
    assertThat(text(CONTRAST_BUTTON + ".hidden")).isEqualTo("true");
    browser.run("document.querySelector('#picture-0 details').open = true");
    waitUntil("document.querySelector('#picture-0 td .review') !== null");
    assertThat(text("document.querySelector('#picture-0').textContent"))
        .doesNotContain("Contrast turned up");
  }

  private static String visibility(String layer) {
    return "getComputedStyle(document.querySelector('.stage ." + layer + "')).visibility";
  }

  @Test
  void pixelsThatAreTooFewForARegionAreCounted() throws Exception {
    show();
    assertThat(text("document.querySelector('#picture-1 .facts').textContent"))
        .contains("no region for review: 45 pixels are above the threshold, fewer than the minimum")
        .contains("minimum area of 64");
    assertThat(text("document.querySelector('#picture-2 .facts').textContent"))
        .contains("no region above the threshold");
  }

  @Test
  void textFromFilesIsShownAsItIsAndRunsNoScript() throws Exception {
    show();
    assertThat(text("document.querySelector('.title').textContent"))
        .isEqualTo(HOSTILE.substring(HOSTILE.lastIndexOf('/') + 1));
    browser.run("document.querySelector('details').open = true");
    waitUntil("document.querySelector('article.open .record') !== null");
    assertThat(text("document.querySelector('article.open').textContent")).contains(HOSTILE);
    assertThat(text("document.getElementById('problems').textContent")).contains(HOSTILE);
    assertThat(text("window.hacked")).isEqualTo("undefined");
    assertThat(text("document.querySelectorAll('img[src=x]').length")).isEqualTo("0");
  }

  @Test
  void thePolicyOfThePageForbidsEvenAScriptThatGotIn() throws Exception {
    show();
    browser.run(
        "const bad = document.createElement('script'); bad.textContent = 'window.hacked = 1';"
            + " document.body.append(bad)");
    assertThat(text("window.hacked")).isEqualTo("undefined");
    assertThat(browser.complaints()).anyMatch(line -> line.contains("Content Security Policy"));
  }

  @Test
  void theGalleryIsSortedAndFiltered() throws Exception {
    show();
    assertThat(titles()).isEqualTo("figure0490.png,figure0480.png,figure0470.png");
    set("sort", "value", "'name'");
    assertThat(titles()).isEqualTo("figure0001.png,figure0002.png,figure0003.png");
    set("sort", "value", "'score'");
    assertThat(titles()).isEqualTo("figure0499.png,figure0498.png,figure0497.png");
    set("search", "value", "'FIGURE012'");
    waitUntil(SHOWN + " === '10 of 500 shown'");
    assertThat(text("[...document.querySelectorAll('article:not([hidden])')].length"))
        .isEqualTo("10");
    set("search", "value", "''");
    set("flagged", "checked", true);
    waitUntil(SHOWN + " === '50 of 500 shown'");
    set("least", "value", 0.9);
    waitUntil(SHOWN + " === '6 of 500 shown'");
    assertThat(text("document.getElementById('least-value').textContent")).isEqualTo("0.90");
  }

  @Test
  void keysChangeWhatIsShown() throws Exception {
    show();
    var visible =
        "[...document.querySelectorAll('article:first-child img')]"
            + ".filter(img => getComputedStyle(img).visibility === 'visible')"
            + ".map(img => img.className)";
    browser.run("document.querySelector('article').focus()");
    waitUntil("document.querySelector('article:first-child img') !== null");
    assertThat(text(visible)).isEqualTo("picture,regions");
    browser.press("h");
    assertThat(text(visible)).isEqualTo("heat");
    browser.screenshot(SCREENSHOTS.resolve("heat.png"));
    browser.press("p");
    assertThat(text(visible)).isEqualTo("picture");
    browser.press("o");
    assertThat(text(visible)).isEqualTo("picture,regions");
    browser.press(RIGHT);
    assertThat(text("document.activeElement.id")).isEqualTo("picture-10");
    browser.press(ENTER);
    assertThat(text("document.activeElement.querySelector('details').open")).isEqualTo("true");
    waitUntil("document.activeElement.querySelector('.record') !== null");
    browser.screenshot(SCREENSHOTS.resolve("details.png"));
    assertThat(text("document.activeElement.textContent"))
        .contains("review-001", "about 87", "a".repeat(64));
  }

  @Test
  void onlyPicturesInViewAreDecoded() throws Exception {
    show();
    var filled = "document.querySelectorAll('.stage:not(:empty)').length";
    waitUntil(filled + " >= 4");
    assertThat(Integer.parseInt(text(filled))).isBetween(4, 100);
    browser.run("document.querySelector('article:last-child').scrollIntoView()");
    waitUntil("document.querySelectorAll('article:last-child img').length === 3");
    assertThat(text("[...document.images].every(img => !img.complete || img.naturalWidth > 0)"))
        .isEqualTo("true");
  }

  @Test
  void onPaperEverythingIsOpen() throws Exception {
    show();
    set("search", "value", "'figure0499'");
    try (var printed = Loader.loadPDF(browser.print())) {
      var words = new PDFTextStripper().getText(printed);
      assertThat(words).contains("figure0499.png", "review-001", "about 87", "Run record");
      assertThat(words).doesNotContain("figure0498.png", "Sort by");
      assertThat(printed.getNumberOfPages()).isBetween(1, 5);
    }
  }

  @Test
  void whatTheSliderHidesIsNotPrintedAndEveryDocumentStartsOnAPageOfItsOwn() throws Exception {
    show();
    set("least", "value", 0.98);
    try (var printed = Loader.loadPDF(browser.print())) {
      var stripper = new PDFTextStripper();
      var starts = new ArrayList<Integer>();
      for (int page = 1; page <= printed.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        var headings = stripper.getText(printed).lines().filter(line -> line.startsWith("/in/"));
        starts.add((int) headings.count());
      }
      assertThat(starts).allMatch(headings -> headings <= 1);
      // Those of eleven documents, and the path of what could not be analyzed.
      assertThat(starts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(11 + 1);
      stripper.setStartPage(1);
      stripper.setEndPage(printed.getNumberOfPages());
      assertThat(stripper.getText(printed))
          .contains("Shown: 11 of 500 images, with a score of at least 0.98.")
          .contains("figure0490.png")
          .doesNotContain("figure0489.png");
    }
    assertThat(text("document.querySelectorAll('.document').length")).isEqualTo("0");
  }

  @Test
  void theLegendShowsTheColorsThatOverlaysAreDrawnIn() throws Exception {
    show();
    waitUntil("document.querySelectorAll('article:first-child .panels rect').length === 2");
    assertThat(text("document.getElementById('legend').textContent.replace(/\\s+/g, ' ').trim()"))
        .isEqualTo(
            "region for review panel; in the full-size overlays also parts that show the same"
                + " part with another JPEG history (compression-1), with seams (seam-1), or without grain"
                + " (grain-1)");
    assertThat(color("#legend .region", "borderTopColor")).isEqualTo(Palette.EDGE);
    assertThat(color("#legend .region", "backgroundColor")).isEqualTo(Palette.TINT);
    assertThat(color("#legend .copy", "borderTopColor")).isEqualTo(Palette.COPY);
    assertThat(color("#legend .misfit", "borderTopColor")).isEqualTo(Palette.MISFIT);
    assertThat(color("#legend .panel", "borderTopColor"))
        .isEqualTo(color("article:first-child .panels rect", "stroke"));
  }

  /** As the browser shows it: {@code rgb(255, 0, 170)} or {@code rgba(255, 0, 170, 0.314)}. */
  private static Color color(String element, String property) throws Exception {
    var style = "getComputedStyle(document.querySelector('" + element + "'))." + property;
    var numbers = text(style).replaceAll("[^0-9., ]", "").split(",");
    int[] channels =
        Stream.of(numbers).limit(3).mapToInt(n -> Integer.parseInt(n.trim())).toArray();
    double opacity = numbers.length > 3 ? Double.parseDouble(numbers[3].trim()) : 1;
    return new Color(channels[0], channels[1], channels[2], (int) Math.round(255 * opacity));
  }

  @Test
  void panelsAreOutlinedWhereTheyAre() throws Exception {
    show();
    waitUntil("document.querySelectorAll('article:first-child .panels rect').length === 2");
    var sizes =
        "(() => { const size = name => document.querySelector('article:first-child ' + name)"
            + ".getBoundingClientRect(); const [stage, panel] = [size('.stage'), size('rect')];"
            + " const scale = Math.min(stage.width / 640, stage.height / 480);"
            + " return panel.height / scale; })()";
    assertThat(Double.parseDouble(text(sizes))).isCloseTo(440, offset(8.));
    assertThat(text("document.querySelector('article:first-child .panels').textContent"))
        .isEqualTo("AB");
  }

  @Test
  void marksAreKeptSavedAndIncludedInTheNextReport() throws Exception {
    assumeThat(browser).as("Chromium and its driver are not installed").isNotNull();
    var reviewed = Files.createDirectory(folder.resolve("reviewed"));
    var card = Files.writeString(reviewed.resolve("card.json"), EvidenceReport.text(card()));
    EvidenceReport.write(summary(20), null, reviewed, picture -> card);
    browser.show(reviewed.resolve("report.html"));
    browser.run("document.querySelector('details').open = true");
    waitUntil("document.querySelector('article.open td .review') !== null");
    review("article.open td .review", "question", HOSTILE);
    review("article.open > .review", "", "see the editor's letter");
    set("reviewed", "value", "'question'");
    // All test pictures have the same hash, and so are one.
    waitUntil(SHOWN + " === '20 of 20 shown'");
    set("reviewed", "value", "'explained'");
    waitUntil(SHOWN + " === '0 of 20 shown'");

    browser.show(reviewed.resolve("report.html"));
    assertThat(text("document.querySelector('article > .review input').value"))
        .isEqualTo("see the editor's letter");

    browser.run(
        "URL.createObjectURL = blob => { blob.text().then(all => { window.saved = all; }); };"
            + " HTMLAnchorElement.prototype.click = function() { window.name = this.download; }");
    browser.run("document.getElementById('save').click()");
    waitUntil("window.saved !== undefined");
    var next = Files.createDirectory(folder.resolve("next"));
    Files.writeString(next.resolve(text("window.name")), text("window.saved"));
    EvidenceReport.write(summary(20), null, next, picture -> card);
    browser.show(next.resolve("report.html"));
    browser.run("document.querySelector('details').open = true");
    waitUntil("document.querySelector('article.open td .review') !== null");
    assertThat(text("document.querySelector('article.open td .review select').value"))
        .isEqualTo("question");
    assertThat(text("document.querySelector('article.open td .review input').value"))
        .isEqualTo(HOSTILE);
    browser.screenshot(SCREENSHOTS.resolve("review.png"));
    try (var printed = Loader.loadPDF(browser.print())) {
      assertThat(new PDFTextStripper().getText(printed).replaceAll("\\s+", " "))
          .contains("Reviewed: needs a question to the authors", "see the editor's letter");
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aColleaguesReviewIsAddedAndAnotherFileIsNot() throws Exception {
    assumeThat(browser).as("Chromium and its driver are not installed").isNotNull();
    var shared = Files.createDirectory(folder.resolve("shared"));
    var card = Files.writeString(shared.resolve("card.json"), EvidenceReport.text(card()));
    EvidenceReport.write(summary(2), null, shared, picture -> card);
    browser.show(shared.resolve("report.html"));
    review("article > .review", "question", "mine");
    browser.run(
        "URL.createObjectURL = blob => { blob.text().then(all => { window.saved = all; }); };"
            + " HTMLAnchorElement.prototype.click = () => {};");
    browser.run("document.getElementById('save').click()");
    waitUntil("window.saved !== undefined");
    add(
        "colleague.json",
        text("window.saved").replace("mine", "theirs").replaceAll("20\\d\\d-", "2100-"));
    waitUntil(
        "document.getElementById('kept').textContent === '1 mark added from colleague.json.'");
    assertThat(text("document.querySelector('article > .review input').value")).isEqualTo("theirs");
    for (var other : List.of("{\"input\": 1}", "no JSON", "null")) {
      browser.run("document.getElementById('kept').textContent = ''");
      add("other.json", other);
      waitUntil("document.getElementById('kept').textContent !== ''");
      assertThat(text("document.getElementById('kept').textContent"))
          .isEqualTo("other.json is not a saved review.");
    }
    assertThat(browser.complaints()).isEmpty();
  }

  /** Chooses a file for the button, as a person does. */
  private static void add(String name, String text) throws Exception {
    browser.run(
        """
        const chosen = new DataTransfer();
        chosen.items.add(new File([%s], '%s'));
        const button = document.getElementById('add');
        button.files = chosen.files;
        button.dispatchEvent(new Event('change'));
        """
            .formatted(Json.EMBEDDED.toJson(text), name));
  }

  private static void review(String box, String status, String note) throws Exception {
    browser.run(
        """
        const box = document.querySelector('%s');
        const [choice, words] = [box.querySelector('select'), box.querySelector('input')];
        choice.value = '%s';
        choice.dispatchEvent(new Event('input'));
        words.value = %s;
        words.dispatchEvent(new Event('input'));
        """
            .formatted(box, status, Json.EMBEDDED.toJson(note)));
  }

  @Test
  void pairsOfPicturesComeFirstFollowTheSliderAndCanBeReviewed() throws Exception {
    assumeThat(browser).as("Chromium and its driver are not installed").isNotNull();
    var pairs = Files.createDirectory(folder.resolve("pairs"));
    var card = Files.writeString(pairs.resolve("card.json"), EvidenceReport.text(card()));
    var pixel = Html.dataUri(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png");
    var look = new ReusePreview(pixel, pixel, pixel, pixel);
    var report =
        new ReuseReport(
            new RunRecord.Software("SparseViT for Fiji", "1.0", "unknown"),
            "2026-01-02T04:05:06Z",
            20,
            null,
            null,
            List.of(reuse(0.9), reuse(0.3)));
    EvidenceReport.write(
        summary(20), new ReuseEvidence(report, List.of(look, look)), pairs, picture -> card);
    browser.show(pairs.resolve("report.html"));
    assertThat(
            text(
                "document.getElementById('reuse').compareDocumentPosition("
                    + "document.getElementById('gallery')) & Node.DOCUMENT_POSITION_FOLLOWING"))
        .isEqualTo("4");
    waitUntil(SHOWN + " === '2 of 2 pairs, 20 of 20 shown'");
    set("least", "value", 0.5);
    waitUntil(SHOWN + ".startsWith('1 of 2 pairs')");
    review(".reuse .review", "explained", "the same control, as the legend says");
    set("reviewed", "value", "'open'");
    waitUntil(SHOWN + ".startsWith('0 of 2 pairs')");
    set("reviewed", "value", "'explained'");
    waitUntil(SHOWN + ".startsWith('1 of 2 pairs')");
    try (var printed = Loader.loadPDF(browser.print())) {
      assertThat(new PDFTextStripper().getText(printed).replaceAll("\\s+", " "))
          .contains("Score 0.90", "Reviewed: explained. the same control, as the legend says")
          .doesNotContain("Score 0.30");
    }
    assertThat(browser.complaints()).isEmpty();
  }

  private static RecordedReuse reuse(double score) {
    var outline = List.of(new int[] {1, 1}, new int[] {9, 1}, new int[] {9, 9});
    int x = (int) (100 * score);
    return new RecordedReuse(
        "one repeats the other",
        new RecordedReuse.ReusedPart(
            "/in/a.png", null, "a", "a1", null, null, 640, 480, 64, x, 1, 8, 8, outline),
        new RecordedReuse.ReusedPart(
            "/in/b.png", 3, "b", "b1", "C", null, 640, 480, 64, x, 1, 8, 8, outline),
        false,
        false,
        false,
        0,
        1,
        0.95,
        40,
        score);
  }

  @Test
  void marksOfFindingsThatAreGoneAreNotLostAndOtherFilesAreNotTakenForMarks() throws Exception {
    assumeThat(browser).as("Chromium and its driver are not installed").isNotNull();
    var earlier = Files.createDirectory(folder.resolve("earlier"));
    var card = Files.writeString(earlier.resolve("card.json"), EvidenceReport.text(card()));
    var review = earlier.resolve("report-review.json");
    Files.writeString(
        review,
        """
        {"marks": {"d1 region 1,2,3,4": {"status": "explained", "note": "a scale bar",
          "about": "review-007 of gone.png", "changed": "2026-01-01T00:00:00Z"},
          "d2": {"status": "<b>", "note": 3}}}
        """);
    EvidenceReport.write(summary(1), null, earlier, picture -> card);
    browser.show(earlier.resolve("report.html"));
    assertThat(text("document.getElementById('leftover').innerText"))
        .contains("review-007 of gone.png", "a scale bar")
        .doesNotContain("<b>");

    Files.writeString(review, "{\"input\": 1}");
    EvidenceReport.write(summary(1), null, earlier, picture -> card);
    browser.run("localStorage.clear()");
    browser.show(earlier.resolve("report.html"));
    assertThat(text("document.getElementById('kept').textContent"))
        .contains("report-review.json is not a saved review");
    assertThat(review).hasContent("{\"input\": 1}");
  }

  @Test
  void manyPicturesGoOnSeveralPages() throws IOException {
    var several = Files.createDirectory(folder.resolve("several"));
    var card = Files.writeString(several.resolve("card.json"), "{}");
    int pictures = 2 * EvidenceReport.PICTURES_ON_A_PAGE + 1;
    EvidenceReport.write(summary(pictures), null, several, picture -> card);
    assertThat(several.resolve("report-3.html"))
        .content()
        .contains("card-0", "\"stem2000\"")
        .doesNotContain("card-1", "\"stem1999\"");
    assertThat(several.resolve("report-4.html")).doesNotExist();
    EvidenceReport.write(summary(1), null, several, picture -> card);
    assertThat(several.resolve("report.html")).exists();
    assertThat(several.resolve("report-2.html")).doesNotExist();
    assertThat(several.resolve("report-3.html")).doesNotExist();
  }
}
