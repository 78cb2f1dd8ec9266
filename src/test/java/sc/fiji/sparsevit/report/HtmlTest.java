/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void textIsNeverMarkup() {
    assertThat(Html.escape("<img onerror='x' alt=\"&amp;\">"))
        .isEqualTo("&lt;img onerror=&#39;x&#39; alt=&quot;&amp;amp;&quot;&gt;");
  }

  @Test
  void picturesTravelInTheirAddress() throws IOException {
    var picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(1, 1, 0x123456);

    var uri = Html.dataUri(picture, "png");

    assertThat(uri).startsWith("data:image/png;base64,");
    var bytes = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
    assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getRGB(1, 1) & 0xffffff)
        .isEqualTo(0x123456);
    assertThat(Html.dataUri(picture, "jpg")).startsWith("data:image/jpeg;base64,");
  }
}
