/**
 * The SparseViT network (AAAI 2025) as DJL blocks: one definition, one immutable configuration.
 * Knows DJL and {@code network.matching} only, which sees the image and nothing of the network.
 */
package sc.fiji.sparsevit.network;
