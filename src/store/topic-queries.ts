import { ACTS, INTENTS, codeSet } from '../domain/model/codes.ts';
import type { TopicKind } from '../domain/model/topic.ts';
import type { ProjectDatabase } from './project-database.ts';

/** A request that asks something, of one brand, by its first message. */
export interface AskedQuestion {
  readonly messageId: number;
  readonly accountId: number | null;
  readonly brandId: number;
  readonly brand: string;
  readonly language: string;
  /** Empty where its words are known. */
  readonly text: string;
  /** Its content words in order, parted by blanks, and the class of its question word, as last kept; null where they are not known. */
  readonly words: string | null;
  readonly asks: string | null;
}

/** What a message that asks is about, to be kept. */
export interface QuestionWords {
  readonly messageId: number;
  readonly language: string;
  readonly words: string;
  readonly asks: string | null;
}

/** A topic as stored. */
export interface TopicToStore {
  readonly id: string;
  readonly kind: TopicKind;
  readonly brandId: number | null;
  readonly label: string;
  readonly terms: readonly string[];
  readonly members: readonly { readonly messageId: number; readonly likeness: number }[];
}

/** Intents of requests that are questions. */
export const QUESTION_INTENTS = codeSet(INTENTS, ['information', 'purchase', 'decision']);
const ANSWERING = codeSet(ACTS, ['answer', 'care']);

/** A text with the language it was read in. */
export interface SpokenText {
  readonly text: string;
  readonly language: string;
}

/** Reads the text of one message after another; empty for one that has none. */
export function textReader({ connection }: ProjectDatabase): (messageId: number) => SpokenText {
  const select = connection.prepare(`SELECT COALESCE(m.text, '') AS text, COALESCE(r.language, 'unknown') AS language FROM message m LEFT JOIN reading r ON r.message_id = m.id WHERE m.id = ?`);
  return (messageId) => (select.get(messageId) as SpokenText | undefined) ?? { text: '', language: 'unknown' };
}

/** The next `size` requests that ask something, by number of request above `afterId`. */
export function askedQuestions({ connection }: ProjectDatabase, afterId: number, size: number): (AskedQuestion & { readonly requestId: number })[] {
  return connection.prepare(`SELECT q.id AS requestId, q.message_id AS messageId, q.account_id AS accountId, q.brand_id AS brandId, b.name AS brand, r.language AS language, w.words AS words, w.asks AS asks, CASE WHEN w.words IS NULL THEN m.text ELSE '' END AS text
    FROM request q JOIN brand b ON b.id = q.brand_id JOIN message m ON m.id = q.message_id JOIN reading r ON r.message_id = q.message_id LEFT JOIN question_words w ON w.message_id = q.message_id AND w.language = r.language
    WHERE q.id > ? AND q.intents & ${QUESTION_INTENTS} AND q.listed_apart IS NULL AND r.language IN ('it', 'en') AND m.text IS NOT NULL ORDER BY q.id LIMIT ?`).all(afterId, size) as (AskedQuestion & { requestId: number })[];
}

/** Keeps what questions are about; forgotten again where their text, or its language, is noted as another. One transaction. */
export function keepQuestionWords({ connection }: ProjectDatabase, questions: Iterable<QuestionWords>): void {
  const put = connection.prepare('INSERT OR REPLACE INTO question_words (message_id, language, words, asks) VALUES (@messageId, @language, @words, @asks)');
  connection.transaction(() => {
    for (const question of questions) put.run(question);
  })();
}

/** Members of a topic that was there before, one by one; those of messages that are gone are left out. */
export function topicsBefore({ connection }: ProjectDatabase, kind: TopicKind, brandId: number | null): { id: string; members: number[] }[] {
  const rows = connection.prepare('SELECT t.topic, t.message_id FROM topic k JOIN topic_message t ON t.topic = k.id WHERE k.kind = ? AND k.brand_id IS ? ORDER BY t.topic').raw().iterate(kind, brandId) as IterableIterator<[string, number]>;
  const topics: { id: string; members: number[] }[] = [];
  for (const [id, messageId] of rows) {
    const last = topics.at(-1);
    if (last?.id === id) last.members.push(messageId);
    else topics.push({ id, members: [messageId] });
  }
  return topics;
}

/** Names of a message in its content and when it was written; null where no time is known. */
export interface ContentKey {
  readonly key: string;
  readonly atMs: number | null;
}

/** What names each message whatever the project (network, kind, the source's own number), with its time. */
export function contentKeys({ connection }: ProjectDatabase, messageIds: readonly number[]): ContentKey[] {
  return connection.prepare(`SELECT n.code || ' ' || m.kind || ' ' || m.native_id AS key, CASE WHEN m.precision IN ('relative', 'none') THEN NULL ELSE m.created_at_ms END AS atMs
    FROM json_each(?) wanted JOIN message m ON m.id = wanted.value JOIN network n ON n.id = m.network_id`).all(JSON.stringify(messageIds)) as ContentKey[];
}

/** Every topic as stored, by name: all of it in one text, to be compared. */
function storedTopics({ connection }: ProjectDatabase): Map<string, string> {
  const topics = new Map((connection.prepare('SELECT id, kind, brand_id, label, terms FROM topic').raw().all() as [string, TopicKind, number | null, string, string][]).map(([id, ...facts]) => [id, { facts: JSON.stringify(facts), members: [] as string[] }]));
  for (const [topic, messageId, likeness] of connection.prepare('SELECT topic, message_id, likeness FROM topic_message ORDER BY topic, message_id').raw().iterate() as IterableIterator<[string, number, number]>) topics.get(topic)?.members.push(`${messageId} ${likeness}`);
  return new Map([...topics].map(([id, { facts, members }]) => [id, `${facts} ${members.join(',')}`]));
}

