/**
 * How fast a model is on this machine, each figure beside the rate at which the same machine
 * multiplies matrices, so that figures of different machines can be compared.
 */
package sc.fiji.sparsevit.benchmark;
