/** Files that are either whole or not there. Knows nothing of this project. */
package sc.fiji.sparsevit.io;
