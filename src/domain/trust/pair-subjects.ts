/** Content words that must be common, of the smaller conversation's, for two conversations to be about one subject. */
const ALIKE = 0.5;

/**
 * How many subjects two people touched: their conversations, counted once where at least half of the content words of the smaller
 * one stand in the other too, directly or through a third. A conversation without content words names no subject. Null when none
 * has any. `conversations` holds the content words of each. O(conversations² × words).
 * @example pairSubjects([new Set(['parcel', 'late']), new Set(['parcel', 'late', 'refund']), new Set(['coffee'])]) // 2
 */
export function pairSubjects(conversations: readonly ReadonlySet<string>[]): number | null {
  const spoken = conversations.filter(({ size }) => size > 0);
  if (spoken.length === 0) return null;
  const leader = spoken.map((_, place) => place);
  const leaderOf = (place: number): number => {
    let at = place;
    while (leader[at] !== at) at = leader[at] ?? at;
    return at;
  };
  spoken.forEach((words, place) => {
    for (let earlier = 0; earlier < place; earlier += 1) {
      const [small, large] = sizes(words, spoken[earlier] ?? new Set());
      let common = 0;
      for (const word of small) if (large.has(word)) common += 1;
      if (common >= ALIKE * small.size) leader[leaderOf(place)] = leaderOf(earlier);
    }
  });
  return new Set(leader.map((_, place) => leaderOf(place))).size;
}

function sizes(one: ReadonlySet<string>, other: ReadonlySet<string>): [ReadonlySet<string>, ReadonlySet<string>] {
  return one.size <= other.size ? [one, other] : [other, one];
}
