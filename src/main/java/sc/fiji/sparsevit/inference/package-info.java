/**
 * Which windows of an image to look at, on which device, and how their maps become one. Knows the
 * network and the image.
 */
package sc.fiji.sparsevit.inference;
