/**
 * The doors inside ImageJ: SciJava commands and the thin ImageJ 1.x plugin. Parameter lists and
 * dialogs only; the work is elsewhere.
 */
package sc.fiji.sparsevit.plugin;
