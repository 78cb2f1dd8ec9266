/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

/** One thing that a device has to show. */
interface DeviceCheck {

  /** What it is called in the report. */
  String title();

  /** Whatever it throws is told as a failure of this check alone. */
  CheckOutcome run(CheckBench bench) throws Exception;
}
