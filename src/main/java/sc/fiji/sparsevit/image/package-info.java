/**
 * What the network sees: ImageJ images and files as lazy 8-bit RGB views, resized and normalised;
 * and ground-truth masks. Knows ImageJ and ImgLib2; never changes a source.
 */
package sc.fiji.sparsevit.image;
