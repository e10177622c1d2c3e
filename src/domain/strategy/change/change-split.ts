import { LEAST_AUTHORS, LEAST_REQUESTS } from '../../response/response-floors.ts';
import { weightedCount, weightedFigure, type ChangeCase, type ChangeFigure, type WeightedFigure } from './change-sample.ts';
import { drawnParts, type DrawnPart } from './drawn-parts.ts';
import { mixAndRate } from './mix-and-rate.ts';
import { sharedCauses } from './shared-causes.ts';

/** Group of the cases whose own group is too small to be looked at alone. */
export const SMALL_GROUPS = 'smaller';

/** What is to be divided. Clusters are numbered from 0 over all cases, the same person with the same number everywhere. */
export interface ChangePlan {
  readonly figure: ChangeFigure;
  /** The first period under every set of causes: first as it was counted then, last as it is counted now. Length 2^causes. */
  readonly recounts: readonly (readonly ChangeCase[])[];
  /** The second period as it is counted now; null when both are one period. */
  readonly after: readonly ChangeCase[] | null;
  readonly clusters: number;
  readonly draws: number;
  readonly seed: number;
}

/** One group in both periods with what it gives to the difference. */
export interface GroupChange {
  readonly key: string;
  readonly before: { readonly n: number; readonly share: number; readonly figure: number | null };
  readonly after: { readonly n: number; readonly share: number; readonly figure: number | null };
  readonly mix: DrawnPart;
  readonly rate: DrawnPart;
}

/** A difference with all its parts: `difference = mix + rate + curve + causes`. */
export interface ChangeSplit {
  /** The first period as it was counted then, and as it is counted now. */
  readonly then: DrawnPart;
  readonly before: DrawnPart;
  readonly after: DrawnPart;
  readonly difference: DrawnPart;
  /** Null when both are one period. */
  readonly between: { readonly mix: DrawnPart; readonly rate: DrawnPart; /** What a curve of all together holds beyond the curves of its groups. */ readonly curve: DrawnPart; readonly groups: readonly GroupChange[] } | null;
  /** In the order of the bits of the recounts. */
  readonly causes: readonly DrawnPart[];
}

/** True when cases are too few for any figure: the floors of waits, which hold for everything that is divided here. */
export function tooFewCases(cases: readonly ChangeCase[]): boolean {
  return cases.length < LEAST_REQUESTS || new Set(cases.map(({ cluster }) => cluster)).size < LEAST_AUTHORS;
}

/** The groups that may be looked at alone: above the floors in both periods, or above them in one and without any case in the other. Largest first. */
function ownGroups(before: readonly ChangeCase[], after: readonly ChangeCase[]): string[] {
  const sizes = new Map<string, number>();
  for (const { group } of [...before, ...after]) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const of = (cases: readonly ChangeCase[], key: string): ChangeCase[] => cases.filter(({ group }) => group === key);
  return [...sizes.keys()].filter((key) => {
    const [first, second] = [of(before, key), of(after, key)];
    return (first.length === 0 || !tooFewCases(first)) && (second.length === 0 || !tooFewCases(second));
  }).sort((one, other) => (sizes.get(other) ?? 0) - (sizes.get(one) ?? 0) || (one < other ? -1 : 1));
}

interface GroupReader {
  readonly count: (weights: Uint16Array) => number;
  readonly figure: WeightedFigure;
}

const readerOf = (cases: readonly ChangeCase[], figure: ChangeFigure): GroupReader => ({ count: weightedCount(cases), figure: weightedFigure(cases, figure) });

/**
 * Divides the difference between two figures: by group into mix and rate where they are of two periods, and by cause where the
 * first period can be counted as it was. Small groups stand together as {@link SMALL_GROUPS}. For a mean wait or an answered
 * share the groups' Kaplan-Meier figures need not average to that of all together; what is left is `curve` and is told. Limits
 * are percentiles over draws of clusters, of all parts in the same draws. Null when a figure cannot be told at all: nobody was
 * watched long enough. draws x cases x 2^causes.
 */
export function changeSplit({ figure, recounts, after, clusters, draws, seed }: ChangePlan): ChangeSplit | null {
  const before = recounts.at(-1) ?? [];
  const causes = Math.round(Math.log2(Math.max(1, recounts.length)));
  const own = new Set(after === null ? [] : ownGroups(before, after));
  const keyOf = ({ group }: ChangeCase): string => (own.has(group) ? group : SMALL_GROUPS);
  const keys = after === null ? [] : [...own, ...([...before, ...after].some((one) => keyOf(one) === SMALL_GROUPS) ? [SMALL_GROUPS] : [])];
  const sides = keys.map((key) => [before, after ?? []].map((cases) => readerOf(cases.filter((one) => keyOf(one) === key), figure)) as [GroupReader, GroupReader]);
  const figures = recounts.map((cases) => weightedFigure(cases, figure));
  const second = after === null ? null : readerOf(after, figure);
  const first = weightedCount(before);
  const parts = drawnParts({
    clusters, draws, seed,
    partsUnder(weights) {
      const shared = sharedCauses(causes, (set) => figures[set]?.(weights) ?? null);
      const [then, now] = [figures[0]?.(weights) ?? null, figures.at(-1)?.(weights) ?? null];
      if (shared === null || then === null || now === null) return null;
      if (second === null) return [then, now, now, now - then, ...shared];
      const later = second.figure(weights);
      const totals = [first(weights), second.count(weights)];
      if (later === null) return null;
      const compared = sides.map((pair) => {
        const [one, other] = pair.map(({ count, figure: read }, side) => ({ n: count(weights), share: count(weights) / (totals[side] ?? 1), figure: read(weights) }));
        return { before: one ?? { n: 0, share: 0, figure: null }, after: other ?? { n: 0, share: 0, figure: null } };
      });
      if (compared.some(({ before: one, after: other }) => (one.n > 0 && one.figure === null) || (other.n > 0 && other.figure === null))) return null;
      const { mix, rate, groups } = mixAndRate(compared);
      return [then, now, later, later - then, ...shared, mix, rate, later - now - mix - rate, ...groups.flatMap((group) => [group.mix, group.rate])];
    },
  });
  if (parts === null) return null;
  const part = (at: number): DrawnPart => parts[at] ?? { estimate: 0, low: null, high: null };
  const ones = new Uint16Array(clusters).fill(1);
  const from = 4 + causes;
  const side = ({ count, figure: read }: GroupReader, total: number): GroupChange['before'] => ({ n: count(ones), share: count(ones) / Math.max(1, total), figure: read(ones) });
  return {
    then: part(0), before: part(1), after: part(2), difference: part(3), causes: Array.from({ length: causes }, (_, at) => part(4 + at)),
    between: after === null ? null : {
      mix: part(from), rate: part(from + 1), curve: part(from + 2),
      groups: keys.map((key, at) => {
        const pair = sides[at];
        const none = { n: 0, share: 0, figure: null };
        return { key, before: pair === undefined ? none : side(pair[0], before.length), after: pair === undefined ? none : side(pair[1], after.length), mix: part(from + 3 + 2 * at), rate: part(from + 4 + 2 * at) };
      }),
    },
  };
}