const rounded = (likeness: number): number => Math.round(likeness * 1000) / 1000;

function asStored({ kind, brandId, label, terms, members }: TopicToStore): string {
  const sorted = members.toSorted((one, other) => one.messageId - other.messageId);
  return `${JSON.stringify([kind, brandId, label, JSON.stringify(terms)])} ${sorted.map(({ messageId, likeness }) => `${messageId} ${rounded(likeness)}`).join(',')}`;
}

/** Makes exactly these topics stand, in one transaction: a topic that keeps its name must not be lost halfway. Those that are as they were are left alone; returns the names of the others. */
export function replaceTopics(project: ProjectDatabase, topics: readonly TopicToStore[]): Set<string> {
  const { connection } = project;
  const remove = [connection.prepare('DELETE FROM topic_message WHERE topic = ?'), connection.prepare('DELETE FROM topic WHERE id = ?')];
  const insert = connection.prepare('INSERT INTO topic (id, kind, brand_id, label, terms) VALUES (?, ?, ?, ?, ?)');
  const member = connection.prepare('INSERT INTO topic_message (topic, message_id, likeness) VALUES (?, ?, ?)');
  const changed = new Set<string>();
  connection.transaction(() => {
    const stored = storedTopics(project);
    const present = new Map(topics.map((topic) => [topic.id, topic]));
    for (const [id, known] of stored) {
      const topic = present.get(id);
      if (topic !== undefined && asStored(topic) === known) continue;
      for (const statement of remove) statement.run(id);
      stored.delete(id);
    }
    for (const { id, kind, brandId, label, terms, members } of topics) {
      if (stored.has(id)) continue;
      changed.add(id);
      insert.run(id, kind, brandId, label, JSON.stringify(terms));
      for (const { messageId, likeness } of members) member.run(id, messageId, rounded(likeness));
    }
  }).immediate();
  return changed;
}

/** Topics whose answers may be others: something in the conversations of their messages has been noted for the pieces, or their best answer is gone. */
export function touchedTopics({ connection }: ProjectDatabase): string[] {
  return connection.prepare(`SELECT DISTINCT t.topic FROM piece_message n CROSS JOIN topic_message t ON t.message_id = n.message_id UNION SELECT id FROM topic WHERE best_answer_id IS NULL AND best_answer_reason IS NOT NULL`).pluck().all() as string[];
}

/** An answer given in public to a question of a topic. */
export interface TopicAnswer {
  readonly messageId: number;
  readonly byBrand: number;
  readonly thanked: number;
  readonly answers: number;
  readonly atMs: number | null;
  readonly key: string;
  readonly text: string;
}

/** Answers looked at of one topic, the latest ones. */
const MOST_ANSWERS = 1000;

/**
 * Reads the answers to a topic's questions: public first answers of its brand, with whether the asker thanked in the thread
 * afterwards, and replies of other people for which the asker thanked.
 */
export function topicAnswers({ connection }: ProjectDatabase): (topic: string) => TopicAnswer[] {
  // the plus keeps the planner from walking all requests of the brand for every topic
  const key = (alias: string): string => `(SELECT n.code FROM network n WHERE n.id = ${alias}.network_id) || ' ' || ${alias}.kind || ' ' || ${alias}.native_id`;
  const select = connection.prepare(`SELECT * FROM (
      SELECT a.id AS messageId, 1 AS byBrand, EXISTS (SELECT 1 FROM message s JOIN reading x ON x.message_id = s.id WHERE s.root_id = q.root_id AND s.account_id = q.account_id AND s.created_at_ms >= q.answered_at_ms AND x.thanks = 1) AS thanked,
        COALESCE(r.acts & ${ANSWERING} <> 0, 0) AS answers, a.created_at_ms AS atMs, ${key('a')} AS key, a.text AS text
      FROM topic k JOIN topic_message t ON t.topic = k.id JOIN request q ON q.message_id = t.message_id AND +q.brand_id = k.brand_id JOIN message a ON a.id = q.answer_message_id LEFT JOIN reading r ON r.message_id = a.id
      WHERE k.id = @topic AND q.outcome = 'public' AND q.listed_apart IS NULL AND a.text IS NOT NULL
      UNION SELECT p.id, 0, 1, 1, p.created_at_ms, ${key('p')}, p.text
      FROM topic_message t JOIN message m ON m.id = t.message_id JOIN message p ON p.parent_id = m.id AND p.account_id <> m.account_id JOIN reading r ON r.message_id = p.id
      WHERE t.topic = @topic AND r.direction = 'inbound' AND p.text IS NOT NULL AND EXISTS (SELECT 1 FROM message s JOIN reading x ON x.message_id = s.id WHERE s.parent_id = p.id AND s.account_id = m.account_id AND x.thanks = 1)
    ) ORDER BY atMs DESC, key LIMIT ${MOST_ANSWERS}`);
  return (topic) => select.all({ topic }) as TopicAnswer[];
}

/** Stores the answers chosen for topics, null for those without one; one transaction. */
export function storeBestAnswers({ connection }: ProjectDatabase, answers: readonly { readonly topic: string; readonly messageId: number | null; readonly reason: string | null }[]): void {
  const update = connection.prepare('UPDATE topic SET best_answer_id = ?, best_answer_reason = ? WHERE id = ?');
  connection.transaction(() => {
    for (const { topic, messageId, reason } of answers) update.run(messageId, reason, topic);
  }).immediate();
}
