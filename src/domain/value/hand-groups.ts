/** A decision by hand on two pieces: they belong together, or the first is to leave the group of the second. */
export interface GroupDecision {
  readonly one: number;
  readonly other: number;
  readonly together: boolean;
}

/**
 * The groups as they stand once a person has joined and parted pieces. `found` says which group a rule put each piece in;
 * decisions are applied in the order they were made, so that the later wins. Joining brings two whole groups together under
 * the name of the larger (ties: the name first in order); parting takes one piece out, which then stands alone under
 * `nameAlone`. Pieces that are not in `found` are passed over. Returns every piece whose group differs from the found one.
 * @example Array.from(handGroups(new Map([[1, 'a'], [2, 'b']]), [{ one: 2, other: 1, together: true }], () => '')) // [[2, 'a']]
 */
export function handGroups(found: ReadonlyMap<number, string>, decisions: readonly GroupDecision[], nameAlone: (piece: number) => string): Map<number, string> {
  if (decisions.length === 0) return new Map();
  const groupOf = new Map(found);
  const members = new Map<string, Set<number>>();
  for (const [piece, group] of groupOf) {
    const set = members.get(group);
    if (set === undefined) members.set(group, new Set([piece]));
    else set.add(piece);
  }
  const move = (piece: number, group: string): void => {
    const before = groupOf.get(piece);
    if (before !== undefined) members.get(before)?.delete(piece);
    groupOf.set(piece, group);
    const set = members.get(group);
    if (set === undefined) members.set(group, new Set([piece]));
    else set.add(piece);
  };
  for (const { one, other, together } of decisions) {
    const [first, second] = [groupOf.get(one), groupOf.get(other)];
    if (first === undefined || second === undefined) continue;
    if (!together) {
      if (first === second && (members.get(first)?.size ?? 0) > 1) move(one, nameAlone(one));
      continue;
    }
    if (first === second) continue;
    const [a, b] = [members.get(first)?.size ?? 0, members.get(second)?.size ?? 0];
    const [kept, gone] = a > b || (a === b && first < second) ? [first, second] : [second, first];
    for (const piece of [...(members.get(gone) ?? [])]) move(piece, kept);
  }
  return new Map([...groupOf].filter(([piece, group]) => found.get(piece) !== group));
}
