/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A network that has further weights for the enlarged image, which are prepared when needed. */
public final class TwoScaleModel implements WindowModel {

  private final WindowModel network;
  private final Preparation preparation;
  private WindowModel enlarged;

  /** Makes a network of the further weights. */
  @FunctionalInterface
  public interface Preparation {
    /**
     * @throws IOException if PyTorch refuses them
     */
    WindowModel network() throws IOException;
  }

  /**
   * @param network closed with this
   * @param preparation its network is closed with this, too
   */
  public TwoScaleModel(WindowModel network, Preparation preparation) {
    this.network = network;
    this.preparation = preparation;
  }

  @Override
  public Window window() {
    var window = network.window();
    return window.withLooks(
        window.looks().with(EnlargedLook.WHERE_SUSPICIOUS), Looks.TWO_AND_ENLARGED);
  }

  @Override
  public WindowModel seeing(Look look) {
    return look == Look.ENLARGED ? enlarged() : network;
  }

  private synchronized WindowModel enlarged() {
    if (enlarged == null) {
      try {
        enlarged = preparation.network();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return enlarged;
  }

  @Override
  public float[] probabilities(float[] images, int n, int height, int width) {
    return network.probabilities(images, n, height, width);
  }

  @Override
  public int windowsAtOnce() {
    return network.windowsAtOnce();
  }

  @Override
  public String device() {
    return network.device();
  }

  @Override
  public synchronized void close() {
    network.close();
    if (enlarged != null) {
      enlarged.close();
    }
  }
}
