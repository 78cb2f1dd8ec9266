/**
 * State dicts: PyTorch checkpoints in, safetensors in and out, their keys mapped onto the network,
 * and the catalogue of models. Knows the network and how to write whole files.
 */
package sc.fiji.sparsevit.checkpoint;
