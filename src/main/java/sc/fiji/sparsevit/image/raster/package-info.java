/**
 * Plain 8-bit pictures in memory and what can happen to them between a camera and a web page:
 * resampling, blur, noise, tone changes, JPEG. Knows nothing but the JDK.
 */
package sc.fiji.sparsevit.image.raster;
