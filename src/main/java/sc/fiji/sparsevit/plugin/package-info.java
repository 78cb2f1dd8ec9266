/**
 * The doors inside ImageJ: SciJava commands and the thin ImageJ 1.x plugin. Parameters, dialogs and
 * windows only; the work is elsewhere. Knows the root, batch and evaluation, and their types.
 */
package sc.fiji.sparsevit.plugin;
