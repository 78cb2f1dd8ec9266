/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small TorchScript archives as other people's networks are. */
public enum OtherNetwork {
  /** How red an image is, as logits at half its size. */
  REDNESS(
      "Tensor",
      """
          v0 = torch.conv2d(x, self.c0, None, [2, 2], [0, 0], [1, 1], 1)
          return v0
      """),
  /** The same as the second of two outputs, as two classes. */
  SECOND_OF_TWO(
      "Tuple[Tensor, Tensor]",
      """
          v0 = torch.conv2d(x, self.c0, None, [2, 2], [0, 0], [1, 1], 1)
          v1 = torch.neg(v0)
          return (x, torch.cat([v1, v0], 1))
      """),
  /** One number per image, such as a detector's. */
  NO_MAP(
      "Tensor",
      """
          v0 = torch.mean(x, [1, 2, 3])
          return v0
      """),
  /** Wants to see a file. */
  READS_A_FILE(
      "Tensor",
      """
          v0 = torch.from_file("/etc/hostname", False, 4, dtype=0, layout=None, device=None, pin_memory=None)
          return torch.add(x, torch.sum(v0))
      """),
  /** Takes images of 3 channels and 256 pixels only. */
  ONE_SIZE(
      "Tensor",
      """
          v0 = torch.reshape(x, [1, 3, 256, 256])
          return torch.select(v0, 1, 0)
      """);

  private final String result;
  private final String body;

  OtherNetwork(String result, String body) {
    this.result = result;
    this.body = body;
  }

  /** Writes the archive. */
  public Path write(Path file) throws IOException {
    var source =
        "class Network(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n"
            + "  c0 : Tensor\n"
            + "  def forward(self: __torch__.Network,\n    x: Tensor) -> "
            + result
            + ":\n"
            + body.indent(4).replaceAll("(?m)^ {8}", "    ");
    // More than half red and less than half blue is positive.
    var kernel = new float[3 * 2 * 2];
    for (int i = 0; i < 4; i++) {
      kernel[i] = 2;
      kernel[8 + i] = -2;
    }
    var weight = new ScriptTensor(new long[] {1, 3, 2, 2}, kernel);
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      new ScriptArchive(source, List.of(new Script.Constant(weight, ScriptPrecision.FLOAT32)))
          .write(out);
    }
    return file;
  }
}
