/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;
import sc.fiji.sparsevit.io.WholeFile;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * An inverted file on the disk: for every visual word the keypoints that show it, in one place. It
 * is a file of its own and not a text index such as Lucene's because what has to be read for each
 * hit are 128 bits of the descriptor and its place, which a text index would have to unpack from
 * payloads one by one, for 3 MB more of JAR. Built and read with bounded memory; safe for several
 * threads.
 */
final class WordIndex implements Closeable {

  private static final int FORMAT = 0x53565731;
  private static final int HEADER = 12 + Long.BYTES * (Vocabulary.WORDS + 1);

  /** Bytes of the file that are sorted at a time. */
  private static final int AT_ONCE = 48 << 20;

  private final FileChannel channel;
  private final int panels;
  private final long[] starts;

  private WordIndex(FileChannel channel, int panels, long[] starts) {
    this.channel = channel;
    this.panels = panels;
    this.starts = starts;
  }

  /**
   * Writes an index of all panels, numbered picture by picture.
   *
   * @param file that it becomes; nothing else writes there
   * @return which numbers are whose
   * @throws CancellationException when the listener says so
   */
  static PanelNumbers write(Path file, PictureCollection pictures, ProgressListener listener)
      throws IOException {
    var unsorted = WholeFile.temporary(file.toAbsolutePath().getParent());
    try {
      var counts = new long[Vocabulary.WORDS];
      var numbers = writeUnsorted(unsorted, pictures, counts, listener);
      writeSorted(unsorted, file, numbers.total(), counts);
      return numbers;
    } finally {
      Files.deleteIfExists(unsorted);
    }
  }

  private static PanelNumbers writeUnsorted(
      Path file, PictureCollection pictures, long[] counts, ProgressListener listener)
      throws IOException {
    var vocabulary = Vocabulary.get();
    var bytes = ByteBuffer.allocate(Posting.BYTES);
    var starts = new int[pictures.size() + 1];
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      for (int picture = 0; picture < pictures.size(); picture++) {
        if (listener.isCanceled()) {
          throw new CancellationException("canceled");
        }
        int panel = starts[picture];
        for (var part : pictures.features(picture).panels()) {
          var points = part.features().keypoints();
          int[] words =
              points.parallelStream()
                  .mapToInt(point -> vocabulary.word(Query.upright(point).descriptor()))
                  .toArray();
          for (int i = 0; i < words.length; i++) {
            var point = points.get(i);
            counts[words[i]]++;
            out.writeInt(words[i]);
            Posting.of(panel, Query.upright(point), point.bright()).write(bytes.clear());
            out.write(bytes.array());
          }
          panel++;
        }
        starts[picture + 1] = panel;
        listener.progress(picture + 1, pictures.size());
      }
    }
    return new PanelNumbers(starts);
  }

  private static void writeSorted(Path unsorted, Path file, int panels, long[] counts)
      throws IOException {
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      out.writeInt(FORMAT);
      out.writeInt(panels);
      out.writeInt(Posting.BYTES);
      long start = 0;
      for (long count : counts) {
        out.writeLong(start);
        start += count;
      }
      out.writeLong(start);
      for (int first = 0; first < counts.length; ) {
        int end = first;
        long bytes = 0;
        while (end < counts.length
            && (end == first || bytes + counts[end] * Posting.BYTES <= AT_ONCE)) {
          bytes += counts[end++] * Posting.BYTES;
        }
        out.write(sorted(unsorted, counts, first, end, Math.toIntExact(bytes)));
        first = end;
      }
    }
  }

  /** What lies under the words of a range, word by word. */
  private static byte[] sorted(Path unsorted, long[] counts, int first, int end, int bytes)
      throws IOException {
    var sorted = new byte[bytes];
    var places = new int[end - first];
    int place = 0;
    long total = 0;
    for (int word = 0; word < counts.length; word++) {
      total += counts[word];
      if (word >= first && word < end) {
        places[word - first] = place;
        place += (int) counts[word] * Posting.BYTES;
      }
    }
    var entry = new byte[Posting.BYTES];
    try (var in =
        new DataInputStream(
            new java.io.BufferedInputStream(Files.newInputStream(unsorted), 1 << 16))) {
      for (long i = 0; i < total; i++) {
        int word = in.readInt();
        in.readFully(entry);
        if (word >= first && word < end) {
          System.arraycopy(entry, 0, sorted, places[word - first], entry.length);
          places[word - first] += entry.length;
        }
      }
    }
    return sorted;
  }

  /**
   * @throws IOException if the file cannot be read, or is something else
   */
  static WordIndex open(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      var header = ByteBuffer.allocate(HEADER);
      read(channel, header, 0);
      if (header.getInt(0) != FORMAT || header.getInt(8) != Posting.BYTES) {
        throw new IOException(file + " is no index of this version");
      }
      var starts = new long[Vocabulary.WORDS + 1];
      header.position(12).asLongBuffer().get(starts);
      if (channel.size() != HEADER + starts[Vocabulary.WORDS] * Posting.BYTES) {
        throw new IOException(file + " is cut off");
      }
      return new WordIndex(channel, header.getInt(4), starts);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** How many panels it knows. */
  int panels() {
    return panels;
  }

  /** How many keypoints show a word. */
  long count(int word) {
    return starts[word + 1] - starts[word];
  }

  /**
   * Reads the {@link Posting}s of a word, at most as many as the buffer holds.
   *
   * @param buffer filled from its start
   */
  void read(int word, ByteBuffer buffer) {
    long bytes = Math.min(count(word) * Posting.BYTES, buffer.capacity());
    try {
      read(channel, buffer.clear().limit((int) bytes), HEADER + starts[word] * Posting.BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static void read(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
    long place = at;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, place);
      if (read < 0) {
        throw new IOException("an index ends before its end; the disk may be full");
      }
      place += read;
    }
    buffer.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
