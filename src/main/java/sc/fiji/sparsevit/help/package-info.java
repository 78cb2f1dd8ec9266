/**
 * What each parameter means, in the words that dialogs, recorded commands and the shell's help all
 * have: one definition, whichever door a parameter is reached by. Knows nothing.
 */
package sc.fiji.sparsevit.help;
