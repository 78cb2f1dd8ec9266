/** F1, IoU, AUC, calibration: plain numbers from plain arrays. Knows nothing else. */
package sc.fiji.sparsevit.metrics;
