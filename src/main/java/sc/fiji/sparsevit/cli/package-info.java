/** The door from the shell: the same commands as picocli subcommands. */
package sc.fiji.sparsevit.cli;
