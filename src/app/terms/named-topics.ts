import { createHash } from 'node:crypto';
import { keptTopicIds } from '../../domain/terms/topic-identity.ts';
import { contentKeys, topicsBefore, type ContentKey, type TopicToStore } from '../../store/topic-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { FoundTopic } from './found-topics.ts';

const BATCH = 5000;
const NAME_LENGTH = 16;

/** What names the earliest of some messages, whatever file it came in: by time, those without one last, then by what the source calls it. */
function earliestKey(project: ProjectDatabase, messageIds: readonly number[]): string {
  let earliest: ContentKey | null = null;
  for (let start = 0; start < messageIds.length; start += BATCH) {
    for (const message of contentKeys(project, messageIds.slice(start, start + BATCH))) {
      const [one, other] = [message.atMs ?? Infinity, earliest?.atMs ?? Infinity];
      if (earliest === null || one < other || (one === other && message.key < earliest.key)) earliest = message;
    }
  }
  return earliest?.key ?? '';
}

/** The parts among which names are kept: the copies, and the questions to each brand. */
function apart(topics: readonly FoundTopic[]): FoundTopic[][] {
  const parts = new Map<string, FoundTopic[]>();
  for (const topic of topics) {
    const key = `${topic.kind} ${topic.brandId ?? ''}`;
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [topic]);
    else part.push(topic);
  }
  return [...parts.values()];
}

/**
 * Gives topics their names: the one of the earlier topic with which most members are shared, else a hash of kind, brand and
 * earliest member, so that a project made anew from the same messages has the same names whatever the order of its files.
 * Where that hash is a name already kept by another topic it is drawn again from itself.
 */
export function namedTopics(project: ProjectDatabase, topics: readonly FoundTopic[]): TopicToStore[] {
  const parts = apart(topics).map((part) => {
    const { kind, brandId } = part[0] ?? { kind: 'copies', brandId: null };
    return { part, kept: keptTopicIds(topicsBefore(project, kind, brandId), part.map(({ members }) => members.map(({ messageId }) => messageId))) };
  });
  const taken = new Set(parts.flatMap(({ kept }) => kept.filter((id) => id !== null)));
  const keyOf = ({ kind, brand, members }: FoundTopic): string => `${kind} ${brand ?? ''} ${earliestKey(project, members.map(({ messageId }) => messageId))}`;
  const fresh = parts.flatMap(({ part, kept }) => part.filter((_, position) => kept[position] === null).map((topic) => ({ topic, key: keyOf(topic) })));
  const ids = new Map<FoundTopic, string>();
  for (const { part, kept } of parts) {
    part.forEach((topic, position) => {
      const id = kept[position];
      if (id !== undefined && id !== null) ids.set(topic, id);
    });
  }
  // in the order of their keys, so that two that would have one name part in the same way every time
  for (const { topic, key } of fresh.sort((one, other) => (one.key < other.key ? -1 : 1))) {
    let id = nameFrom(key);
    while (taken.has(id)) id = nameFrom(id);
    taken.add(id);
    ids.set(topic, id);
  }
  return topics.flatMap((topic) => {
    const id = ids.get(topic);
    return id === undefined ? [] : [{ ...topic, id }];
  });
}

function nameFrom(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, NAME_LENGTH);
}
