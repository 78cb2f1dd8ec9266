/**
 * A faster form of the network, written by code from its configuration and weights as a TorchScript
 * archive: constants folded, one memory layout, fused attention. The definition in {@code network}
 * stays the source; a test holds this form to it.
 */
package sc.fiji.sparsevit.inference.script;
