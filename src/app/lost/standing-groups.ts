import { createHash } from 'node:crypto';
import { MERGED_KINDS } from '../../domain/model/value-piece.ts';
import { handGroups } from '../../domain/value/hand-groups.ts';
import { independentRequesters, type RequestedPiece } from '../../domain/value/independent-requesters.ts';
import { moveGroups, presentPairs, touchedPieces } from '../../store/piece-pairs.ts';
import { groupMembers, storeRequesters, type GroupMember } from '../../store/piece-records.ts';
import { requesterReader } from '../../store/piece-sources.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

const NAME_LENGTH = 16;

/** The name of a piece that was taken out of a group: never that of the group, which may be named after this very piece. */
const nameAlone = (key: string): string => createHash('sha256').update(`apart ${key}`).digest('hex').slice(0, NAME_LENGTH);

/**
 * Lays the joins and partings by hand over the groups that a rule found. Returns the groups whose members changed, so that
 * their requesters are counted anew. Costs what the touched groups cost. To be called inside a transaction.
 */
export function applyPairs(project: ProjectDatabase): string[] {
  const changed = new Set<string>();
  for (const kind of MERGED_KINDS) {
    const pairs = presentPairs(project, kind);
    const pieces = touchedPieces(project, kind, pairs.flatMap(({ one, other }) => [one, other]));
    if (pieces.length === 0) continue;
    const keys = new Map(pieces.map(({ pieceId, key }) => [pieceId, key]));
    const moved = handGroups(new Map(pieces.map(({ pieceId, group }) => [pieceId, group])), pairs, (piece) => nameAlone(keys.get(piece) ?? ''));
    const wanted = pieces.map(({ pieceId, group, standing }) => ({ pieceId, standing, group: moved.get(pieceId) ?? group }));
    const moves = wanted.filter(({ standing, group }) => standing !== group);
    moveGroups(project, moves.map(({ pieceId, group }) => [pieceId, group] as const));
    for (const { standing, group } of moves) changed.add(standing).add(group);
  }
  return [...changed];
}

/**
 * Counts anew whom the pieces of some groups stand for (all groups when null): programs left out, doubles as one, followers with
 * the person they follow. Writes those alone who stand for another person than before.
 */
export function countRequesters(project: ProjectDatabase, groups: readonly string[] | null): void {
  const requesterOf = requesterReader(project);
  const byGroup = new Map<string, GroupMember[]>();
  for (const member of groupMembers(project, groups)) {
    const known = byGroup.get(member.group);
    if (known === undefined) byGroup.set(member.group, [member]);
    else known.push(member);
  }
  const counted: (readonly [number, number | null])[] = [];
  for (const members of byGroup.values()) {
    const pieces = members.map(({ pieceId, accountId, atMs, leaderId }): RequestedPiece => {
      const person = requesterOf(accountId);
      return { pieceId, person, atMs, leader: members.length === 1 || person === null ? person : requesterOf(leaderId) };
    });
    const requesters = independentRequesters(pieces);
    for (const { pieceId, requesterId } of members) if ((requesters.get(pieceId) ?? null) !== requesterId) counted.push([pieceId, requesters.get(pieceId) ?? null]);
  }
  // in the order of the table: each of its pages is written once
  storeRequesters(project, counted.sort(([one], [other]) => one - other));
}
