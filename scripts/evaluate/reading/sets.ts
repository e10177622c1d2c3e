import { complaintSets } from './complaint-sets.ts';
import { dialogueSets } from './dialogue-sets.ts';
import { goldSets } from './gold-sets.ts';
import { ownSets } from './own-sets.ts';
import { likeliestPolarity, type PolarityOf } from './polarity.ts';
import { questionSets } from './question-sets.ts';
import { sentimentSets } from './sentiment-sets.ts';
import type { EvaluationSet } from './task.ts';

/**
 * Every set of the evaluation, the project's own first. Whether something that ships has learned from a set is its own property
 * (`usedForTraining`): such a set is listed and not scored. `polarityOf` turns a reading into the two sides of the official polarity.
 */
export function evaluationSets({ polarityOf = likeliestPolarity }: { readonly polarityOf?: PolarityOf } = {}): readonly EvaluationSet[] {
  return [...ownSets, ...goldSets, ...complaintSets, ...sentimentSets(polarityOf), ...questionSets, ...dialogueSets];
}
