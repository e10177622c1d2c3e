import { MOST_A_DAY, ONE_BY_ONE_KINDS, type OneByOneKind } from '../model/one-by-one.ts';

/** Somebody who could be written to, with why; `person` null where the author is not known. */
export interface OneByOneCandidate {
  readonly kind: OneByOneKind;
  readonly person: string | null;
}

/** The list of a day, and those whom the draw keeps out of it; both in the order in which they came up. */
export interface DealtList<Candidate extends OneByOneCandidate> {
  readonly queue: Candidate[];
  readonly held: Candidate[];
}

/** Places of a day by kind: a person who asks comes before one who gave, and both before a gesture nobody waits for. Empty places pass on. */
const PLACES: Readonly<Record<OneByOneKind, number>> = { answer: 10, thank: 6, surprise: 4 };

/**
 * Deals the list of one day: at most twenty names, ten to answer, six to thank and four to surprise, and what one kind leaves
 * empty goes to the others in that order. Candidates come best first within their kind; a person stands on the list once,
 * for the reason that comes first. `isHeld` says of a person whether the draw keeps them out: they are listed apart and take no
 * place, so that holding a half back reaches further down the list instead of shortening it. At most as many are held as stand
 * in the queue. Whoever is not known by name is never held: nothing could be measured of them. O(candidates).
 */
export function dealtList<Candidate extends OneByOneCandidate>(candidates: readonly Candidate[], isHeld: (person: string) => boolean, most = MOST_A_DAY): DealtList<Candidate> {
  const seen = new Set<string>();
  const byKind = ONE_BY_ONE_KINDS.map((kind) => ({ kind, waiting: candidates.filter((candidate) => candidate.kind === kind), queue: [] as Candidate[], held: [] as Candidate[] }));
  type Row = (typeof byKind)[number];
  let [queued, held] = [0, 0];
  const deal = (row: Row, places: number): void => {
    while (row.queue.length < places && queued < most) {
      const next = row.waiting.shift();
      if (next === undefined) return;
      if (next.person !== null && seen.has(next.person)) continue;
      if (next.person !== null) seen.add(next.person);
      if (next.person !== null && isHeld(next.person)) {
        if (held === most) continue;
        row.held.push(next);
        held += 1;
      } else {
        row.queue.push(next);
        queued += 1;
      }
    }
  };
  for (const row of byKind) deal(row, PLACES[row.kind]);
  for (const row of byKind) deal(row, most);
  return { queue: byKind.flatMap(({ queue }) => queue), held: byKind.flatMap((row) => row.held) };
}
