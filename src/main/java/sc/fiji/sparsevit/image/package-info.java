/**
 * What the network sees: ImageJ images and files as lazy 8-bit RGB views, resized and normalised.
 * Knows ImageJ, ImgLib2 and DJL; never changes a source.
 */
package sc.fiji.sparsevit.image;
