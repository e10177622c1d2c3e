import { createHash } from 'node:crypto';
import { keptTribeIds, type EarlierGroup } from '../../domain/tribes/tribe-identity.ts';

const NAME_LENGTH = 12;
const nameFrom = (key: string): string => `community:${createHash('sha256').update(key).digest('hex').slice(0, NAME_LENGTH)}`;

/**
 * Ids of communities: that of the earlier community of which it keeps most, else one made from the first of its members, so
 * that a project made anew from the same messages has the same ids. Members are content keys. An id that is taken is drawn again
 * from itself.
 */
export function communityIds(before: readonly EarlierGroup<string>[], after: readonly (readonly string[])[]): string[] {
  const kept = keptTribeIds(before, after);
  const taken = new Set([...before.map(({ id }) => id), ...kept.flatMap((group) => group?.id ?? [])]);
  return after.map((members, place) => {
    const earlier = kept[place]?.id;
    if (earlier !== undefined) return earlier;
    let id = nameFrom(members.reduce((first, member) => (member < first ? member : first), members[0] ?? ''));
    while (taken.has(id)) id = nameFrom(id);
    taken.add(id);
    return id;
  });
}
