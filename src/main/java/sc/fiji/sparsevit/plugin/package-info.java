/**
 * The doors inside ImageJ: SciJava commands and the thin ImageJ 1.x plugin. Parameters, dialogs and
 * windows only; the work is elsewhere. Knows the root and the types that it takes and gives.
 */
package sc.fiji.sparsevit.plugin;
