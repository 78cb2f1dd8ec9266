/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import sc.fiji.sparsevit.network.matching.Matches;
import sc.fiji.sparsevit.network.matching.SelfMatcher;

/**
 * Tells every token of stage 2 about the token that looks most like it elsewhere: an MLP over what
 * the token holds, what its partner holds more than it, and the evidence that they are copies. It
 * looks at a 3x3 neighborhood, and what it says is added to the map. Not in the paper: sparse
 * attention mixes what tokens hold and so cannot tell that two hold the same.
 */
final class MatchFusion extends KeyedBlock {

  private final ChannelNorm norm;
  private final Dense widen;
  private final Convolution neighborhood;
  private final Dense narrow;

  MatchFusion(int channels) {
    int hidden = hidden(channels);
    norm = child("norm", new ChannelNorm(channels, 1e-6f));
    widen = child("fc1", new Dense(inputs(channels), hidden));
    neighborhood = child("dwconv", Convolution.depthwise(hidden, 3));
    // Starts by saying nothing, so that weights of a network without matching start one with it.
    narrow = child("fc2", Dense.silent(hidden, channels));
  }

  static int inputs(int channels) {
    return 2 * channels + SelfMatcher.CHANNELS;
  }

  static int hidden(int channels) {
    return 2 * channels;
  }

  /** The map after stage 2, (N, C, H/8, W/8), and the matches of the images: the same shape. */
  NDArray fuse(NDArray x, Matches matches, Pass pass) {
    var own = norm.run(MapLayout.channelsLast(x), pass);
    var grid = own.getShape();
    long channels = grid.get(3);
    var tokens = new Shape(grid.get(0), grid.get(1) * grid.get(2), channels);
    var partners = matches.partners().expandDims(2).broadcast(tokens);
    var partner = own.reshape(tokens).gather(partners, 1).reshape(grid);
    var evidence = MapLayout.channelsLast(matches.evidence());
    var seen = NDArrays.concat(new NDList(own, partner.sub(own), evidence), 3);
    var wide = neighborhood.run(MapLayout.channelsFirst(widen.run(seen, pass)), pass);
    var said = narrow.run(MapLayout.channelsLast(wide.getNDArrayInternal().gelu()), pass);
    return x.add(MapLayout.channelsFirst(said));
  }

  /** The cost of using the matches, without that of finding them. */
  void count(Count count, long tokens) {
    norm.count(count, tokens);
    widen.count(count, tokens);
    neighborhood.count(count, tokens);
    narrow.count(count, tokens);
  }

  /** Map, evidence and partners to the map. */
  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    var matches = new Matches(inputs.get(1), inputs.get(2));
    return new NDList(fuse(inputs.get(0), matches, new Pass(store, training)));
  }
}
