/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Plain 8-bit images in memory and what happens to them between a camera and a web page:
 * resampling, blur, noise, tone changes, JPEG. Only for training and for the distortions of an
 * evaluation, which the field defines by OpenCV's operations (its kernels, its sigma for a kernel
 * size, JPEG as the IJG codes it); hence they follow OpenCV, not ImgLib2.
 */
package sc.fiji.sparsevit.raster;
