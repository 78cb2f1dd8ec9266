/**
 * Scientific figures drawn from random numbers: gels and blots, micrographs, plots, regular
 * textures, panels of them. Knows only the raster package.
 */
package sc.fiji.sparsevit.training.figure;
