/**
 * What was done and found, for a person and for a machine: run record, CSV, HTML. Knows regions and
 * metrics.
 */
package sc.fiji.sparsevit.report;
