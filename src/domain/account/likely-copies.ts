import type { TimePrecision } from '../model/codes.ts';

/** A message as copies of it are looked for. */
export interface CopyCandidate {
  readonly id: number;
  readonly networkId: number;
  readonly nativeId: string;
  readonly kind: string;
  readonly containerId: number | null;
  readonly rootId: number | null;
  readonly atMs: number | null;
  readonly precision: TimePrecision;
  /** The author's names, compared; empty when unknown. */
  readonly names: readonly string[];
  /** The text as compared, never empty. */
  readonly key: string;
  /** Imports that hold it. */
  readonly importIds: ReadonlySet<number>;
}

/** Two records that are likely one message. `a` comes before `b` by the sources' own ids. */
export interface LikelyCopies {
  readonly a: number;
  readonly b: number;
  /** 0 to 1. */
  readonly likeness: number;
  readonly reason: 'same-id-other-kind' | 'same-author' | 'author-missing';
}

const STRETCH_MS: Readonly<Record<TimePrecision, number>> = { ms: 0, s: 999, min: 59_999, day: 86_399_999, relative: Infinity, none: Infinity };
/** Shorter texts are written by many people in the same minute. */
const TELLING = 12;
/** Neighbours in time that a text is compared with. */
const NEIGHBOURS = 20;

function judged(one: CopyCandidate, other: CopyCandidate): LikelyCopies | null {
  const isSameId = one.nativeId === other.nativeId;
  if (isSameId && one.kind === other.kind) return null;
  const samePlace = (one.rootId !== null && one.rootId === other.rootId) || (one.containerId !== null && one.containerId === other.containerId);
  if (!samePlace && !isSameId) return null;
  // a tool that gives both gives them as two
  if (!isSameId) for (const importId of one.importIds) if (other.importIds.has(importId)) return null;
  const stretch = Math.max(STRETCH_MS[one.precision], STRETCH_MS[other.precision]);
  const isCoarse = stretch > STRETCH_MS.min;
  if (one.atMs !== null && other.atMs !== null && Math.abs(one.atMs - other.atMs) > stretch) return null;
  const bothNamed = one.names.length > 0 && other.names.length > 0;
  if (bothNamed && !one.names.some((name) => other.names.includes(name))) return null;
  if (!isSameId && (!bothNamed || isCoarse) && one.key.length < TELLING) return null;
  const reason = isSameId ? 'same-id-other-kind' : bothNamed ? 'same-author' : 'author-missing';
  const likeness = (isSameId ? 0.95 : bothNamed ? 0.9 : 0.7) - (isCoarse ? 0.2 : 0) - (one.rootId === other.rootId ? 0 : 0.1);
  const isFirst = `${one.nativeId} ${one.kind}` < `${other.nativeId} ${other.kind}`;
  return { a: isFirst ? one.id : other.id, b: isFirst ? other.id : one.id, likeness: Math.round(likeness * 100) / 100, reason };
}

/**
 * Pairs of messages that two tools likely brought under two ids: one network, one place (thread or container), the same
 * text, times equal as far as the coarser of them tells, the same author or one that is not known, never both from one
 * import; and one id that came as two kinds. For a person to review: nothing is joined here. Each message is compared
 * with at most its twenty neighbours in time, so a text that everybody writes costs no more. O(n log n).
 */
export function likelyCopies(candidates: readonly CopyCandidate[]): LikelyCopies[] {
  const byText = new Map<string, CopyCandidate[]>();
  for (const candidate of candidates) {
    const key = `${String(candidate.networkId)} ${candidate.key}`;
    const sharing = byText.get(key);
    if (sharing === undefined) byText.set(key, [candidate]);
    else sharing.push(candidate);
  }
  const pairs: LikelyCopies[] = [];
  const order = ({ atMs, nativeId, kind }: CopyCandidate): [number, string] => [atMs ?? -Infinity, `${nativeId} ${kind}`];
  for (const sharing of byText.values()) {
    if (sharing.length < 2) continue;
    sharing.sort((one, other) => {
      const [[first, name], [second, otherName]] = [order(one), order(other)];
      return first !== second ? (first < second ? -1 : 1) : name < otherName ? -1 : 1;
    });
    sharing.forEach((one, place) => {
      for (const other of sharing.slice(place + 1, place + 1 + NEIGHBOURS)) {
        const pair = judged(one, other);
        if (pair !== null) pairs.push(pair);
      }
    });
  }
  return pairs;
}
