/** Random changes of a picture together with its mask. Knows the raster and inpainting packages. */
package sc.fiji.sparsevit.training.augmentation;
