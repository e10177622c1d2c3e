import type { OperationValue } from '../../../contract/operations.ts';
import type { WordedColumn } from '../../charts/EstimateColumns.tsx';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { tribeColorAt } from '../../charts/intent-style.ts';
import { quarterName } from '../../charts/quarter-name.ts';
import { tieNumber } from '../../charts/tie-number.ts';
import { tribeName } from '../../charts/tribe-name.ts';

/** The parts as the engine gives them. */
export type TrustParts = OperationValue<'trust.parts'>;
/** One group with its parts. */
export type TrustTribe = TrustParts['tribes'][number];
/** One part of one group. */
export type TrustPartValue = TrustTribe['parts'][number];
/** A part's code. */
export type PartCode = TrustPartValue['part'];
/** A row of the screen: a part, or reciprocity among people. */
export type RowCode = PartCode | 'among';

/** The five parts, in the order of the screen; reciprocity among people stands under reciprocity with the brand. */
export const PART_ORDER = ['promises', 'reciprocity', 'tie-strength', 'care', 'advocacy'] as const satisfies readonly PartCode[];
/** The lenses by which tribes are put into columns. */
export const TRUST_LENSES = ['value', 'roles', 'interests', 'communities'] as const;
export type TrustLens = (typeof TRUST_LENSES)[number];

/** Tribes that have a column at once; the others stand in the table. */
export const MOST_COLUMNS = 7;
const LEAST_PEOPLE = 5;

type Named = Pick<TrustTribe, 'tribe' | 'lens' | 'name' | 'title'>;

/** The name of a group: everybody, the name a person gave a tribe, or its code in the lens's words. */
export function groupName({ tribe, lens, ...named }: Named, voice: ChartVoice): string {
  return lens === 'all' ? voice.text('trust.everybody') : tribeName({ id: tribe, lens, ...named }, voice);
}

/** Groups of a lens that can have figures, everybody first, largest next, and those that are too small or one too many. */
export function groupsOfLens(tribes: readonly TrustTribe[], lens: TrustLens): { readonly shown: TrustTribe[]; readonly small: TrustTribe[]; readonly further: TrustTribe[] } {
  const own = tribes.filter((tribe) => tribe.lens === lens && !tribe.hidden);
  const large = own.filter(({ size }) => size >= LEAST_PEOPLE);
  const kept = new Set([...large].sort((one, other) => other.size - one.size).slice(0, MOST_COLUMNS));
  return { shown: [...tribes.filter((tribe) => tribe.lens === 'all'), ...large.filter((tribe) => kept.has(tribe))], small: own.filter(({ size }) => size > 0 && size < LEAST_PEOPLE), further: large.filter((tribe) => !kept.has(tribe)) };
}

/** A group's colour: its own, ink for everybody. */
export function groupColor({ lens, color }: Pick<TrustTribe, 'lens' | 'color'>): string {
  return lens === 'all' ? 'var(--ink)' : tribeColorAt(color);
}

type PartFigure = Pick<TrustPartValue, 'part' | 'n' | 'estimate' | 'tooFew' | 'reason'> & { readonly beside?: TrustPartValue['beside'] };

/** How many of the cases turned out well; null where a part is no share of cases. */
function successes({ part, n, estimate, beside }: PartFigure): number | null {
  if (estimate === null || part === 'tie-strength') return null;
  if (part === 'promises') return beside?.['kept'] ?? Math.round(estimate * n);
  if (part === 'reciprocity') return Math.round(estimate * n);
  // mean of a flat prior and the cases
  return Math.round(estimate * (n + 2) - 1);
}

/** A part's figure as it is read: in a hundred, in counts under thirty cases, or that there are too few. */
export function partText(part: PartFigure, voice: ChartVoice): string {
  const { estimate, n, reason } = part;
  if (estimate === null) {
    if (reason === 'few-people') return voice.text('trust.figure.fewPeople');
    return reason === 'no-pairs' ? voice.text('trust.figure.none') : voice.text('trust.figure.few', { n: voice.count(n) });
  }
  if (part.part === 'tie-strength') return tieNumber(estimate, voice);
  const k = successes(part);
  return n < voice.shareFloor && k !== null ? voice.text('trust.figure.counts', { k: voice.count(k), n: voice.count(n) }) : voice.text('trust.figure.share', { share: voice.inHundred(estimate) });
}

/** A value of a part on its own scale: of ties a number, else a share in a hundred. */
export function partValue(row: RowCode, value: number, voice: ChartVoice): string {
  return row === 'tie-strength' ? tieNumber(value, voice) : voice.inHundred(value);
}

