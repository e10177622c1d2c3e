import type { PromiseFound } from '../domain/model/reading.ts';
import type { Analysis, PreparedText, Sentence } from './analysis.ts';
import { dueExpression } from './due-expression.ts';
import { dueAfterSeconds } from './due-time.ts';
import type { Lexicon } from './lexicon.ts';
import type { PhraseHit } from './phrase-matcher.ts';

const MOST_CLAUSE_TOKENS = 30;
// A negation this close before a verb and its pronouns denies it ("non te lo mandiamo").
const NEGATION_LOOK_BACK = 1;

type Due = ReturnType<typeof dueExpression>;

const overlaps = (a: PhraseHit, b: PhraseHit): boolean => a.first < b.end && b.first < a.end;

const isDenied = (hit: PhraseHit, analysis: Analysis, lexicon: Lexicon): boolean =>
  analysis.tokens.slice(Math.max(0, hit.first - NEGATION_LOOK_BACK), hit.end).some((token) => lexicon.negators.has(token.form));

/**
 * Whether a commitment waits for something the customer has yet to do: the request stands before it ("write to us and
 * we will check"), or a condition anywhere in the sentence, or the sentence before asks and this one only says that
 * somebody will look. An act that goes on meanwhile waits for nothing.
 */
const waitsForCustomer = (candidate: PhraseHit, here: readonly PhraseHit[], before: readonly PhraseHit[]): boolean => {
  const has = (theme: string): boolean => here.some((hit) => hit.theme === theme);
  if (has('own-pace')) return false;
  return has('customer-condition')
    || here.some((hit) => hit.theme === 'customer-move' && hit.first < candidate.first)
    || (before.some((hit) => hit.theme === 'customer-move') && here.some((hit) => hit.theme === 'looking' && overlaps(hit, candidate)));
};

const commitmentIn = (here: readonly PhraseHit[], before: readonly PhraseHit[], analysis: Analysis, due: Due, lexicon: Lexicon): PhraseHit | null => {
  const refused = here.filter((hit) => hit.theme === 'not-commitment');
  const routine = here.some((hit) => hit.theme === 'routine');
  const timed = due !== null && due.due.kind !== 'vague';
  const candidates = here.filter((hit) => (hit.theme === 'commitment' || (hit.theme === 'commitment-when-due' && due !== null && !routine))
    && !refused.some((other) => overlaps(other, hit))
    && !isDenied(hit, analysis, lexicon)
    && (timed || !waitsForCustomer(hit, here, before)));
  return candidates.toSorted((a, b) => a.first - b.first || b.end - a.end)[0] ?? null;
};

const clauseEnd = (analysis: Analysis, sentence: Sentence, from: number): number => {
  let end = Math.min(sentence.end, from + MOST_CLAUSE_TOKENS);
  while (end > from && analysis.tokens[end - 1]?.kind === 'punctuation') end -= 1;
  return end;
};

/** Share of the written text that its commitments take, 0 to 1. */
export function promisedShare(promises: readonly PromiseFound[], prepared: PreparedText): number {
  const units = promises.reduce((sum, promise) => sum + promise.end - promise.start, 0);
  return Math.min(1, units / Math.max(1, prepared.clean.trim().length));
}

/**
 * Commitments in a brand's message, at most one per sentence, with the time each names. Questions, offers of ability
 * ("we can help"), wishes, habits and negated sentences are none; nor, in Italian, is what waits for the customer's
 * move and names no time. Offsets are into the text as given.
 */
export function promisesIn(input: { readonly text: string; readonly analysis: Analysis; readonly hits: readonly PhraseHit[]; readonly lexicon: Lexicon; readonly atMs: number | undefined; readonly timeZone: string | undefined }): PromiseFound[] {
  const { text, analysis, hits, lexicon } = input;
  const found: PromiseFound[] = [];
  let before: readonly PhraseHit[] = [];
  analysis.sentences.forEach((sentence, index) => {
    const here = hits.filter((hit) => hit.sentence === index);
    const previous = before;
    before = here;
    if (sentence.question || here.length === 0) return;
    const due = dueExpression(analysis, hits, sentence, lexicon.promises);
    const commitment = commitmentIn(here, previous, analysis, due, lexicon);
    if (commitment === null) return;
    const first = due === null ? commitment.first : Math.min(commitment.first, due.first);
    const last = analysis.tokens[clauseEnd(analysis, sentence, commitment.first) - 1];
    const start = analysis.tokens[first]?.start ?? 0;
    const end = Math.max(last?.end ?? start, analysis.tokens[(due?.end ?? 1) - 1]?.end ?? 0);
    const dueStart = due === null ? null : analysis.tokens[due.first]?.start ?? null;
    const dueEnd = due === null ? null : analysis.tokens[due.end - 1]?.end ?? null;
    found.push({
      start, end, text: text.slice(start, end),
      dueText: dueStart === null || dueEnd === null ? null : text.slice(dueStart, dueEnd),
      dueAfterSeconds: due === null ? null : dueAfterSeconds(due.due, input.atMs, input.timeZone),
    });
  });
  return found;
}
