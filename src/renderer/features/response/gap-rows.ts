import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartTable } from '../../charts/chart-table.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { findingSentence, peopleByIntent, signedWait } from '../../../domain/wording/finding-sentence.ts';
import { intentStyle } from '../../charts/intent-style.ts';
import type { WordedIntervalRow } from '../../charts/IntervalChart.tsx';

/** The listening gaps as the engine gives them. */
export type Gaps = OperationValue<'response.gaps'>;
/** One listening gap as the engine gives it. */
export type Gap = Gaps['gaps'][number];

/** The form in which a gap can be told. */
export function gapForm({ tooFew, gapSeconds, low, high }: Gap): 'clear' | 'not-clear' | 'too-few' {
  if (tooFew || gapSeconds === null || low === null || high === null) return 'too-few';
  return low > 0 || high < 0 ? 'clear' : 'not-clear';
}

/** The gap that the room's title tells: the widest clear one, else the widest unclear one, else the one with most cases; null without any. */
export function tellingGap({ gaps }: Gaps): Gap | null {
  const rank = { clear: 2, 'not-clear': 1, 'too-few': 0 } as const;
  const width = (gap: Gap): number => (gapForm(gap) === 'too-few' ? gap.n : Math.abs(gap.gapSeconds ?? 0));
  return gaps.reduce<Gap | null>((best, gap) => {
    if (best === null) return gap;
    const difference = rank[gapForm(gap)] - rank[gapForm(best)];
    return difference > 0 || (difference === 0 && width(gap) > width(best)) ? gap : best;
  }, null);
}

/** A gap as a sentence about people. */
export function gapSentence(gap: Gap | null, { reference, referenceN, referenceTooFew, horizonSeconds }: Gaps, voice: ChartVoice): string {
  if (gap === null || reference === null) return voice.text('response.gap.noReference');
  if (referenceTooFew) return voice.text(referenceN === 0 ? 'response.gap.referenceMissing' : 'response.gap.referenceTooFew', { reference: peopleByIntent(reference, voice), n: voice.count(referenceN) });
  const { intent, gapSeconds, low, high, n } = gap;
  return findingSentence({ rule: 'response.gap', form: gapForm(gap), n, values: { intent, reference, gapSeconds, low, high, horizonSeconds } }, voice);
}

/** Requests from which a gap is told, on either side of it. */
const LEAST_REQUESTS = 20;

/** Why a gap has no number: its own cases are too few, or those of the reference are. */
export function fewText({ n }: Pick<Gap, 'n'>, { referenceN, referenceTooFew }: Pick<Gaps, 'referenceN' | 'referenceTooFew'>, voice: ChartVoice): string {
  if (!referenceTooFew || n < LEAST_REQUESTS) return voice.text('response.gap.few', { n: voice.count(n) });
  return voice.text(referenceN === 0 ? 'response.gap.fewReferenceNone' : 'response.gap.fewReference', { n: voice.count(referenceN) });
}

/** Everything written about a gap beside its mark. */
export function gapLines(gap: Gap, gaps: Gaps, voice: ChartVoice): string[] {
  const { horizonSeconds } = gaps;
  const { n, authors, low, high, restrictedMeanSeconds, stillWaitingShare, meanOfAnswersSeconds, answers, dominantAuthor, tooFew } = gap;
  if (tooFew) return [fewText(gap, gaps, voice), voice.text('response.gap.cases', { n: voice.count(n), authors: voice.count(authors ?? 0) })].slice(0, authors === null ? 1 : 2);
  const lines: string[] = [];
  if (low !== null && high !== null) lines.push(voice.text('response.gap.interval', { low: signedWait(low, voice), high: signedWait(high, voice) }));
  if (restrictedMeanSeconds !== null) lines.push(voice.text('response.gap.mean', { horizon: voice.duration(horizonSeconds), wait: voice.duration(restrictedMeanSeconds) }));
  if (stillWaitingShare !== null) lines.push(voice.text('response.gap.waiting', { share: voice.inHundred(stillWaitingShare) }));
  if (meanOfAnswersSeconds !== null) lines.push(voice.text('response.gap.published', { wait: voice.duration(meanOfAnswersSeconds), answers: voice.count(answers ?? 0) }));
  lines.push(voice.text('response.gap.cases', { n: voice.count(n), authors: voice.count(authors ?? 0) }));
  if (dominantAuthor) lines.push(voice.text('response.gap.dominant'));
  return lines;
}

/** Rows of the dot-and-interval chart, the longest extra wait first. The hollow tick is the gap that the usual mean would show. */
export function gapRows(gaps: Gaps, voice: ChartVoice, open: (gap: Gap) => void): WordedIntervalRow[] {
  const { referenceMeanOfAnswersSeconds } = gaps;
  return [...gaps.gaps]
    .sort((a, b) => (b.gapSeconds ?? -Infinity) - (a.gapSeconds ?? -Infinity))
    .map((gap) => {
      const few = gapForm(gap) === 'too-few';
      const usual = gap.meanOfAnswersSeconds === null || referenceMeanOfAnswersSeconds === null ? null : gap.meanOfAnswersSeconds - referenceMeanOfAnswersSeconds;
      return {
        key: gap.intent,
        label: voice.text(`codes.intent.${gap.intent}`),
        estimate: few ? null : gap.gapSeconds,
        low: few ? null : gap.low,
        high: few ? null : gap.high,
        beside: few ? null : usual,
        value: few || gap.gapSeconds === null ? fewText(gap, gaps, voice) : signedShort(gap.gapSeconds, voice),
        lines: gapLines(gap, gaps, voice),
        color: intentStyle(gap.intent).color,
        open: () => open(gap),
      };
    });
}

function signedShort(seconds: number, voice: ChartVoice): string {
  return `${seconds < 0 ? '−' : '+'}${voice.shortDuration(Math.abs(seconds))}`;
}

/** The gaps as a table. */
export function gapTable(gaps: Gaps, caption: string, voice: ChartVoice): ChartTable {
  const column = (key: string): string => voice.text(`response.gap.column.${key}`);
  const signed = (seconds: number | null): string => (seconds === null ? '–' : signedWait(seconds, voice));
  const wait = (seconds: number | null): string => (seconds === null ? '–' : voice.duration(seconds));
  return {
    caption,
    columns: [
      { key: 'who', label: column('who') }, { key: 'gap', label: column('gap'), numeric: true }, { key: 'low', label: column('low'), numeric: true }, { key: 'high', label: column('high'), numeric: true },
      { key: 'mean', label: column('mean'), numeric: true }, { key: 'published', label: column('published'), numeric: true }, { key: 'n', label: column('n'), numeric: true }, { key: 'authors', label: column('authors'), numeric: true },
    ],
    rows: gaps.gaps.map((gap) => {
      const few = gapForm(gap) === 'too-few';
      return [
        peopleByIntent(gap.intent, voice),
        few ? fewText(gap, gaps, voice) : signed(gap.gapSeconds),
        few ? '–' : signed(gap.low), few ? '–' : signed(gap.high), few ? '–' : wait(gap.restrictedMeanSeconds), few ? '–' : wait(gap.meanOfAnswersSeconds),
        voice.count(gap.n), gap.authors === null ? '–' : voice.count(gap.authors),
      ];
    }),
  };
}
