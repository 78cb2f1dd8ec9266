/** Ways to fill a hole in a picture from what surrounds it. Knows only the raster package. */
package sc.fiji.sparsevit.training.inpainting;
