/**
 * From files to files: what is found in an image, a folder or a PDF, written under names of its
 * own. Knows the root and report.
 */
package sc.fiji.sparsevit.batch;
