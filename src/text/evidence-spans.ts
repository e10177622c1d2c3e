import type { Act, Intent, Sentiment } from '../domain/model/codes.ts';
import type { EvidenceSpan } from '../domain/model/reading.ts';
import type { ReadText } from './text-reader.ts';

const MOST_SPANS_EACH = 3;

/** Themes of the lexicons whose hits explain a label, in order of preference. */
export const LABEL_THEMES: Readonly<Record<Intent | Act | Sentiment, readonly string[]>> = {
  information: ['information', 'placed-order', 'question-word'], trouble: ['trouble', 'sarcasm', 'follow-up', 'negative'], idea: ['idea'],
  purchase: ['purchase'], praise: ['praise', 'solved', 'thanks', 'positive'], recommendation: ['avoid', 'recommend'], help: ['help'], decision: ['decision'],
  contest: ['contest'], other: [], answer: ['answer'], care: ['care'], ask: ['ask'], acknowledge: ['acknowledge'], promise: [], deflect: ['deflect'],
  template: [], promotion: ['promotion'], content: ['content'], personal: ['personal'], negative: ['negative', 'trouble'], neutral: [], positive: ['positive', 'praise', 'thanks'],
};

/**
 * Where each label comes from: the rules of the project's own that set it, else the strongest hits of the reader's rules,
 * else the words that pull most towards it in the model; the whole written part when it rests on the shape of the text.
 */
export function evidenceSpans(codes: readonly (Intent | Act | Sentiment)[], found: ReadText): EvidenceSpan[] {
  const { analysis, evidence, ownRules } = found;
  const start = analysis.tokens[0]?.start ?? 0;
  const end = analysis.tokens.at(-1)?.end ?? 0;
  return codes.flatMap((code): EvidenceSpan[] => {
    const own = ownRules.filter((hit) => hit.code === code && hit.on);
    if (own.length > 0) return own.slice(0, MOST_SPANS_EACH).map((hit) => ({ code, start: hit.start, end: hit.end }));
    const theme = LABEL_THEMES[code].find((name) => evidence.hits(name).length > 0);
    if (theme !== undefined) return evidence.hits(theme).slice(0, MOST_SPANS_EACH).map((hit) => ({ code, start: analysis.tokens[hit.first]?.start ?? start, end: analysis.tokens[hit.end - 1]?.end ?? end }));
    if (code === 'other') return [{ code, start, end }];
    const words = found.words(code);
    return words.length === 0 ? [{ code, start, end }] : words.map((word) => ({ code, start: word.start, end: word.end }));
  });
}
