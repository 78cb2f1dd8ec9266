/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.Socket;
import java.net.SocketImpl;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/**
 * Starts a program without a network: every way that Java has into it fails, and says that somebody
 * tried.
 */
public final class CutOff extends SelectorProvider {

  static final String ASKED = "somebody asked for the network";

  /** Whoever makes one is {@code java.nio} itself. */
  public CutOff() {}

  /** The program's main class and its arguments are the arguments. */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("java.nio.channels.spi.SelectorProvider", CutOff.class.getName());
    Socket.setSocketImplFactory(CutOff::refused);
    var rest = java.util.Arrays.copyOfRange(arguments, 1, arguments.length);
    var main = Class.forName(arguments[0]).getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    main.invoke(null, (Object) rest);
  }

  private static SocketImpl refused() {
    new Exception(ASKED).printStackTrace();
    throw new IllegalStateException(ASKED);
  }

  private static <T> T refusedChannel() throws IOException {
    new Exception(ASKED).printStackTrace();
    throw new IOException(ASKED);
  }

  @Override
  public DatagramChannel openDatagramChannel() throws IOException {
    return refusedChannel();
  }

  @Override
  public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
    return refusedChannel();
  }

  @Override
  public Pipe openPipe() throws IOException {
    return refusedChannel();
  }

  @Override
  public AbstractSelector openSelector() throws IOException {
    return refusedChannel();
  }

  @Override
  public ServerSocketChannel openServerSocketChannel() throws IOException {
    return refusedChannel();
  }

  @Override
  public SocketChannel openSocketChannel() throws IOException {
    return refusedChannel();
  }
}
