/** Folders and PDFs, resumable. Knows the root and report. */
package sc.fiji.sparsevit.batch;
