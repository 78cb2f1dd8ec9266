/**
 * Data sets, protocol, robustness and cost: measures a model as the field does. Knows the root,
 * image, metrics, network and report.
 */
package sc.fiji.sparsevit.evaluation;
