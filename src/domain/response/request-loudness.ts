/** What can make a request loud before it is answered. */
export type LoudnessMeasure = 'repeats' | 'followers' | 'anger';

/** A request as the measures see it. */
export interface LoudRequest {
  readonly atMs: number | null;
  readonly askerId: number | null;
  /** What it says, in a form in which the same counts as the same: its topic, else its text; null where it says nothing. */
  readonly saying: string | null;
}

/** How far back an earlier request still makes the next one louder. */
const REPEAT_WINDOW_MS = 30 * 86_400_000;

/** Positions met so far, in time order; those before `first` have left the window. */
interface Met {
  readonly positions: number[];
  first: number;
}

/**
 * How often the same was asked before: earlier requests of the last 30 days by the same person, whatever they asked, and by others
 * with the same topic or text; each once. Only what came strictly before counts, so nothing depends on how long an answer took.
 * Runs parallel to the requests, null for one without a time. O(n log n + requests of one person within the window).
 */
export function earlierRepeats(requests: readonly LoudRequest[]): (number | null)[] {
  const timeOf = (position: number): number => requests[position]?.atMs ?? 0;
  const order = requests.map((_, position) => position).filter((position) => requests[position]?.atMs !== null).sort((one, other) => timeOf(one) - timeOf(other));
  const repeats = requests.map((): number | null => null);
  const bySaying = new Map<string, Met>();
  const byAsker = new Map<number, Met>();
  for (const position of order) {
    const request = requests[position];
    if (request === undefined) continue;
    const atMs = timeOf(position);
    const same = request.saying === null ? null : metBefore(bySaying, request.saying);
    const own = request.askerId === null ? null : metBefore(byAsker, request.askerId);
    let count = 0;
    for (const met of [same, own]) {
      while (met !== null && met.first < met.positions.length && timeOf(met.positions[met.first] ?? 0) < atMs - REPEAT_WINDOW_MS) met.first += 1;
    }
    if (same !== null) {
      let end = same.positions.length;
      while (end > same.first && timeOf(same.positions[end - 1] ?? 0) >= atMs) end -= 1;
      count += end - same.first;
    }
    for (const other of own?.positions.slice(own.first) ?? []) if (timeOf(other) < atMs && (same === null || requests[other]?.saying !== request.saying)) count += 1;
    repeats[position] = count;
    same?.positions.push(position);
    own?.positions.push(position);
  }
  return repeats;
}

function metBefore<Key>(met: Map<Key, Met>, key: Key): Met {
  const known = met.get(key) ?? { positions: [], first: 0 };
  met.set(key, known);
  return known;
}
