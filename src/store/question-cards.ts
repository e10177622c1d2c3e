import type { ProjectDatabase } from './project-database.ts';

/** A message as decisions name it. */
export interface MessageName {
  readonly network: string;
  readonly kind: string;
  readonly message: string;
}

/** What a person said of a question that recurs, held by one of its messages. */
export interface QuestionCard extends MessageName {
  readonly kept: boolean;
  /** The answer to give, in the person's own words; empty where none was written. */
  readonly text: string;
  /** Another message that answers best; null while the found one holds. */
  readonly answer: MessageName | null;
  readonly atMs: number;
}

/** A card as it stands for a topic, with the chosen answer by number where it is there. */
export interface StandingCard extends QuestionCard {
  readonly topic: string;
  readonly answerId: number | null;
}

interface Columns extends MessageName {
  readonly topic: string;
  readonly kept: number;
  readonly text: string;
  readonly answerNetwork: string | null;
  readonly answerKind: string | null;
  readonly answerMessage: string | null;
  readonly answerId: number | null;
  readonly atMs: number;
}

const COLUMNS = 'd.network, d.kind, d.message, d.kept, d.text, d.answer_network AS answerNetwork, d.answer_kind AS answerKind, d.answer_message AS answerMessage, d.at_ms AS atMs';

/** The cards of every topic that has one: where its questions hold several, the latest. */
export function standingCards({ connection }: ProjectDatabase): Map<string, StandingCard> {
  const rows = connection.prepare(`SELECT t.topic AS topic, ${COLUMNS}, (SELECT a.id FROM message a JOIN network x ON x.id = a.network_id WHERE x.code = d.answer_network AND a.native_id = d.answer_message AND a.kind = d.answer_kind) AS answerId
    FROM question_card d JOIN network n ON n.code = d.network JOIN message m ON m.network_id = n.id AND m.native_id = d.message AND m.kind = d.kind JOIN topic_message t ON t.message_id = m.id JOIN topic k ON k.id = t.topic AND k.kind = 'question'
    ORDER BY d.at_ms, d.network, d.kind, d.message`).all() as Columns[];
  return new Map(rows.map((row) => [row.topic, { ...cardOf(row), topic: row.topic, answerId: row.answerId }]));
}

function cardOf({ network, kind, message, kept, text, answerNetwork, answerKind, answerMessage, atMs }: Omit<Columns, 'topic' | 'answerId'>): QuestionCard {
  return { network, kind, message, kept: kept === 1, text, answer: answerNetwork === null || answerKind === null || answerMessage === null ? null : { network: answerNetwork, kind: answerKind, message: answerMessage }, atMs };
}

/** The earliest question of a topic, by what names it; null for topics that are not there or ask nothing. */
export function firstQuestion({ connection }: ProjectDatabase, topic: string): MessageName | null {
  return (connection.prepare(`SELECT n.code AS network, m.kind AS kind, m.native_id AS message FROM topic k JOIN topic_message t ON t.topic = k.id JOIN message m ON m.id = t.message_id JOIN network n ON n.id = m.network_id
    WHERE k.id = ? AND k.kind = 'question' ORDER BY m.created_at_ms IS NULL, m.created_at_ms, n.code, m.kind, m.native_id LIMIT 1`).get(topic) as MessageName | undefined) ?? null;
}

/** What names a message; null where it is not there. */
export function messageName({ connection }: ProjectDatabase, messageId: number): MessageName | null {
  return (connection.prepare('SELECT n.code AS network, m.kind AS kind, m.native_id AS message FROM message m JOIN network n ON n.id = m.network_id WHERE m.id = ?').get(messageId) as MessageName | undefined) ?? null;
}

/** Makes exactly these cards stand for some messages. To be called inside a transaction. */
export function putCards({ connection }: ProjectDatabase, names: readonly MessageName[], cards: readonly QuestionCard[]): void {
  const remove = connection.prepare('DELETE FROM question_card WHERE network = @network AND kind = @kind AND message = @message');
  const insert = connection.prepare('INSERT INTO question_card (network, kind, message, kept, text, answer_network, answer_kind, answer_message, at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const { network, kind, message } of names) remove.run({ network, kind, message });
  for (const { network, kind, message, kept, text, answer, atMs } of cards) insert.run(network, kind, message, Number(kept), text, answer?.network ?? null, answer?.kind ?? null, answer?.message ?? null, atMs);
}

/** Distinct people who asked a topic's question after a moment. */
export function askersAfter({ connection }: ProjectDatabase, topic: string, atMs: number): number {
  return connection.prepare(`SELECT count(DISTINCT m.account_id) FROM topic_message t JOIN message m ON m.id = t.message_id WHERE t.topic = ? AND m.precision NOT IN ('relative', 'none') AND m.created_at_ms > ?`).pluck().get(topic, atMs) as number;
}
