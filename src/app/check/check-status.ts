import type { OperationValue } from '../../contract/operations.ts';
import { FEWEST_CHECKED } from '../../domain/reading-check/check-scores.ts';
import { drawPopulation, sampledMessages, standingDraw } from '../../store/check-queries.ts';
import { allLabelDecisions, LABEL_ORIGINS, type LabelDecision, type LabelOrigin } from '../../store/label-queries.ts';
import { layerVersionInForce } from '../../store/reading-layer-queries.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/** Labels of the random sample from which the reading counts as checked. */
export const CHECKED_FROM = 150;
/** Labels of the random sample from which figures are corrected for what the reader mistakes. */
export const CORRECTED_FROM = 100;

/** How far the check has come. */
export type CheckStatus = OperationValue<'reading.status'>;

/** Labels by how they came about. */
export function labelsByOrigin(decisions: readonly Pick<LabelDecision, 'origin'>[]): Record<LabelOrigin, number> {
  const counts = { correction: 0, sample: 0, proposal: 0, file: 0 };
  for (const { origin } of decisions) if (LABEL_ORIGINS.includes(origin)) counts[origin] += 1;
  return counts;
}

/** How far the check of the reading has come in a project. `counted`: with the messages that a draw would be made from today, which takes a pass over all of them. */
export function checkStatus(project: ProjectDatabase, { counted = false }: { readonly counted?: boolean } = {}): CheckStatus {
  const sample = sampledMessages(project);
  const labelled = sample.filter(({ decision }) => decision !== null).length;
  const skipped = sample.filter(({ decision, skippedMs, messageId }) => decision === null && messageId !== null && skippedMs !== null).length;
  const missing = sample.filter(({ messageId }) => messageId === null).length;
  const draw = standingDraw(project);
  return {
    checked: labelled >= CHECKED_FROM, drawn: sample.length, labelled, skipped, missing, left: sample.length - labelled - skipped - missing,
    neededToCheck: CHECKED_FROM, neededToScore: FEWEST_CHECKED, neededToCorrect: CORRECTED_FROM,
    draw: draw === null ? null : { seed: draw.seed, population: draw.population, atMs: draw.atMs },
    population: counted ? cachedAnswer(project, { name: 'draw-population', input: {} }, () => drawPopulation(project).population) : null, labels: labelsByOrigin(allLabelDecisions(project)), layerVersion: layerVersionInForce(project),
  };
}
