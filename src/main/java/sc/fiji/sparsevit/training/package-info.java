/**
 * Trainer, schedule, augmentation and forgery synthesis. Knows the network, checkpoints, images,
 * metrics and evaluation's data sets.
 */
package sc.fiji.sparsevit.training;
