/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import sc.fiji.sparsevit.report.LineChart.ChartAxis;
import sc.fiji.sparsevit.report.LineChart.Series;

class LineChartTest {
  @Test
  void drawsEachSeriesFromItsFirstToItsLastPoint() throws Exception {
    var svg =
        parse(
            chart(
                "F1",
                new Series("a", new double[] {0, .5, 1}, new double[] {0, Double.NaN, 1}),
                new Series("b", new double[] {.5}, new double[] {.5})));

    // Left, bottom, right and top of the plotting area; the undefined point is left out.
    assertThat(lastPath(svg, 2)).isEqualTo("M54.0 276.0 L406.0 30.0");
    assertThat(lastPath(svg, 1)).isEqualTo("M230.0 153.0");
    assertThat(svg.getTextContent()).contains("F1", "threshold", "share", "0.2", "a", "b");
  }

  @Test
  void countsHaveTicksAtWholeNumbersAndRatiosAtOne() throws Exception {
    var runs = new Series("cost", new double[] {1, 10}, new double[] {1, 1.4});
    var svg =
        parse(
            new LineChart(
                    "Cost",
                    ChartAxis.ofCount("run", 10),
                    ChartAxis.ofRatio("times the first", 1.4),
                    List.of(runs))
                .toSvg());

    assertThat(ticks(svg, "middle")).containsExactly("1", "3", "5", "7", "9");
    assertThat(ticks(svg, "end")).containsExactly("0", "0.5", "1", "1.5");
  }

  @Test
  void namesAreText() throws Exception {
    var svg = parse(chart("<script>", new Series("a & b", new double[0], new double[0])));

    assertThat(svg.getTextContent()).contains("<script>", "a & b");
    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
  }

  private static String chart(String title, Series... series) {
    return new LineChart(
            title, ChartAxis.ofShare("threshold"), ChartAxis.ofShare("share"), List.of(series))
        .toSvg();
  }

  private static List<String> ticks(Element svg, String anchor) {
    var texts = svg.getElementsByTagName("text");
    return IntStream.range(0, texts.getLength())
        .mapToObj(i -> (Element) texts.item(i))
        .filter(text -> text.getAttribute("class").equals("tick"))
        .filter(text -> text.getAttribute("text-anchor").equals(anchor))
        .map(Element::getTextContent)
        .toList();
  }

  private static Element parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }

  private static String lastPath(Element svg, int fromEnd) {
    var paths = svg.getElementsByTagName("path");
    return ((Element) paths.item(paths.getLength() - fromEnd)).getAttribute("d");
  }
}
