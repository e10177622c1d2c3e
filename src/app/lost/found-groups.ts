import { createHash } from 'node:crypto';
import type { MergedKind } from '../../domain/model/value-piece.ts';
import { questionGroups, type QuestionTopic } from '../../domain/terms/question-groups.ts';
import { keptTopicIds } from '../../domain/terms/topic-identity.ts';
import { contentNames, pieceTexts, type ContentName, type GroupBefore, type GroupedPiece } from '../../store/piece-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { termReader } from '../../text/terms.ts';

const BATCH = 5000;
const NAME_LENGTH = 16;
/** Fewer content words than this are alike by chance. */
const LEAST_WORDS = 2;

const READERS = { it: termReader('it'), en: termReader('en') } as const;

/** The content words by which two demands are compared; none in languages that are not read. */
export function demandWords(text: string, language: string): string[] {
  return language === 'it' || language === 'en' ? READERS[language].topicOf(text) : [];
}

/** Names a group after what names one of its messages in any project. */
export function groupName(kind: MergedKind, key: string): string {
  return createHash('sha256').update(`${kind} ${key}`).digest('hex').slice(0, NAME_LENGTH);
}

/**
 * Pieces of one kind that ask the same: content words at least half alike (min-hashing), to one brand, in one language. Every
 * piece is in a group, most of them alone. A group keeps the name of the earlier one with which it shares most members, else
 * it is named after its earliest message, so that a project made anew from the same files has the same names.
 */
export function foundGroups(project: ProjectDatabase, { kind, seed, before, onStep }: { readonly kind: MergedKind; readonly seed: number; readonly before: readonly GroupBefore[]; readonly onStep: (read: number) => void }): GroupedPiece[] {
  // 1. what each piece is about
  const pieces: { pieceId: number; messageId: number }[] = [];
  const topics: QuestionTopic[] = [];
  for (let afterId = 0; ; ) {
    const texts = pieceTexts(project, kind, { afterId, size: BATCH });
    const last = texts.at(-1);
    if (last === undefined) break;
    afterId = last.pieceId;
    for (const { pieceId, messageId, brand, language, text } of texts) {
      const words = demandWords(text, language);
      pieces.push({ pieceId, messageId });
      topics.push({ stems: words.length < LEAST_WORDS ? [] : words, asks: null, apart: `${brand} ${language}` });
    }
    onStep(pieces.length);
  }
  // 2. who asks the same; pieces without words stay alone
  const found = questionGroups(topics, { seed });
  const grouped = new Set(found.flatMap((group) => group.map(({ position }) => position)));
  const alone = pieces.flatMap((_, position) => (grouped.has(position) ? [] : [[{ position, likeness: 1 }]]));
  const groups = [...found, ...alone].map((group) => group.flatMap(({ position, likeness }) => {
    const piece = pieces[position];
    return piece === undefined ? [] : [{ ...piece, likeness }];
  }));
  // 3. names
  const names = keptTopicIds(before, groups.map((group) => group.map(({ messageId }) => messageId)));
  const keys = contentNames(project, pieces.map(({ messageId }) => messageId));
  const taken = new Set(names.filter((name) => name !== null));
  return groups.flatMap((group, position) => {
    let name = names[position] ?? null;
    if (name === null) {
      name = groupName(kind, earliest(group.flatMap(({ messageId }) => keys.get(messageId) ?? [])));
      while (taken.has(name)) name = groupName(kind, name);
      taken.add(name);
    }
    const own = name;
    return group.map(({ pieceId, likeness }) => ({ pieceId, group: own, likeness: Math.round(likeness * 1000) / 1000 }));
  });
}

function earliest(keys: readonly ContentName[]): string {
  return keys.reduce<ContentName | null>((first, key) => {
    const [one, other] = [key.atMs ?? Infinity, first?.atMs ?? Infinity];
    return first === null || one < other || (one === other && key.key < first.key) ? key : first;
  }, null)?.key ?? '';
}
