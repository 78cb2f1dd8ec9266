/**
 * The SparseViT network (AAAI 2025) as DJL blocks: one definition, one immutable configuration.
 * Knows DJL only.
 */
package sc.fiji.sparsevit.network;