function besideLines({ part, beside }: TrustPartValue, voice: ChartVoice): string[] {
  const of = (code: string): number | null => beside[code] ?? null;
  const lines: string[] = [];
  const [unverifiable, answered, warning, strength, pairs] = [of('unverifiable'), of('answered'), of('warning'), of('brandStrength'), of('brandPairs')];
  if (part === 'promises' && unverifiable !== null) lines.push(voice.text('trust.beside.unverifiable', { n: voice.count(unverifiable) }));
  if (part === 'care' && answered !== null) lines.push(voice.text('trust.beside.answered', { n: voice.count(answered) }));
  if (part === 'advocacy' && warning !== null) lines.push(voice.text('trust.beside.warning', { n: voice.count(warning) }));
  if (part === 'tie-strength' && strength !== null && pairs !== null && pairs >= 20) lines.push(voice.text('trust.beside.withBrand', { strength: tieNumber(strength, voice), pairs: voice.count(pairs) }));
  return lines;
}

/** Everything about one cell: figure, limits, chance, correction, what stands beside. */
export function partColumn(tribe: TrustTribe, code: PartCode, voice: ChartVoice): Omit<WordedColumn, 'open'> {
  const part = tribe.parts.find((one) => one.part === code);
  const base = { key: tribe.tribe, name: groupName(tribe, voice), color: groupColor(tribe) };
  if (part === undefined) return { ...base, estimate: null, low: null, high: null, value: '', cases: '', tooFew: true, lines: [] };
  const { estimate, low, high, n, corrected, uncorrected, beside } = part;
  const [chanceLow, chanceHigh] = estimate === null ? [null, null] : [beside['chanceLow'] ?? null, beside['chanceHigh'] ?? null];
  const words = (value: number): string => partValue(code, value, voice);
  const value = partText(part, voice);
  const cases = voice.text(`trust.unit.${code}`, { count: n });
  return {
    ...base, estimate, low, high, chanceLow, chanceHigh, corrected, value, cases, tooFew: estimate === null,
    lines: [
      value, cases,
      ...(low === null || high === null ? [] : [voice.text('trust.figure.between', { low: words(low), high: words(high) })]),
      ...(chanceLow === null || chanceHigh === null ? [] : [voice.text('trust.figure.chance', { low: words(chanceLow), high: words(chanceHigh) })]),
      ...(estimate === null || uncorrected === null ? [] : [voice.text(`trust.figure.uncorrected.${uncorrected}`)]),
      ...(corrected === null ? [] : [voice.text('trust.figure.corrected', { share: words(corrected.estimate), low: words(corrected.low), high: words(corrected.high) })]),
      ...besideLines(part, voice),
    ],
  };
}

/** The cell of reciprocity among people: raw share on the axis with the band of chance, the distance from chance in words. */
export function amongColumn(tribe: TrustTribe, voice: ChartVoice): Omit<WordedColumn, 'open'> {
  const { among, size } = tribe;
  const { byTies, byWeight, ties, reciprocated, reason } = among;
  const base = { key: tribe.tribe, name: groupName(tribe, voice), color: groupColor(tribe), low: null, high: null };
  const cases = voice.text('trust.unit.among', { count: ties });
  if (reason === 'later' && among.share !== null) {
    const value = voice.text('trust.figure.share', { share: voice.inHundred(among.share) });
    return { ...base, estimate: among.share, value, cases, tooFew: false, lines: [value, cases, voice.text('trust.figure.later')] };
  }
  if (byTies === null) {
    const value = size < LEAST_PEOPLE && tribe.lens !== 'all' ? voice.text('trust.figure.fewPeople') : reason === 'through-brand' ? voice.text('trust.figure.through') : voice.text('trust.figure.few', { n: voice.count(ties) });
    return { ...base, estimate: null, value, cases, tooFew: true, lines: [reason === 'through-brand' ? voice.text('trust.figure.throughLong') : value, cases, voice.text('trust.figure.counts', { k: voice.count(reciprocated), n: voice.count(ties) })] };
  }
  const value = voice.text('trust.figure.share', { share: voice.inHundred(byTies.share) });
  return {
    ...base, estimate: byTies.share, chanceLow: byTies.chanceLow, chanceHigh: byTies.chanceHigh, value, cases, tooFew: false,
    lines: [
      value, cases, voice.text('trust.figure.chance', { low: voice.inHundred(byTies.chanceLow), high: voice.inHundred(byTies.chanceHigh) }),
      ...(byTies.above === null ? [] : [voice.text('trust.figure.above', { above: voice.number(byTies.above) })]),
      ...(byWeight?.above == null ? [] : [voice.text('trust.figure.weighted', { share: voice.inHundred(byWeight.share), above: voice.number(byWeight.above) })]),
    ],
  };
}

type Compared = Pick<WordedColumn, 'estimate' | 'low' | 'high' | 'name' | 'value' | 'corrected'>;

