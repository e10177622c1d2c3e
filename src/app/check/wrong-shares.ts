import type { OperationValue } from '../../contract/operations.ts';
import { REQUEST_INTENTS, type Intent } from '../../domain/model/codes.ts';
import { FEWEST_CHECKED, FEWEST_OF_A_LABEL } from '../../domain/reading-check/check-scores.ts';
import { NO_SCORE, weightedShare } from '../../domain/reading-check/weighted-share.ts';
import type { TrustPart } from '../../domain/trust/trust-part.ts';
import type { ValueRuleCode } from '../../domain/model/value-codes.ts';
import { standingDraw } from '../../store/check-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { checkedReadings } from './checked-reading.ts';

/** Share of what rests on a label that is expected to be wrong, with its interval or why there is none. */
export type WrongShare = NonNullable<OperationValue<'value.books'>['rules'][number]['reading']>;

/** The labels that a rule of the ledger rests on: one of them must be on. Rules that rest on none, or on thanks and tags, are absent. */
export const RULE_LABELS: Readonly<Partial<Record<ValueRuleCode, readonly Intent[]>>> = {
  'question-answered': ['information', 'purchase', 'decision'], 'peer-help': ['help'], idea: ['idea'], 'fault-report': ['trouble'], review: ['praise'],
  recommendation: ['recommendation'], 'contest-entry': ['contest'], discount: ['purchase'],
};

/** The labels that a part of trust rests on; parts that rest on none are absent. */
export const PART_LABELS: Readonly<Partial<Record<TrustPart['part'], readonly Intent[]>>> = { reciprocity: REQUEST_INTENTS, care: REQUEST_INTENTS, advocacy: ['recommendation'] };

/** Answers how much of what rests on one of some labels is expected to be wrong. */
export type WrongShares = (labels: readonly Intent[]) => WrongShare;

/**
 * Wrong shares from the labelled random sample: of the messages that the reader gives one of the labels, those to which a person
 * gives none of them, weighted. Below fifty checked messages or ten with the label there is no figure, but a reason.
 */
export async function wrongShares(project: ProjectDatabase): Promise<WrongShares> {
  if (standingDraw(project) === null) return () => ({ n: 0, estimate: null, low: null, high: null, reason: 'not-drawn' });
  const { messages, adapted } = await checkedReadings(project);
  return (labels) => {
    const wanted = new Set<string>(labels);
    const said = messages.filter(({ plain, layered }) => (adapted ? layered : plain).labels.some((label) => wanted.has(label)));
    const reason = messages.length < FEWEST_CHECKED ? 'few-checked' : said.length < FEWEST_OF_A_LABEL ? 'few-of-label' : null;
    const share = reason === null ? weightedShare(said.map(({ weight, truth }) => ({ weight, holds: !truth.intents.some((intent) => wanted.has(intent)) }))) : NO_SCORE;
    return { n: said.length, ...share, reason };
  };
}
