import type { RecordedMessage, RejectedRow } from '../domain/model/record.ts';
import { createAccountWriter } from './account-writer.ts';
import type { ProjectDatabase } from './project-database.ts';
import { writeSlice } from './write-slice.ts';

/** A message with the handles found in its text. */
export interface WritableMessage {
  readonly message: RecordedMessage;
  readonly mentions: readonly { readonly handle: string; readonly leading: boolean }[];
}

/** Writes the records of one open import. */
export interface ImportWriter {
  /** Writes a batch in transactions of a few dozen milliseconds; `afterSlice` may throw to stop between two. */
  write(batch: { readonly messages: readonly WritableMessage[]; readonly rejected: readonly RejectedRow[] }, afterSlice: () => void): void;
  readonly counts: () => { readonly messages: number; readonly accounts: number; readonly duplicates: number; readonly rejected: number };
  /** Ids from here on are this import's. */
  readonly firstMessageId: number;
}

const VALUES = [
  'container_id', 'account_id', 'created_at_ms', 'precision', 'text', 'parent_native_id', 'root_native_id', 'source_inbound', 'language_tag', 'url', 'rating', 'likes', 'replies', 'shares', 'views', 'liked_by_brand',
] as const;
type StoredValues = Record<(typeof VALUES)[number], string | number | null>;

const PRECISION_RANK = ['none', 'relative', 'day', 'min', 's', 'ms'];

/** What a message is after being met again: what is newly said wins, except that an exact time is never replaced by another. */
function merged(before: StoredValues, after: StoredValues): StoredValues {
  const values = { ...before };
  for (const column of VALUES) if (after[column] !== null) values[column] = after[column];
  // another file's name for the place or the person is no reason to move a message
  values.container_id = before.container_id ?? after.container_id;
  values.account_id = before.account_id ?? after.account_id;
  // an edit keeps the first time; only a more exact reading replaces one
  if (PRECISION_RANK.indexOf(String(after.precision)) <= PRECISION_RANK.indexOf(String(before.precision))) {
    values.created_at_ms = before.created_at_ms;
    values.precision = before.precision;
  }
  return values;
}

function flag(value: boolean | null): number | null {
  return value === null ? null : value ? 1 : 0;
}

function storedValues(message: RecordedMessage, containerId: number | null, accountId: number | null): StoredValues {
  return {
    container_id: containerId, account_id: accountId, created_at_ms: message.createdAtMs, precision: message.precision, text: message.text, parent_native_id: message.parentNativeId, root_native_id: message.rootNativeId,
    source_inbound: flag(message.inbound), language_tag: message.languageTag, url: message.url, rating: message.rating, likes: message.likes, replies: message.replies, shares: message.shares, views: message.views,
    liked_by_brand: flag(message.likedByBrand),
  };
}

/**
 * Creates the writer of an open import. A message met before (same network, id and kind) is updated, not doubled, and
 * counted as a duplicate; what it replaced is kept for undo. Messages that answer nothing are their own thread at once,
 * the others are linked afterwards. One writer at a time: it gives out message ids itself.
 */
