import type { EvidenceSpan } from '../domain/model/reading.ts';
import type { Act, Intent, Sentiment } from '../domain/model/codes.ts';
import type { Analysis } from './analysis.ts';
import type { Evidence } from './evidence.ts';

const MOST_SPANS_EACH = 3;

// Themes whose hits explain a label, in order of preference.
const THEMES: Readonly<Record<Intent | Act | Sentiment, readonly string[]>> = {
  information: ['information', 'placed-order', 'question-word'], trouble: ['trouble', 'sarcasm', 'follow-up', 'negative'], idea: ['idea'],
  purchase: ['purchase'], praise: ['praise', 'solved', 'thanks', 'positive'], recommendation: ['avoid', 'recommend'], help: ['help'], decision: ['decision'],
  contest: ['contest'], other: [], answer: ['answer'], care: ['care'], ask: ['ask'], acknowledge: ['acknowledge'], promise: [], deflect: ['deflect'],
  template: [], promotion: ['promotion'], content: ['content'], personal: ['personal'], negative: ['negative', 'trouble'], neutral: [], positive: ['positive', 'praise', 'thanks'],
};

/** Spans of the strongest hits behind each label, or the whole written part of the text when a label rests on its shape alone. */
export function evidenceSpans(codes: readonly (Intent | Act | Sentiment)[], evidence: Evidence, analysis: Analysis): EvidenceSpan[] {
  const start = analysis.tokens[0]?.start ?? 0;
  const end = analysis.tokens.at(-1)?.end ?? 0;
  return codes.flatMap((code): EvidenceSpan[] => {
    const theme = THEMES[code].find((name) => evidence.hits(name).length > 0);
    if (theme === undefined) return [{ code, start, end }];
    return evidence.hits(theme).slice(0, MOST_SPANS_EACH).map((hit) => ({ code, start: analysis.tokens[hit.first]?.start ?? start, end: analysis.tokens[hit.end - 1]?.end ?? end }));
  });
}
