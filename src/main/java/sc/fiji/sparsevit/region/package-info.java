/**
 * Probability map to mask, connected regions, ImageJ ROIs, overlay and figures. Knows ImgLib2,
 * ImageJ and {@code io}.
 */
package sc.fiji.sparsevit.region;
