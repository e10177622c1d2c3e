import type { OperationValue } from '../../contract/operations.ts';
import { INTENTS, REQUEST_INTENTS } from '../../domain/model/codes.ts';
import type { LabelDonor } from '../../domain/reading-check/label-imputation.ts';
import { saidLabels } from '../../domain/reading-check/read-alike.ts';
import { standingDraw } from '../../store/check-queries.ts';
import { allLabelDecisions } from '../../store/label-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { checkedReadings, type CheckedReading } from './checked-reading.ts';
import { CORRECTED_FROM } from './check-status.ts';

/** Why figures are not corrected, or that they are. */
export type CorrectionState = OperationValue<'response.survival'>['correction'];

/** What a correction of response figures rests on; `material` is null where there is none. */
export interface Correction {
  readonly state: CorrectionState;
  readonly material: { readonly donors: readonly LabelDonor[]; readonly labels: readonly string[]; readonly decided: ReadonlySet<number> } | null;
}

/** A checked message as a source of true labels, with its number. */
export type CheckedDonor = LabelDonor & { readonly messageId: number };

/** Checked messages as sources of true labels, whatever the reader took them for; null donors where figures cannot be corrected. */
export interface CheckedDonors {
  readonly state: CorrectionState;
  readonly donors: readonly CheckedDonor[] | null;
}

/** What the reader says of a checked message as it reads today: with the project's layer where one holds. */
type SaidOf = (message: CheckedReading) => CheckedReading['plain'];

async function checkedMessages(project: ProjectDatabase): Promise<{ readonly state: CorrectionState; readonly messages: readonly CheckedReading[]; readonly saidOf: SaidOf }> {
  const saidOf = (adapted: boolean): SaidOf => ({ plain, layered }) => (adapted ? layered : plain);
  if (standingDraw(project) === null) return { state: { available: false, reason: 'not-drawn', labelled: 0, needed: CORRECTED_FROM }, messages: [], saidOf: saidOf(false) };
  const { messages, adapted } = await checkedReadings(project);
  const state = { labelled: messages.length, needed: CORRECTED_FROM };
  return messages.length < CORRECTED_FROM
    ? { state: { ...state, available: false, reason: 'few-checked' }, messages: [], saidOf: saidOf(adapted) }
    : { state: { ...state, available: true, reason: null }, messages, saidOf: saidOf(adapted) };
}

/**
 * The checked messages that the reader took for requests, as sources of true labels for the requests of a project, and the
 * requests whose labels a person gave. Languages are pooled, each message by its weight. None below a hundred labels of the
 * random sample.
 */
export async function responseCorrection(project: ProjectDatabase): Promise<Correction> {
  const { state, messages, saidOf } = await checkedMessages(project);
  if (!state.available) return { state, material: null };
  const requests = new Set<string>(REQUEST_INTENTS);
  const donors = messages.flatMap((message): LabelDonor[] => {
    const { labels, intent } = saidOf(message);
    if (!labels.some((label) => requests.has(label))) return [];
    // as the intents of a request stand: the main one first where it is on
    const said = intent !== null && labels.includes(intent) ? intent : labels[0];
    return said === undefined ? [] : [{ said, truthAll: message.truth.intents, weight: message.weight }];
  });
  const decided = new Set(allLabelDecisions(project).filter(({ intents }) => intents !== null).map(({ messageId }) => messageId));
  return { state, material: { donors, labels: INTENTS, decided } };
}

/**
 * Every checked message as a source of true labels for those that were read alike, for counts in which missed messages come in
 * as wrong ones fall out. Languages are pooled, each message by its weight. None below a hundred labels of the random sample.
 */
export async function checkedDonors(project: ProjectDatabase): Promise<CheckedDonors> {
  const { state, messages, saidOf } = await checkedMessages(project);
  if (!state.available) return { state, donors: null };
  return {
    state, donors: messages.map((message) => {
      const { labels, intent } = saidOf(message);
      const on = INTENTS.filter((label) => labels.includes(label));
      return { messageId: message.messageId, said: saidLabels(intent, on)[0], truthAll: message.truth.intents, weight: message.weight };
    }),
  };
}
