/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * The door from a cluster: runs the tasks of a screening on Apache Spark, with inputs and results
 * on a shared file system or any that Hadoop reads. The only package that knows either.
 */
package sc.fiji.sparsevit.cluster;
