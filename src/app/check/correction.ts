import type { OperationValue } from '../../contract/operations.ts';
import { INTENTS, REQUEST_INTENTS } from '../../domain/model/codes.ts';
import type { LabelDonor } from '../../domain/reading-check/label-imputation.ts';
import { standingDraw } from '../../store/check-queries.ts';
import { allLabelDecisions } from '../../store/label-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { checkedReadings } from './checked-reading.ts';
import { CORRECTED_FROM } from './check-status.ts';

/** Why figures are not corrected, or that they are. */
export type CorrectionState = OperationValue<'response.survival'>['correction'];

/** What a correction of response figures rests on; `material` is null where there is none. */
export interface Correction {
  readonly state: CorrectionState;
  readonly material: { readonly donors: readonly LabelDonor[]; readonly labels: readonly string[]; readonly decided: ReadonlySet<number> } | null;
}

/**
 * The checked messages that the reader took for requests, as sources of true labels for the requests of a project, and the
 * requests whose labels a person gave. Languages are pooled, each message by its weight. None below a hundred labels of the
 * random sample.
 */
export async function responseCorrection(project: ProjectDatabase): Promise<Correction> {
  if (standingDraw(project) === null) return { state: { available: false, reason: 'not-drawn', labelled: 0, needed: CORRECTED_FROM }, material: null };
  const { messages, adapted } = await checkedReadings(project);
  const state = { labelled: messages.length, needed: CORRECTED_FROM };
  if (messages.length < CORRECTED_FROM) return { state: { ...state, available: false, reason: 'few-checked' }, material: null };
  const requests = new Set<string>(REQUEST_INTENTS);
  const donors = messages.flatMap(({ plain, layered, truth, weight }): LabelDonor[] => {
    const { labels, intent } = adapted ? layered : plain;
    if (!labels.some((label) => requests.has(label))) return [];
    // as the intents of a request stand: the main one first where it is on
    const said = intent !== null && labels.includes(intent) ? intent : labels[0];
    return said === undefined ? [] : [{ said, truthAll: truth.intents, weight }];
  });
  const decided = new Set(allLabelDecisions(project).filter(({ intents }) => intents !== null).map(({ messageId }) => messageId));
  return { state: { ...state, available: true, reason: null }, material: { donors, labels: INTENTS, decided } };
}
