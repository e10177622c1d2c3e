import type { OperationValue } from '../../contract/operations.ts';
import type { ChartVoice } from './chart-voice.ts';
import type { IntervalRow } from './interval-rows.ts';

/** What the sceptic found of a figure. */
export type ScepticFound = OperationValue<'findings.challenge'>;
/** What a figure is measured in. */
export type ScepticUnit = 'seconds' | 'seconds-difference' | 'share' | 'share-difference' | 'count' | 'points';
type Variation = ScepticFound['variations'][number];

/** Most rows of the chart: the changes that move the figure most. */
const MOST_ROWS = 14;

/** A value as the sceptic writes it; the lead of a zone is a share. */
export function scepticNumber(value: number, unit: ScepticUnit, { measures }: Pick<ScepticFound, 'measures'>, voice: ChartVoice): string {
  if (unit === 'seconds') return voice.duration(value);
  if (unit === 'seconds-difference') return `${value < 0 ? '−' : '+'}${voice.duration(Math.abs(value))}`;
  if (measures === 'lead' || unit === 'share-difference') return `${value < 0 ? '−' : '+'}${voice.percent(Math.abs(value))}`;
  return unit === 'share' ? voice.percent(value) : voice.number(value);
}

/** The name of a change; that of a weight with its rule. */
export function changeName({ change, rule }: Pick<Variation, 'change' | 'rule'>, voice: ChartVoice): string {
  const name = voice.text(`sceptic.change.${change}`);
  return rule === null ? name : voice.text('sceptic.ofRule', { rule: voice.text(`tribes.rules.${rule}`), change: name });
}

/** A row of the chart: a change, or everything at once, as the distance from the value at which the sentence is false. */
export interface ScepticRow extends IntervalRow {
  readonly label: string;
  readonly words: string;
  readonly standing: string;
}

/**
 * Rows of the chart, measured from the threshold: the figure of today, the changes from the one that moves it most, everything
 * at once. `left` is how many changes have no row.
 */
export function scepticRows(found: ScepticFound, unit: ScepticUnit, voice: ChartVoice): { readonly rows: ScepticRow[]; readonly left: number } {
  const { now, distance, variations, joint } = found;
  if (now?.estimate == null || distance === null) return { rows: [], left: 0 };
  const base = now.estimate;
  const { threshold } = distance;
  const from = (value: number | null): number | null => (value === null ? null : value - threshold);
  const figure = (estimate: number | null): string => (estimate === null ? voice.text('sceptic.noFigure') : scepticNumber(estimate, unit, found, voice));
  const row = (key: string, label: string, { estimate, low, high }: Pick<Variation, 'estimate' | 'low' | 'high'>, standing: string): ScepticRow => ({ key, label, estimate: from(estimate), low: from(low), high: from(high), words: figure(estimate), standing });
  const sorted = [...variations].sort((one, other) => Math.abs((other.estimate ?? base) - base) - Math.abs((one.estimate ?? base) - base));
  const shown = sorted.slice(0, MOST_ROWS);
  return {
    left: sorted.length - shown.length,
    rows: [
      row('today', voice.text('sceptic.today'), now, ''),
      ...shown.map((varied) => row(`${varied.change} ${varied.rule ?? ''}`, changeName(varied, voice), varied, voice.text(`sceptic.standing.${varied.standing}`))),
      ...(joint === null || joint.low === null || joint.high === null ? [] : [row('joint', voice.text('sceptic.everything'), { estimate: joint.median, low: joint.low, high: joint.high }, '')]),
    ],
  };
}

/** What would falsify the sentence and how far the data are from it; null where it claims nothing. */
export function thresholdWords(found: ScepticFound, unit: ScepticUnit, voice: ChartVoice): string | null {
  const { claim, distance } = found;
  if (claim === null || distance === null) return null;
  const number = (value: number | null): string => (value === null ? '' : scepticNumber(value, unit, found, voice));
  const far = unit === 'seconds' || unit === 'seconds-difference' ? voice.duration(distance.distance) : unit === 'share' || unit === 'share-difference' ? voice.percent(distance.distance) : voice.number(distance.distance);
  const away = distance.errors === null ? voice.text('sceptic.distance', { distance: far }) : voice.text('sceptic.distanceErrors', { distance: far, errors: voice.number(distance.errors) });
  return `${voice.text(`sceptic.threshold.${claim.kind}`, { low: number(claim.low), high: number(claim.high) })} ${away}`;
}

/** How much to trust the sentence, with the counts the rule rests on and what it depends on. */
export function verdictWords({ verdict, variations, joint }: ScepticFound, voice: ChartVoice): string {
  const failing = variations.filter(({ standing }) => standing === 'fails' || standing === 'gone').map((varied) => changeName(varied, voice));
  const which = failing.length === 0 ? voice.text('sceptic.jointOnly') : voice.list(failing.slice(0, 4));
  const both = joint === null ? '' : voice.text('sceptic.joint', { held: voice.count(joint.held), draws: voice.count(joint.draws) });
  return voice.text(`sceptic.verdict.${verdict.level}`, { held: voice.count(verdict.held), tried: voice.count(verdict.tried), joint: both, which });
}

/** Round steps of an axis of distances from the threshold, for figures other than waits. */
export function evenSteps({ domain: [low, high], wanted }: { readonly domain: readonly [number, number]; readonly wanted: number }): number[] {
  const rough = (high - low) / Math.max(1, wanted);
  if (!(rough > 0)) return [0];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.max(0, Math.floor(high / step) - first + 1) }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}
