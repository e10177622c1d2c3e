/** Least overlap of a group with an earlier one whose name it keeps: shared members over all members of both. */
export const LEAST_OVERLAP = 0.3;

/** A group that had a name before. */
export interface NamedGroup {
  readonly id: string;
  readonly members: Iterable<number>;
}

/**
 * Which earlier name each group keeps: pairs of an earlier and a present group by Jaccard overlap of their members, largest
 * first, at least {@link LEAST_OVERLAP}; ties to the larger present group, then to the name in order; each name and each
 * group once. Null for groups that are new. A member belongs to at most one earlier group. O(members log members).
 * @example keptTopicIds([{ id: 'a', members: [1, 2, 3] }], [[2, 3, 4], [9]]) // ['a', null]
 */
export function keptTopicIds(before: readonly NamedGroup[], after: readonly (readonly number[])[]): (string | null)[] {
  const groupBefore = new Map<number, number>();
  const sizes = before.map(() => 0);
  before.forEach(({ members }, group) => {
    for (const member of members) {
      groupBefore.set(member, group);
      sizes[group] = (sizes[group] ?? 0) + 1;
    }
  });
  const pairs = after.flatMap((members, present) => {
    const shared = new Map<number, number>();
    for (const member of members) {
      const group = groupBefore.get(member);
      if (group !== undefined) shared.set(group, (shared.get(group) ?? 0) + 1);
    }
    return [...shared].map(([earlier, count]) => ({ present, earlier, size: members.length, overlap: count / (members.length + (sizes[earlier] ?? 0) - count) }));
  });
  const nameOf = (earlier: number): string => before[earlier]?.id ?? '';
  pairs.sort((one, other) => other.overlap - one.overlap || other.size - one.size || (nameOf(one.earlier) < nameOf(other.earlier) ? -1 : 1));
  const kept = new Array<string | null>(after.length).fill(null);
  const taken = new Set<number>();
  for (const { present, earlier, overlap } of pairs) {
    if (overlap < LEAST_OVERLAP || taken.has(earlier) || kept[present] !== null) continue;
    kept[present] = nameOf(earlier);
    taken.add(earlier);
  }
  return kept;
}
