/**
 * Forgeries made from plain photographs and drawn figures, with their masks and with what was done
 * to every pixel. Start at {@link sc.fiji.sparsevit.training.synthesis.ForgerySynthesizer}.
 */
package sc.fiji.sparsevit.training.synthesis;
