/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import static org.assertj.core.api.Assertions.assertThat;

import ij.process.FloatProcessor;
import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.figure.Panel;
import sc.fiji.sparsevit.image.RgbMapping;
import sc.fiji.sparsevit.inference.StretchedGround;
import sc.fiji.sparsevit.inference.StretchedPart;
import sc.fiji.sparsevit.model.ModelIdentity;
import sc.fiji.sparsevit.model.SparseVitArchitecture;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.region.EvidenceKind;
import sc.fiji.sparsevit.region.MapPosition;
import sc.fiji.sparsevit.region.Region;

/** What the network showed only with the contrast turned up is told from what it showed anyway. */
class NetworkMapsTest {
  private static final Rectangle LEFT = new Rectangle(10, 10, 20, 20);
  private static final Rectangle RIGHT = new Rectangle(50, 10, 20, 20);
  private static final MapPosition CUT_OUT = new MapPosition(100, 50, 0, 0, false);

  private final FloatProcessor plain = new FloatProcessor(80, 60);

  @Test
  void aRegionThatShowsOnlyWithTheContrastTurnedUpSaysSo() {
    fill(plain, LEFT, 0.125f);
    var found = found(List.of(), LEFT);

    var region = found.regions().regions().get(0);
    assertThat(region.grounds().kinds()).containsExactly(EvidenceKind.CONTRAST);
    assertThat(region.grounds().words()).isEqualTo("contrast (the network alone: 0.125)");
    assertThat(region.roi().getProperty("sparsevit.evidence")).isEqualTo(region.grounds().words());
    assertThat(region.maximum()).isEqualTo(0.75);
    assertThat(found.score()).isEqualTo(0.75);
    assertThat(found.networkScore()).isEqualTo(0.125);
    assertThat(found.contrastWords())
        .containsExactly(
            "review-001 shows with the contrast turned up: gray levels 221 to 255 shown from black"
                + " to white");
  }

  @Test
  void aRegionThatShowsPartlyInThePictureAsItIsHasBothKinds() {
    fill(plain, new Rectangle(10, 10, 20, 5), 0.625f);

    assertThat(found(List.of(), LEFT).regions().regions().get(0).grounds().words())
        .isEqualTo("network and contrast (the network alone: 0.625)");
  }

  @Test
  void aRegionThatShowsInThePictureAsItIsIsTheNetworksHoweverStronglyItShowsElsewhere() {
    fill(plain, LEFT, 0.625f);
    var found = found(List.of(), LEFT);

    assertThat(found.regions().regions().get(0).grounds().words()).isEqualTo("network");
    assertThat(found.contrastWords()).isEmpty();
  }

  @Test
  void underAnotherThresholdTheKindsAreToldAnew() {
    fill(plain, LEFT, 0.25f);
    var found = found(List.of(), LEFT);

    var lower = found.with(found.options().withThreshold(0.125));

    assertThat(lower.regions().regions().get(0).grounds().kinds())
        .containsExactly(EvidenceKind.NETWORK);
  }

  @Test
  void theLevelsAreThoseOfTheRegionsOwnPanel() {
    var panels =
        List.of(
            new Panel("A", new Rectangle(0, 0, 40, 60)),
            new Panel("B", new Rectangle(40, 0, 40, 60)));

    assertThat(found(panels, LEFT, RIGHT).contrastWords())
        .containsExactlyInAnyOrder(
            "review-A-001 shows with the contrast turned up: gray levels 221 to 255 shown from"
                + " black to white",
            "review-B-002 shows with the contrast turned up: gray levels 170 to 230 shown from"
                + " black to white");
  }

  /** Parts show at .75 with the contrast turned up. */
  private Localization found(List<Panel> panels, Rectangle... shown) {
    var joined = (FloatProcessor) plain.duplicate();
    for (var part : shown) {
      fill(joined, part, 0.75f);
    }
    var bright = new StretchedGround(251);
    var stretched =
        panels.isEmpty()
            ? List.of(new StretchedPart(new Rectangle(80, 60), bright))
            : List.of(
                new StretchedPart(panels.get(0).bounds(), bright),
                new StretchedPart(panels.get(1).bounds(), new StretchedGround(200)));
    var model =
        new ModelIdentity(
            "test", "ab12", new SparseVitArchitecture(SparseVitConfig.lite()), Optional.empty());
    var found =
        Localization.of(
            joined,
            new NetworkMaps(plain, joined, stretched),
            List.of(),
            List.of(),
            panels,
            CUT_OUT,
            null,
            RgbMapping.identity(),
            LocalizationOptions.defaults(),
            model,
            "cpu, float32",
            0.5);
    assertThat(found.regions().regions())
        .extracting(Region::bounds)
        .allSatisfy(box -> assertThat(box.x).isGreaterThanOrEqualTo(CUT_OUT.x()));
    return found;
  }

  private static void fill(FloatProcessor map, Rectangle part, float probability) {
    map.setValue(probability);
    map.setRoi(part);
    map.fill();
    map.resetRoi();
  }
}
