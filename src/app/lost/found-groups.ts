import { createHash } from 'node:crypto';
import { MERGED_KINDS, type MergedKind } from '../../domain/model/value-piece.ts';
import { questionGrouping, type ComparedQuestion } from '../../domain/terms/question-groups.ts';
import { keptTopicIds } from '../../domain/terms/topic-identity.ts';
import { brandNames, contentNames, demandPieces, type ContentName, type GroupBefore, type GroupedPiece, type MemberBefore } from '../../store/piece-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { termReader } from '../../text/terms.ts';

const STEP = 20_000;
const NAME_LENGTH = 16;

const READERS = { it: termReader('it'), en: termReader('en') } as const;

/** The content words by which two demands are compared; none in languages that are not read. */
export function demandWords(text: string, language: string): string[] {
  return language === 'it' || language === 'en' ? READERS[language].topicOf(text) : [];
}

/** Names a group after what names one of its messages in any project. */
function groupName(kind: MergedKind, key: string): string {
  return createHash('sha256').update(`${kind} ${key}`).digest('hex').slice(0, NAME_LENGTH);
}

/** What each piece of a kind is about, the group it stands in and how like its middle it is. */
export interface Demands {
  readonly pieceIds: number[];
  readonly messageIds: number[];
  readonly standing: (string | null)[];
  readonly likeness: number[];
  readonly topics: ComparedQuestion[];
}

/**
 * What every piece that is grouped is about, by kind, as its words were kept: nothing is read again, and all kinds come in one
 * pass over the pieces. A single word is alike by chance and compared with none.
 */
export function standingDemands(project: ProjectDatabase, onStep: (read: number) => void): ReadonlyMap<MergedKind, Demands> {
  const brands = brandNames(project);
  const grounds = new Map<string, string>();
  const byKind = new Map(MERGED_KINDS.map((kind): [MergedKind, Demands] => [kind, { pieceIds: [], messageIds: [], standing: [], likeness: [], topics: [] }]));
  let read = 0;
  for (const [kind, pieceId, messageId, brandId, language, words, group, likeness] of demandPieces(project)) {
    const demands = byKind.get(kind);
    if (demands === undefined) continue;
    const key = `${brandId ?? ''} ${language}`;
    let apart = grounds.get(key);
    if (apart === undefined) grounds.set(key, (apart = `${brands.get(brandId ?? -1) ?? ''} ${language}`));
    demands.pieceIds.push(pieceId);
    demands.messageIds.push(messageId);
    demands.standing.push(group);
    demands.likeness.push(likeness);
    demands.topics.push({ words: words.includes(' ') ? words : '', asks: null, apart });
    if ((read += 1) % STEP === 0) onStep(read);
  }
  return byKind;
}

/** The groups of each kind as they stood before: those that stand, with the members that were taken out to be made again. */
export function earlierGroups(gone: readonly MemberBefore[], standing: ReadonlyMap<MergedKind, Demands>): ReadonlyMap<MergedKind, readonly GroupBefore[]> {
  const byKind = new Map(MERGED_KINDS.map((kind) => [kind, new Map<string, number[]>()]));
  const note = (groups: Map<string, number[]> | undefined, id: string, messageId: number): void => {
    const members = groups?.get(id);
    if (members === undefined) groups?.set(id, [messageId]);
    else members.push(messageId);
  };
  for (const [kind, group, messageId] of gone) note(byKind.get(kind), group, messageId);
  for (const [kind, { standing: groups, messageIds }] of standing) groups.forEach((group, place) => {
    if (group !== null) note(byKind.get(kind), group, messageIds[place] ?? 0);
  });
  return new Map([...byKind].map(([kind, groups]) => [kind, Array.from(groups, ([id, members]) => ({ id, members })).sort((one, other) => (one.id < other.id ? -1 : 1))]));
}

