/**
 * Probability map to mask, connected regions, ImageJ ROIs, overlay and figures. Knows ImgLib2 and
 * ImageJ.
 */
package sc.fiji.sparsevit.region;
