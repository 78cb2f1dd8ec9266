/**
 * Files: whole or not there, what their bytes are known by, and what is wrong with them. Knows
 * nothing of this project.
 */
package sc.fiji.sparsevit.io;
