import Database from 'better-sqlite3';
import { ACTS, INTENTS, codeSet, type Act, type Intent, type MessageKind, type Outcome, type Role, type TextKind } from '../../src/domain/model/codes.ts';
import type { ProjectDatabase } from '../../src/store/project-database.ts';
import { migrate } from '../../src/store/migrations.ts';

/** A message to lay into a project by hand, with its labels as a reader would give them. Ids are those of the tables. */
export interface PlacedMessage {
  readonly id: number;
  readonly account: number | null;
  readonly kind?: MessageKind;
  readonly container?: number | null;
  readonly atMs?: number | null;
  readonly parent?: number | null;
  readonly root?: number | null;
  readonly text?: string | null;
  readonly intents?: readonly Intent[];
  readonly acts?: readonly Act[];
  readonly textKind?: TextKind;
  readonly thanks?: boolean;
  readonly sign?: 1 | -1 | null;
  readonly economicTie?: boolean;
  readonly outbound?: boolean;
  readonly likes?: number | null;
  readonly views?: number | null;
  readonly promises?: readonly { dueAfterSeconds: number | null }[];
}

/** A request to lay into a project, as the response stage would store it. */
export interface PlacedRequest {
  readonly message: number;
  readonly account: number | null;
  readonly intents: readonly Intent[];
  readonly brand?: number;
  readonly outcome?: Outcome;
  readonly answer?: number | null;
  readonly answeredAtMs?: number | null;
  readonly atMs?: number;
  readonly peerAtMs?: number | null;
  readonly parts?: readonly number[];
  readonly root?: number;
  readonly observationEndMs?: number;
}

/** A project in memory with two brands (1 own, 2 a competitor), a page of each (1, 2) and a page of nobody's (3). */
export interface PlacedProject extends ProjectDatabase {
  readonly addMessage: (message: PlacedMessage) => void;
  readonly addRequest: (request: PlacedRequest) => void;
  readonly addRole: (account: number, role: Role, brand?: number | null) => void;
  readonly addMention: (message: number, account: number | null, leading?: boolean) => void;
  readonly addReaction: (message: number, account: number | null, kind?: string, count?: number) => void;
}

/** Lays out an empty project with `accounts` accounts numbered from 1. Messages and requests are placed one by one. */
export function placedProject(accounts: number, path = ':memory:'): PlacedProject {
  const connection = new Database(path);
  migrate(connection);
  connection.exec(`INSERT INTO network (id, code) VALUES (1, 'facebook');
    INSERT INTO brand (id, name, is_own) VALUES (1, 'Aurora', 1), (2, 'Tramonto', 0);
    INSERT INTO container (id, network_id, native_id, name, kind, brand_id) VALUES (1, 1, 'c1', 'Aurora page', 'page', 1), (2, 1, 'c2', 'Tramonto page', 'page', 2), (3, 1, 'c3', 'Group', 'page', NULL);
    INSERT INTO import (id, file_name, file_hash, format, mapping, time_zone, started_at_ms, state) VALUES (1, 'a.csv', 'h', 'table', '{}', 'Europe/Rome', 0, 'done')`);
  const account = connection.prepare('INSERT INTO account (id, network_id, native_id, handle, name) VALUES (?, 1, ?, ?, ?)');
  const message = connection.prepare(`INSERT INTO message (id, import_id, network_id, native_id, kind, container_id, account_id, created_at_ms, precision, text, parent_native_id, parent_id, root_id, likes, views, line)
    VALUES (?, 1, 1, ?, ?, ?, ?, ?, 's', ?, ?, ?, ?, ?, ?, ?)`);
  const reading = connection.prepare(`INSERT INTO reading (message_id, direction, text_kind, language, intents, primary_intent, acts, promises, recommendation_sign, economic_tie, thanks) VALUES (?, ?, ?, 'it', ?, ?, ?, ?, ?, ?, ?)`);
  const request = connection.prepare(`INSERT INTO request (message_id, brand_id, account_id, container_id, network_id, import_id, root_id, at_ms, precision, intents, primary_intent, intent_order, observation_end_ms, answered_at_ms, answer_message_id,
      outcome, waited_s, censored, inferred, reopened, clock_skewed, peer_first, peer_at_ms, observability, listed_apart, under_promotion)
    VALUES (?, ?, ?, 1, 1, 1, ?, ?, 'fine', ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, 'observable', NULL, 0)`);
  const part = connection.prepare('INSERT INTO request_part (message_id, request_id) VALUES (?, ?)');
  const role = connection.prepare(`INSERT INTO account_role (account_id, brand_id, role, origin) VALUES (?, ?, ?, 'hand')`);
  const mention = connection.prepare('INSERT INTO mention (message_id, handle, leading, account_id) VALUES (?, ?, ?, ?)');
  const reaction = connection.prepare('INSERT OR IGNORE INTO reaction (import_id, network_id, target_native_id, message_id, account_id, kind, count) VALUES (1, 1, ?, ?, ?, ?, ?)');
  connection.transaction(() => {
    for (let id = 1; id <= accounts; id += 1) account.run(id, `a${id}`, `person${id}`, `Person ${id}`);
  })();
  return {
    connection, path, readOnly: false, journalMode: 'wal',
    addMessage({ id, account: author, kind = 'comment', container = 1, atMs = id * 1000, parent = null, root = parent ?? id, text = 'due parole', intents = [], acts = [], textKind = 'text', thanks = false, sign = null, economicTie = false, outbound = false, likes = null, views = null, promises = [] }) {
      message.run(id, `m${id}`, kind, container, author, atMs, text, parent === null ? null : `m${parent}`, parent, root, likes, views, id);
      reading.run(id, outbound ? 'outbound' : 'inbound', textKind, outbound ? null : codeSet(INTENTS, intents), intents[0] ?? null, outbound ? codeSet(ACTS, acts) : null, promises.length === 0 ? null : JSON.stringify(promises.map((promise) => ({ start: 0, end: text?.length ?? 0, dueText: null, ...promise }))), sign, economicTie ? 1 : 0, thanks ? 1 : 0);
    },
    addRequest({ message: messageId, account: asker, intents, brand = 1, outcome = 'silence', answer = null, answeredAtMs = answer === null ? null : answer * 1000, atMs = messageId * 1000, peerAtMs = null, parts = [], root = messageId, observationEndMs = 10_000_000_000 }) {
      const censored = outcome === 'public' || outcome === 'private' ? 0 : 1;
      const { lastInsertRowid } = request.run(
        messageId, brand, asker, root, atMs, codeSet(INTENTS, intents), intents[0] ?? 'other', intents.join(' '), observationEndMs, answeredAtMs, answer, outcome,
        ((censored === 0 && answeredAtMs !== null ? answeredAtMs : observationEndMs) - atMs) / 1000, censored, peerAtMs === null ? 0 : 1, peerAtMs,
      );
      for (const merged of parts) part.run(merged, lastInsertRowid);
      connection.prepare('INSERT OR IGNORE INTO judged_message VALUES (?)').run(messageId);
    },
    addRole: (accountId, code, brand = 1) => void role.run(accountId, brand, code),
    addMention: (messageId, accountId, leading = false) => void mention.run(messageId, `person${accountId ?? 0}`, leading ? 1 : 0, accountId),
    addReaction: (messageId, accountId, kind = 'like', count = 1) => void reaction.run(`m${messageId}`, messageId, accountId, kind, count),
  };
}