/**
 * Pieces of one kind that ask the same: content words at least half alike (min-hashing), to one brand, in one language. Every
 * piece is in a group, most of them alone. A group keeps the name of the earlier one with which it shares most members, else
 * it is named after its earliest message, so that a project made anew from the same files has the same names. Looks at all
 * pieces at once, since who leads rests on how many say the same; their words are kept, and linear work is left. Returns the
 * pieces whose group or likeness is another than what is stored.
 */
export function foundGroups(project: ProjectDatabase, { pieceIds, messageIds, standing, likeness: stored, topics }: Demands, { kind, seed, before }: { readonly kind: MergedKind; readonly seed: number; readonly before: readonly GroupBefore[] }): GroupedPiece[] {
  // 1. who asks the same; pieces without words stay alone
  const { groups: found, groupOf, likeness } = questionGrouping(topics, { seed });
  let count = found;
  for (let position = 0; position < groupOf.length; position += 1) if ((groupOf[position] ?? 0) < 0) groupOf[position] = count++;
  // 2. names
  const names = groupNames(project, { kind, count, groupOf, messageIds, before });
  return pieceIds.flatMap((pieceId, position) => {
    const group = names[groupOf[position] ?? 0] ?? '';
    const like = Math.round((likeness[position] ?? 1) * 1000) / 1000;
    return standing[position] === group && stored[position] === like ? [] : [{ pieceId, group, likeness: like }];
  });
}

interface Unnamed {
  readonly kind: MergedKind;
  readonly count: number;
  readonly groupOf: Int32Array;
  readonly messageIds: readonly number[];
  readonly before: readonly GroupBefore[];
}

/** The name of each group. Groups with the very members they had keep theirs, and are not compared with any other. */
function groupNames(project: ProjectDatabase, { kind, count, groupOf, messageIds, before }: Unnamed): string[] {
  const earlierOf = new Map<number, number>();
  before.forEach(({ members }, group) => {
    for (const messageId of members) earlierOf.set(messageId, group);
  });
  const sizes = new Int32Array(count);
  // the one earlier group that all members were in; -1 none or several
  const earlier = new Int32Array(count).fill(-2);
  groupOf.forEach((group, position) => {
    sizes[group] = (sizes[group] ?? 0) + 1;
    const own = earlierOf.get(messageIds[position] ?? 0) ?? -1;
    earlier[group] = earlier[group] === -2 || earlier[group] === own ? own : -1;
  });
  const names = new Array<string | null>(count).fill(null);
  const isSame = (group: number): boolean => (earlier[group] ?? -1) >= 0 && before[earlier[group] ?? 0]?.members.length === sizes[group];
  const changed = new Int32Array(count).fill(-1);
  const members: number[][] = [];
  for (let group = 0; group < count; group += 1) {
    if (isSame(group)) names[group] = before[earlier[group] ?? 0]?.id ?? null;
    else {
      changed[group] = members.length;
      members.push([]);
    }
  }
  groupOf.forEach((group, position) => {
    members[changed[group] ?? -1]?.push(messageIds[position] ?? 0);
  });
  const kept = new Set(names);
  const keptNames = keptTopicIds(before.filter(({ id }) => !kept.has(id)), members);
  const taken = new Set([...names, ...keptNames].filter((name) => name !== null));
  const keys = contentNames(project, members.flatMap((group, place) => (keptNames[place] === null ? group : [])));
  for (let group = 0; group < count; group += 1) {
    const place = changed[group] ?? -1;
    if (place < 0) continue;
    let name = keptNames[place] ?? null;
    if (name === null) {
      name = groupName(kind, earliest((members[place] ?? []).flatMap((messageId) => keys.get(messageId) ?? [])));
      while (taken.has(name)) name = groupName(kind, name);
      taken.add(name);
    }
    names[group] = name;
  }
  return names.map((name) => name ?? '');
}

function earliest(keys: readonly ContentName[]): string {
  return keys.reduce<ContentName | null>((first, key) => {
    const [one, other] = [key.atMs ?? Infinity, first?.atMs ?? Infinity];
    return first === null || one < other || (one === other && key.key < first.key) ? key : first;
  }, null)?.key ?? '';
}
