/**
 * From files to files: what is found in an image, a folder or a PDF, written under names of its
 * own; a screening goes on where it was stopped. Knows the root, image and report.
 */
package sc.fiji.sparsevit.batch;
