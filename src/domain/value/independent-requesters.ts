/** A piece of a group, as far as it matters who asks. */
export interface RequestedPiece {
  readonly pieceId: number;
  /** Null where the author is not known, is a program, or is left out for another reason. */
  readonly person: number | null;
  /** The person at the top of the conversation it stands in; the author where nobody is above, null where that is not known. */
  readonly leader: number | null;
  /** UTC ms; null where the time is not known. */
  readonly atMs: number | null;
}

/**
 * Who each piece of one group counts for. Independent requesters are distinct people; those who only joined another person's
 * conversation repeat that person's demand and count for them, however many they are. A person who made the demand in a
 * conversation of their own counts once, everywhere. Null for pieces without a person. The number of independent requesters
 * is the number of distinct values. O(n log n).
 * @example Array.from(independentRequesters([{ pieceId: 1, person: 7, leader: 7, atMs: 0 }, { pieceId: 2, person: 8, leader: 7, atMs: 1 }])) // [[1, 7], [2, 7]]
 */
export function independentRequesters(pieces: readonly RequestedPiece[]): Map<number, number | null> {
  const earliest = pieces.toSorted((one, other) => (one.atMs ?? Infinity) - (other.atMs ?? Infinity) || one.pieceId - other.pieceId);
  const leading = new Set<number>();
  for (const { person, leader } of earliest) if (person !== null && (leader === null || leader === person)) leading.add(person);
  const countsFor = new Map<number, number>();
  for (const { person, leader } of earliest) {
    if (person === null || countsFor.has(person)) continue;
    countsFor.set(person, leading.has(person) || leader === null ? person : leader);
  }
  return new Map(pieces.map(({ pieceId, person }) => [pieceId, person === null ? null : (countsFor.get(person) ?? person)]));
}

/**
 * The moment at which the n-th independent requester made a demand; null when fewer did, or when a time among the first n is
 * not known. Takes when each requester asked first, in any order. Throws RangeError `invalid requesters: 0`.
 */
export function nthRequestMs(firstMs: readonly number[], n: number): number | null {
  if (!(Number.isInteger(n) && n >= 1)) throw new RangeError(`invalid requesters: ${n}`);
  return firstMs.toSorted((one, other) => one - other)[n - 1] ?? null;
}
