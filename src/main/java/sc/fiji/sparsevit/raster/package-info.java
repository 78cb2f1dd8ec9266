/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Plain 8-bit pictures in memory and what can happen to them between a camera and a web page:
 * resampling, blur, noise, tone changes, JPEG. For training and for the distortions of an
 * evaluation only, which are defined by OpenCV's operations (its kernels, its sigma for a kernel's
 * size, JPEG as the IJG codes it): that is why they follow OpenCV's definitions and are not
 * ImgLib2's.
 */
package sc.fiji.sparsevit.raster;