/** The finding of a row: the two tribes furthest apart by their limits where these part, that they do not or only as read, or that there are too few. Everybody is not compared. */
export function rowFinding(code: RowCode, columns: readonly Compared[], voice: ChartVoice): string {
  const part = voice.text(`trust.part.${code}`);
  const told = columns.flatMap(({ estimate, low, high, name, value, corrected = null }) => (estimate === null || low === null || high === null ? [] : [{ low, high, name, value, corrected }]));
  // an estimate from five people may stand highest and say nothing: the two that are surest to differ are told
  const [lowest] = told.toSorted((one, other) => one.high - other.high);
  const [highest] = told.toSorted((one, other) => other.low - one.low);
  if (lowest === undefined || highest === undefined || told.length < 2) return voice.text('trust.compare.few', { part });
  if (lowest.high >= highest.low) return voice.text('trust.compare.notClear', { part });
  // a difference that goes with the reader's mistakes is none of the tribes
  if (lowest.corrected !== null && highest.corrected !== null && lowest.corrected.high >= highest.corrected.low) return voice.text('trust.compare.asRead', { part, lowest: lowest.name, highest: highest.name });
  return voice.text('trust.compare.clear', { part, low: lowest.value, lowest: lowest.name, high: highest.value, highest: highest.name });
}

/** The finding on reciprocity among people: whether everybody's ties are returned more than chance would, or why that cannot be said. */
export function amongFinding({ among: { byTies, ties, reason, share: raw } }: Pick<TrustTribe, 'among'>, voice: ChartVoice): string {
  if (reason === 'later' && raw !== null) return voice.text('trust.among.later', { share: voice.inHundred(raw) });
  if (byTies === null) return voice.text(reason === 'through-brand' ? 'trust.among.through' : 'trust.among.few', { n: voice.count(ties) });
  const { share, chance, chanceLow, chanceHigh } = byTies;
  const form = share > chanceHigh ? 'above' : share < chanceLow ? 'below' : 'notClear';
  return voice.text(`trust.among.${form}`, { share: voice.inHundred(share), chance: voice.inHundred(chance) });
}

/** The sentence that opens the room: how many of those who addressed the brand were answered, and whether chance would reach as many. */
export function trustOpening({ tribes }: TrustParts, voice: ChartVoice): string {
  const part = tribes.find(({ lens }) => lens === 'all')?.parts.find((one) => one.part === 'reciprocity');
  const { estimate = null, low = null, high = null, n = 0, beside = {} } = part ?? {};
  const [chance, chanceLow, chanceHigh] = [beside['chance'] ?? null, beside['chanceLow'] ?? null, beside['chanceHigh'] ?? null];
  if (estimate === null || low === null || high === null || chance === null || chanceLow === null || chanceHigh === null) return voice.text('trust.opening.few', { n: voice.count(n) });
  const form = estimate < chanceLow ? 'below' : estimate > chanceHigh ? 'above' : 'notClear';
  return voice.text(`trust.opening.${form}`, { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high), chance: voice.inHundred(chance) });
}

/** What a person typed as a weight, 0 to 100; null while it is none. */
export function typedTrustWeight(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !(value >= 0 && value <= 100) ? null : value;
}

/** A period as it is read: a month with its year, or a quarter. */
export function periodName(key: string, voice: ChartVoice): string {
  return key.includes('-Q') ? quarterName(key, voice) : `${voice.month(key)} ${key.slice(0, 4)}`;
}

type TrendWeeks = Pick<OperationValue<'trust.trend'>['weeks'], 'points' | 'changes' | 'segments'>;

/** From when the weekly level of answered people is another one; a change where the collection changes is told apart, as no finding. */
export function weeksFinding({ segments, points, changes }: TrendWeeks, voice: ChartVoice): string[] {
  if (segments.length === 0) return [voice.text('trust.trend.weeksNone')];
  const weeks = voice.count(points.filter(({ people }) => people >= LEAST_PEOPLE).length);
  const found = changes.filter(({ reason }) => reason === null);
  const apart = changes.filter(({ reason }) => reason !== null);
  return [
    found.length === 0 ? voice.text(`trust.trend.${apart.length === 0 ? 'weeksSame' : 'weeksSameElse'}`, { weeks }) : voice.text('trust.trend.weeksChange', { weeks, count: found.length, dates: voice.list(found.map(({ atMs }) => voice.date(atMs))) }),
    ...apart.map(({ atMs, before, after, edges }) => voice.text('trust.trend.weeksSuppressed', { date: voice.date(atMs), before: voice.inHundred(before), after: voice.inHundred(after), places: voice.list([...new Set(edges.map(({ place }) => place))]) })),
  ];
}
