import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

/** How alike the programmes of brands are. */
export type Sameness = OperationValue<'strategy.sameness'>;
/** Two programmes held against each other. */
export type ProgrammePair = Sameness['pairs'][number];
type Drilled = Sameness['brands'][number]['again'];

/** A distance with two decimals' worth of words: 0.37. */
export function distanceWords(distance: number, voice: ChartVoice): string {
  return voice.number(Math.round(distance * 100) / 100);
}

/** The pairs of the first brand (the own one where there is one), the nearest first; those that cannot be told last. */
export function leadingPairs({ pairs, brands }: Sameness): ProgrammePair[] {
  const first = brands[0]?.brand;
  return pairs.filter(({ one, other }) => one === first || other === first).toSorted((one, other) => (one.distance.estimate ?? 2) - (other.distance.estimate ?? 2));
}

/** The sentence of the view: which programme is nearest, or why there is none to compare with. */
export function samenessTitle(value: Sameness, voice: ChartVoice): string {
  if (value.brands.length === 0) return voice.text('sameness.title.none');
  if (value.brands.length === 1) return voice.text('sameness.title.one');
  const [nearest] = leadingPairs(value);
  if (nearest?.distance.estimate == null) return voice.text('sameness.title.few');
  const { estimate, low, high, chanceHigh, differs } = nearest.distance;
  if (chanceHigh === null) return voice.text('sameness.title.later', { one: nearest.one, other: nearest.other, distance: distanceWords(estimate, voice) });
  if (!differs) return voice.text('sameness.title.same', { one: nearest.one, other: nearest.other });
  return voice.text('sameness.title.near', { one: nearest.one, other: nearest.other, distance: distanceWords(estimate, voice), low: low === null ? '–' : distanceWords(low, voice), high: high === null ? '–' : distanceWords(high, voice) });
}

/** What stands in the card of a pair: distance, chance, what is compared and what is not, and where they differ most. */
export function pairLines({ one, distance: { estimate, low, high, chance, chanceHigh }, n, apart, gaps }: ProgrammePair, voice: ChartVoice): string[] {
  const compared = voice.text('sameness.pairOf', { a: voice.count(n[0]), b: voice.count(n[1]) });
  const left = apart[0] + apart[1] === 0 ? [] : [voice.text('sameness.apart', { a: voice.count(apart[0]), b: voice.count(apart[1]) })];
  if (estimate === null) return [voice.text('sameness.tooFew'), compared, ...left];
  return [
    ...(low === null || high === null ? [] : [voice.text('sameness.range', { distance: distanceWords(estimate, voice), low: distanceWords(low, voice), high: distanceWords(high, voice) })]),
    ...(chance === null || chanceHigh === null ? [] : [voice.text('sameness.chance', { chance: distanceWords(chance, voice), high: distanceWords(chanceHigh, voice) })]),
    compared, ...left,
    ...gaps.slice(0, 2).filter(({ difference }) => Math.abs(difference) >= 0.005).map(({ act, difference }) => voice.text(difference > 0 ? 'sameness.gap' : 'sameness.gapLess', { one, act: voice.text(`codes.act.${act}`), points: voice.count(Math.round(Math.abs(difference) * 100)) })),
  ];
}

/** A share as it may be told. */
export function drilledWords({ share: { k, n, estimate, low, high } }: Drilled, voice: ChartVoice): string {
  return estimate === null || low === null || high === null
    ? voice.text('sameness.kOfN', { k: voice.count(k), n: voice.count(n) })
    : voice.text('sameness.inHundred', { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high) });
}

const MOST_NAMED = 8;

/** Brands that are not compared, by name as far as they can be listed. */
export function fewWords({ few, least }: Sameness, voice: ChartVoice): string | null {
  if (few.length === 0) return null;
  const named = few.slice(0, MOST_NAMED).map(({ brand, messages }) => voice.text('sameness.fewOne', { brand, n: voice.count(messages) }));
  const more = few.length - named.length;
  return voice.text('sameness.few', { least: voice.count(least), list: voice.list([...named, ...(more > 0 ? [voice.text('sameness.fewMore', { count: more })] : [])]) });
}
