/**
 * Protocol, robustness and calibration: measures a model on a data set as the field does, and finds
 * the threshold that costs a wanted rate of false alarms. Knows the root, its data sets, images,
 * metrics, the network's cost and reports.
 */
package sc.fiji.sparsevit.evaluation;