export function createImportWriter(project: ProjectDatabase, importId: number): ImportWriter {
  const { connection } = project;
  const accounts = createAccountWriter(project, importId);
  const firstMessageId = ((connection.prepare('SELECT max(id) FROM message').pluck().get() as number | null) ?? 0) + 1;
  let nextId = firstMessageId;
  let messages = 0;
  let duplicates = 0;
  let rejected = 0;
  const insert = connection.prepare(`INSERT INTO message (id, import_id, network_id, native_id, kind, root_id, line, ${VALUES.join(', ')}) VALUES (${Array.from({ length: 7 + VALUES.length }, () => '?').join(', ')}) ON CONFLICT DO NOTHING`);
  const select = connection.prepare(`SELECT id, import_id AS importId, ${VALUES.join(', ')} FROM message WHERE network_id = ? AND native_id = ? AND kind = ?`);
  const update = connection.prepare(`UPDATE message SET ${VALUES.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`);
  const sight = connection.prepare(`INSERT INTO sighting (import_id, record, record_id, before) VALUES (?, 'message', ?, ?) ON CONFLICT DO UPDATE SET before = COALESCE(before, excluded.before)`);
  const insertMention = connection.prepare('INSERT INTO mention (message_id, handle, leading, account_id) VALUES (?, ?, ?, ?)');
  const selectMentions = connection.prepare('SELECT handle, leading FROM mention WHERE message_id = ? ORDER BY rowid').raw();
  const deleteMentions = connection.prepare('DELETE FROM mention WHERE message_id = ?');
  const unlink = connection.prepare('UPDATE message SET parent_id = NULL WHERE id = ?');
  const reject = connection.prepare('INSERT INTO rejection (import_id, line, code, detail) VALUES (?, ?, ?, ?)');

  function writeMentions(id: number, networkId: number, mentions: WritableMessage['mentions']): void {
    for (const { handle, leading } of mentions) insertMention.run(id, handle, leading ? 1 : 0, accounts.rememberedAccount(networkId, handle));
  }

  function writeDuplicate(networkId: number, { message, mentions }: WritableMessage, values: StoredValues): void {
    duplicates += 1;
    const { id, importId: owner, ...before } = select.get(networkId, message.nativeId, message.kind) as StoredValues & { id: number; importId: number };
    const after = merged(before, values);
    const changed = VALUES.some((column) => after[column] !== before[column]);
    if (owner !== importId) sight.run(importId, id, changed ? JSON.stringify({ ...before, mentions: after.text === before.text ? null : selectMentions.all(id) }) : null);
    if (!changed) return;
    update.run(...VALUES.map((column) => after[column]), id);
    if (after.parent_native_id !== before.parent_native_id) unlink.run(id);
    if (after.text === before.text) return;
    deleteMentions.run(id);
    writeMentions(id, networkId, mentions);
  }

  function writeMessage(writable: WritableMessage): void {
    const { message } = writable;
    const networkId = accounts.networkId(message.network);
    const containerId = message.container === null ? null : accounts.containerId(networkId, message.container);
    const accountId = message.author === null ? null : accounts.accountId(networkId, message.author);
    const isRoot = message.parentNativeId === null && message.rootNativeId === null;
    const { changes } = insert.run(
      nextId, importId, networkId, message.nativeId, message.kind, isRoot ? nextId : null, message.line, containerId, accountId, message.createdAtMs, message.precision, message.text, message.parentNativeId, message.rootNativeId,
      flag(message.inbound), message.languageTag, message.url, message.rating, message.likes, message.replies, message.shares, message.views, flag(message.likedByBrand),
    );
    if (changes === 0) return writeDuplicate(networkId, writable, storedValues(message, containerId, accountId));
    writeMentions(nextId, networkId, writable.mentions);
    nextId += 1;
    messages += 1;
  }

  return {
    firstMessageId,
    counts: () => ({ messages, accounts: accounts.added(), duplicates, rejected }),
    write(batch, afterSlice) {
      let messageAt = 0;
      let rejectionAt = 0;
      const step = (): boolean => {
        // several a step: asking the clock costs as much as a row
        for (let many = 0; many < 50; many += 1) {
          const writable = batch.messages[messageAt];
          const refused = batch.rejected[rejectionAt];
          if (writable !== undefined) {
            writeMessage(writable);
            messageAt += 1;
          } else if (refused !== undefined) {
            reject.run(importId, refused.line, refused.code, refused.detail);
            rejectionAt += 1;
            rejected += 1;
          } else return false;
        }
        return true;
      };
      let more = batch.messages.length + batch.rejected.length > 0;
      while (more) {
        more = writeSlice(project, step);
        afterSlice();
      }
    },
  };
}
