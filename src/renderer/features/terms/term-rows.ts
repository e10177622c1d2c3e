import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartTable } from '../../charts/chart-table.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import type { WordedIntervalRow } from '../../charts/IntervalChart.tsx';

/** The answer to which terms tell a group from the rest. */
export type Distinctive = OperationValue<'terms.distinctive'>;
/** One term of either side. */
export type DistinctiveTerm = Distinctive['ofGroup'][number];
/** Which side a term is listed for. */
export type TermSide = 'group' | 'rest';

const TOLD = 3;
const MOST_GROUP_MARKS = 12;
const MOST_REST_MARKS = 6;
const SMALLEST_RATE = 0.001;

/** How many times more a term is used on the side it speaks for: the odds ratio, or its inverse for the rest. */
export function timesMore(logOdds: number, side: TermSide): number {
  return Math.exp(side === 'group' ? logOdds : -logOdds);
}

/** The finding over the chart, in its three forms; the strongest terms by name. */
export function termsSentence({ ofGroup, ofRest }: Distinctive, voice: ChartVoice): string {
  const named = (terms: readonly DistinctiveTerm[]): string => voice.list(terms.slice(0, TOLD).map(({ term }) => voice.text('terms.quoted', { term })));
  if (ofGroup.length > 0) return voice.text('terms.words.clear', { terms: named(ofGroup) });
  return ofRest.length > 0 ? voice.text('terms.words.onlyRest', { terms: named(ofRest) }) : voice.text('terms.words.notClear');
}

/** The interval of a term's factor as it is read, on the side it speaks for. */
export function timesBetween({ low, high }: DistinctiveTerm, side: TermSide, voice: ChartVoice): string {
  const limits = [timesMore(low, side), timesMore(high, side)].sort((one, other) => one - other);
  return voice.text('terms.words.between', { low: voice.number(limits[0] ?? 1), high: voice.number(limits[1] ?? 1) });
}

/** The rate of false discoveries, never written as zero. */
export function falseRate(q: number, voice: ChartVoice): string {
  return q < SMALLEST_RATE ? voice.text('terms.words.below', { limit: voice.number(SMALLEST_RATE) }) : voice.number(q);
}

/** Marks of the chart: the group's terms first, strongest above, then a few of the others', on one axis. */
export function termRows({ ofGroup, ofRest }: Distinctive, voice: ChartVoice, open: (term: DistinctiveTerm, side: TermSide) => void): WordedIntervalRow[] {
  const row = (side: TermSide) => (term: DistinctiveTerm): WordedIntervalRow => {
    const times = voice.number(timesMore(term.logOdds, side));
    return {
      key: `${side} ${term.key}`,
      label: term.term,
      estimate: term.logOdds,
      low: term.low,
      high: term.high,
      value: voice.text('terms.authors', { count: side === 'group' ? term.authorsIn : term.authorsOut }),
      lines: [
        `${voice.text(side === 'group' ? 'terms.words.timesMore' : 'terms.words.timesLess', { times })}, ${timesBetween(term, side, voice)}`,
        voice.text('terms.words.share', { authors: voice.text('terms.authors', { count: term.authorsIn }), others: voice.count(term.authorsOut) }),
        voice.text('terms.words.falseRate', { q: falseRate(term.q, voice) }),
      ],
      color: side === 'group' ? 'var(--accent)' : 'var(--muted)',
      open: () => open(term, side),
    };
  };
  return [...ofGroup.slice(0, MOST_GROUP_MARKS).map(row('group')), ...ofRest.slice(0, MOST_REST_MARKS).map(row('rest'))];
}

/**
 * Ticks of log odds at doublings, as many as fit.
 * @example doublingTicks({ domain: [0, 1.5], wanted: 4 }).map((value) => Math.exp(value)) // [1, 2, 4]
 */
export function doublingTicks({ domain: [low, high], wanted }: { readonly domain: readonly [number, number]; readonly wanted: number }): number[] {
  const span = (high - low) / Math.LN2;
  if (!(span > 0)) return [];
  const step = Math.max(1, Math.ceil(span / Math.max(1, wanted)));
  const ticks: number[] = [];
  for (let doubling = Math.ceil(low / Math.LN2 / step) * step; doubling * Math.LN2 <= high; doubling += step) ticks.push(doubling === 0 ? 0 : doubling * Math.LN2);
  return ticks;
}

/** A doubling on the axis: ×4 on either side of zero. */
export function tickText(logOdds: number, voice: ChartVoice): string {
  return voice.text('terms.words.multiple', { times: voice.number(Math.round(Math.exp(Math.abs(logOdds)))) });
}

/** Both sides as a table. */
export function termTable(answer: Distinctive, caption: string, voice: ChartVoice): ChartTable {
  const column = (key: string): string => voice.text(`terms.words.column.${key}`);
  const rows = (terms: readonly DistinctiveTerm[], side: TermSide): string[][] => terms.map((term) => [
    term.term, voice.text(side === 'group' ? 'terms.words.more' : 'terms.words.less'), voice.number(timesMore(term.logOdds, side)), timesBetween(term, side, voice), voice.count(term.authorsIn), voice.count(term.authorsOut), falseRate(term.q, voice),
  ]);
  return {
    caption,
    columns: [
      { key: 'term', label: column('term') }, { key: 'side', label: '' }, { key: 'times', label: column('times'), numeric: true }, { key: 'interval', label: column('interval'), numeric: true },
      { key: 'authorsIn', label: column('authorsIn'), numeric: true }, { key: 'authorsOut', label: column('authorsOut'), numeric: true }, { key: 'q', label: column('q'), numeric: true },
    ],
    rows: [...rows(answer.ofGroup, 'group'), ...rows(answer.ofRest, 'rest')],
  };
}
