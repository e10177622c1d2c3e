import type { PromiseFound } from '../domain/model/reading.ts';
import type { Analysis, Sentence } from './analysis.ts';
import { dueExpression } from './due-expression.ts';
import { dueAfterSeconds } from './due-time.ts';
import type { Lexicon } from './lexicon.ts';
import type { PhraseHit } from './phrase-matcher.ts';

const MOST_CLAUSE_TOKENS = 30;

const commitmentIn = (sentenceIndex: number, analysis: Analysis, hits: readonly PhraseHit[], lexicon: Lexicon): PhraseHit | null => {
  const here = hits.filter((hit) => hit.sentence === sentenceIndex);
  const refused = here.filter((hit) => hit.theme === 'not-commitment');
  const candidates = here.filter((hit) => hit.theme === 'commitment'
    && !refused.some((other) => other.first < hit.end && hit.first < other.end)
    && !analysis.tokens.slice(hit.first, hit.end).some((token) => lexicon.negators.has(token.form)));
  return candidates.toSorted((a, b) => a.first - b.first || b.end - a.end)[0] ?? null;
};

const clauseEnd = (analysis: Analysis, sentence: Sentence, from: number): number => {
  let end = Math.min(sentence.end, from + MOST_CLAUSE_TOKENS);
  while (end > from && analysis.tokens[end - 1]?.kind === 'punctuation') end -= 1;
  return end;
};

/**
 * Commitments in a brand's message, at most one per sentence, with the time each names. Questions, offers of ability
 * ("we can help"), wishes and negated sentences are none. Offsets are into the text as given.
 */
export function promisesIn(input: { readonly text: string; readonly analysis: Analysis; readonly hits: readonly PhraseHit[]; readonly lexicon: Lexicon; readonly atMs: number | undefined; readonly timeZone: string | undefined }): PromiseFound[] {
  const { text, analysis, hits, lexicon } = input;
  const found: PromiseFound[] = [];
  analysis.sentences.forEach((sentence, index) => {
    if (sentence.question) return;
    const commitment = commitmentIn(index, analysis, hits, lexicon);
    if (commitment === null) return;
    const due = dueExpression(analysis, hits, sentence, lexicon.promises);
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
