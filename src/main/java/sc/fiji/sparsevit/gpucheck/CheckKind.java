/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

import sc.fiji.sparsevit.help.Choices;

/** What can be checked, in the order in which it is. */
public enum CheckKind {
  /** The same probability maps as on the CPU. */
  MAPS(new AgreementCheck()),
  /** The same partners in the search for copies. */
  COPIES(new CopiesCheck()),
  /** The same steps of training. */
  TRAINING(new TrainingCheck()),
  SPEED(new SpeedCheck()),
  /** Failures told in sentences; last, for a full card can end the process. */
  MESSAGES(new MessagesCheck());

  private final DeviceCheck check;

  CheckKind(DeviceCheck check) {
    this.check = check;
  }

  DeviceCheck check() {
    return check;
  }

  /**
   * @throws IllegalArgumentException naming the value and the choices
   */
  public static CheckKind of(String name) {
    return Choices.of(CheckKind.class, "check", name);
  }

  @Override
  public String toString() {
    return Choices.name(this);
  }
}
