/** Least overlap of a group with an earlier one whose id it keeps: shared members over all members of both. */
export const LEAST_OVERLAP = 0.3;

/** A group that had an id before; members by content, so that they are the same after another import. */
export interface EarlierGroup<Member> {
  readonly id: string;
  readonly members: readonly Member[];
}

/** The earlier group whose id a present one keeps, and their overlap. */
export interface KeptGroup {
  readonly id: string;
  readonly overlap: number;
}

/**
 * Which earlier id each group keeps: pairs of an earlier and a present group by Jaccard overlap of their members, largest
 * first, at least {@link LEAST_OVERLAP}; equals by the larger present group, then by id; each id and each group once. Null for
 * groups that are new. Members count once in a group and may be in several. O(memberships and pairs that share members).
 * Source: Jaccard 1912, New Phytologist 11(2); greedy matching: Greene, Doyle & Cunningham 2010, ASONAM, 176-183.
 * @example keptTribeIds([{ id: 'a', members: [1, 2, 3] }], [[2, 3, 4], [9]]) // [{ id: 'a', overlap: 0.5 }, null]
 */
export function keptTribeIds<Member extends string | number>(before: readonly EarlierGroup<Member>[], after: readonly (readonly Member[])[]): (KeptGroup | null)[] {
  const groupsOf = new Map<Member, number[]>();
  const sizes = before.map(({ members }, group) => {
    const distinct = new Set(members);
    for (const member of distinct) {
      const groups = groupsOf.get(member);
      if (groups === undefined) groupsOf.set(member, [group]);
      else groups.push(group);
    }
    return distinct.size;
  });
  const pairs = after.flatMap((members, present) => {
    const distinct = new Set(members);
    const shared = new Map<number, number>();
    for (const member of distinct) for (const group of groupsOf.get(member) ?? []) shared.set(group, (shared.get(group) ?? 0) + 1);
    return [...shared].map(([group, count]) => ({ present, id: before[group]?.id ?? '', size: distinct.size, overlap: count / (distinct.size + (sizes[group] ?? 0) - count) }));
  });
  pairs.sort((one, other) => other.overlap - one.overlap || other.size - one.size || (one.id < other.id ? -1 : one.id > other.id ? 1 : one.present - other.present));
  const kept = new Array<KeptGroup | null>(after.length).fill(null);
  const taken = new Set<string>();
  for (const { present, id, overlap } of pairs) {
    if (overlap < LEAST_OVERLAP || taken.has(id) || kept[present] !== null) continue;
    kept[present] = { id, overlap };
    taken.add(id);
  }
  return kept;
}
