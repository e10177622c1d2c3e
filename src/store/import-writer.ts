import type Database from 'better-sqlite3';
import { LONGEST_RAW, type RecordedMessage, type RecordedReaction, type RejectedRow } from '../domain/model/record.ts';
import { maskedRow } from '../domain/model/masked-row.ts';
import { postAddress } from '../domain/model/post-address.ts';
import { createAccountWriter } from './account-writer.ts';
import { MESSAGE_VALUES, PLACE_BY_GUESS, SAID_VALUES, mergedValues, type StoredValues } from './message-merge.ts';
import type { ProjectDatabase } from './project-database.ts';
import { createReactionWriter } from './reaction-writer.ts';
import { textExchange } from './search-index.ts';
import { mergerOf, nativeOrder, statementDifference, statementFrom, wholeStatement, type Statement } from './statements.ts';
import { writeSlice } from './write-slice.ts';

/** A message with the handles found in its text. */
export interface WritableMessage {
  readonly message: RecordedMessage;
  readonly mentions: readonly { readonly handle: string; readonly leading: boolean }[];
}

/** Writes the records of one open import. */
export interface ImportWriter {
  /** Writes a batch in transactions of a few dozen milliseconds; `afterSlice` may throw to stop between two. */
  write(batch: { readonly messages: readonly WritableMessage[]; readonly reactions: readonly RecordedReaction[]; readonly rejected: readonly RejectedRow[] }, afterSlice: () => void): void;
  readonly counts: () => { readonly messages: number; readonly accounts: number; readonly reactions: number; readonly duplicates: number; readonly rejected: number };
  /** Ids from here on are this import's. */
  readonly firstMessageId: number;
}

function flag(value: boolean | null | undefined): number | null {
  return value == null ? null : value ? 1 : 0;
}

function storedValues(message: RecordedMessage, placeId: number | null, accountId: number | null): StoredValues {
  return {
    container_id: message.container?.isGuess === true ? null : placeId, guessed_container_id: message.container?.isGuess === true ? placeId : null, account_id: accountId, created_at_ms: message.createdAtMs, precision: message.precision, text: message.text, parent_native_id: message.parentNativeId, root_native_id: message.rootNativeId,
    source_inbound: flag(message.inbound), language_tag: message.languageTag, url: message.url, rating: message.rating, likes: message.likes, replies: message.replies, shares: message.shares, views: message.views,
    liked_by_brand: flag(message.likedByBrand), saves: message.saves ?? null, hidden: flag(message.hidden), quoted_native_id: message.quotedNativeId ?? null, address: message.kind === 'post' && message.url !== null ? postAddress(message.url) : null,
  };
}

/** Different sets of columns that are kept ready; formats leave the same ones empty row after row. */
const MOST_SHAPES = 64;
const OWN_COLUMNS = ['id', 'import_id', 'network_id', 'native_id', 'kind', 'root_id', 'line', 'placed_by_root'] as const;

/** Inserts messages: their own columns in order, and of the others those that are not null, because binding nothing to a column costs as much as a value. False where the message is there already. */
function messageInsert({ connection }: ProjectDatabase): (own: readonly (string | number | null)[], values: StoredValues) => boolean {
  const ready = new Map<number, Database.Statement>();
  return (own, values) => {
    const bound = [...own];
    let shape = 0;
    MESSAGE_VALUES.forEach((column, place) => {
      if (values[column] === null) return;
      shape |= 1 << place;
      bound.push(values[column]);
    });
    let insert = ready.get(shape);
    if (insert === undefined) {
      const columns = [...OWN_COLUMNS, ...MESSAGE_VALUES.filter((_, place) => (shape & (1 << place)) !== 0)];
      insert = connection.prepare(`INSERT INTO message (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`);
      if (ready.size === MOST_SHAPES) ready.clear();
      ready.set(shape, insert);
    }
    return insert.run(bound).changes === 1;
  };
}

/** Columns in which a source says otherwise than what is there, as keys of a JSON object; null when there is none. What it does not say is no difference, nor is the name of its file. */
function differingColumns(before: StoredValues, said: Statement): string | null {
  const differing = MESSAGE_VALUES.filter((column) => column !== 'guessed_container_id' && (said[column] ?? null) !== null && said[column] !== before[column]);
  return differing.length === 0 ? null : JSON.stringify(Object.fromEntries(differing.map((column) => [column, 1])));
}

/** What this import says of a message so far. */
const MINE = `FROM sighting s WHERE s.import_id = @importId AND s.record = 'message' AND s.record_id = m.id`;

/** A message met again: what it is, whose it is, and what its own import and this one said of it so far. */
interface MetMessage extends StoredValues {
  readonly id: number;
  readonly importId: number;
  readonly ownStatement: string | null;
  readonly isSighted: number;
  readonly stated: string | null;
}

/**
 * Creates the writer of an open import. A message met before (same network, id and kind) is updated, not doubled, and
 * counted as a duplicate; what each import says of it is kept apart, so that any of them can be undone. Messages that
 * answer nothing are their own thread at once, the others are linked afterwards. One writer at a time: it gives out message
 * ids itself. Writers of messages are the accounts that the sources say; persons are joined again when the import is
 * finished. The search index holds the texts of messages below `indexedBelow`; null: all that were there before.
 */
export function createImportWriter(project: ProjectDatabase, importId: number, { indexedBelow = null }: { readonly indexedBelow?: number | null } = {}): ImportWriter {
  const { connection } = project;
  const accounts = createAccountWriter(project, importId);
  const firstMessageId = ((connection.prepare('SELECT max(id) FROM message').pluck().get() as number | null) ?? 0) + 1;
  let nextId = firstMessageId;
  let messages = 0;
  let duplicates = 0;
  let rejected = 0;
  const insertMessage = messageInsert(project);
  // sub-queries, because the driver makes rows of joined tables ten times as slowly
  const select = connection.prepare(`SELECT id, import_id AS importId, (SELECT o.stated FROM own_statement o WHERE o.record = 'message' AND o.record_id = m.id) AS ownStatement, EXISTS (SELECT 1 ${MINE}) AS isSighted, (SELECT s.stated ${MINE}) AS stated,
    ${SAID_VALUES.map((column) => (column === 'account_id' ? 'COALESCE(source_account_id, account_id) AS account_id' : column)).join(', ')} FROM message m WHERE network_id = @networkId AND native_id = @nativeId AND kind = @kind`);
  const update = connection.prepare(`UPDATE message SET ${MESSAGE_VALUES.map((column) => `${column} = ?`).join(', ')}, source_account_id = NULL, placed_by_root = NULL WHERE id = ?`);
  const placeByGuess = connection.prepare(PLACE_BY_GUESS);
  const sight = connection.prepare(`INSERT INTO sighting (import_id, record, record_id, stated, said, declared, rereads) VALUES (?, 'message', ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET stated = excluded.stated, said = CASE WHEN said IS NULL THEN excluded.said ELSE json_patch(said, COALESCE(excluded.said, '{}')) END, declared = COALESCE(excluded.declared, declared), rereads = max(rereads, excluded.rereads)`);
  const keepOwn = connection.prepare(`INSERT INTO own_statement (record, record_id, stated) VALUES ('message', ?, ?)`);
  const insertMention = connection.prepare('INSERT INTO mention (message_id, handle, leading, account_id) VALUES (?, ?, ?, ?)');
  const selectMentions = connection.prepare('SELECT handle, leading FROM mention WHERE message_id = ? ORDER BY rowid').raw();
  const deleteMentions = connection.prepare('DELETE FROM mention WHERE message_id = ?');
  const unlink = connection.prepare('UPDATE message SET parent_id = NULL WHERE id = ?');
  const reject = connection.prepare('INSERT INTO rejection (import_id, line, code, detail, part, raw) VALUES (?, ?, ?, ?, ?, ?)');
  const reactions = createReactionWriter(project, importId, accounts);
  const order = nativeOrder(project);
  const merged = mergerOf(project, 'message');
  const exchangeText = textExchange(project);
  const firstUnindexed = indexedBelow ?? firstMessageId;

  function writeMentions(id: number, networkId: number, mentions: WritableMessage['mentions']): void {
    for (const { handle, leading } of mentions) insertMention.run(id, handle, leading ? 1 : 0, accounts.rememberedAccount(networkId, handle));
  }

  /** Keeps what this import says of a message of another one, and what that one says where the message becomes something else now. */
  function keepStatements({ id, ownStatement, isSighted, stated }: MetMessage, before: StoredValues, { said, isChanged, rereads }: { readonly said: Statement; readonly isChanged: boolean; readonly rereads: boolean }): void {
    const own: Statement = ownStatement === null ? before : wholeStatement('message', ownStatement);
    const mine = isSighted === 1 ? merged(id, statementFrom(own, stated), said) : said;
    sight.run(importId, id, statementDifference('message', own, mine), differingColumns(before, said), said['replies'], rereads ? 1 : 0);
    if (isChanged && ownStatement === null) keepOwn.run(id, JSON.stringify(before.text === null ? before : { ...before, mentions: JSON.stringify(selectMentions.all(id)) }));
  }

  function writeDuplicate(networkId: number, { message, mentions }: WritableMessage, values: StoredValues): void {
    duplicates += 1;
    const met = select.get({ importId, networkId, nativeId: message.nativeId, kind: message.kind }) as MetMessage;
    const { id } = met;
    if (met.importId !== importId && met.ownStatement === null && met.isSighted === 0 && MESSAGE_VALUES.every((column) => values[column] === met[column])) {
      sight.run(importId, id, null, null, values.replies, 0);
      return;
    }
    const before = Object.fromEntries(MESSAGE_VALUES.map((column) => [column, met[column]])) as StoredValues;
    const after = mergedValues(before, values, order);
    const isChanged = MESSAGE_VALUES.some((column) => after[column] !== before[column]);
    const rereads = after.text !== before.text || after.language_tag !== before.language_tag || after.created_at_ms !== before.created_at_ms;
    const said = values.text === null ? values : { ...values, mentions: JSON.stringify(mentions.map(({ handle, leading }) => [handle, leading ? 1 : 0])) };
    if (met.importId !== importId) keepStatements(met, before, { said, isChanged, rereads });
    if (!isChanged) return;
    update.run(...MESSAGE_VALUES.map((column) => after[column]), id);
    placeByGuess.run(id);
    if (after.parent_native_id !== before.parent_native_id) unlink.run(id);
    if (after.text === before.text) return;
    if (id < firstUnindexed) exchangeText(id, before.text === null ? null : String(before.text), after.text === null ? null : String(after.text));
    deleteMentions.run(id);
    writeMentions(id, networkId, mentions);
  }

  function writeMessage(writable: WritableMessage): void {
    const { message } = writable;
    const networkId = accounts.networkId(message.network);
    const placeId = message.container === null ? null : accounts.containerId(networkId, message.container);
    const accountId = message.author === null ? null : accounts.accountId(networkId, message.author);
    const isRoot = message.parentNativeId === null && message.rootNativeId === null;
    const values = storedValues(message, placeId, accountId);
    const isGuess = values.guessed_container_id !== null;
    const stored = isGuess ? { ...values, container_id: values.guessed_container_id } : values;
    const isNew = insertMessage([nextId, importId, networkId, message.nativeId, message.kind, isRoot ? nextId : null, message.line, isGuess ? 0 : null], stored);
    if (!isNew) return writeDuplicate(networkId, writable, values);
    writeMentions(nextId, networkId, writable.mentions);
    nextId += 1;
    messages += 1;
  }

  return {
    firstMessageId,
    counts: () => ({ messages, accounts: accounts.added(), reactions: reactions.counts().reactions, duplicates: duplicates + reactions.counts().duplicates, rejected }),
    write(batch, afterSlice) {
      let messageAt = 0;
      let reactionAt = 0;
      let rejectionAt = 0;
      const step = (): boolean => {
        // several a step: asking the clock costs as much as a row
        for (let many = 0; many < 50; many += 1) {
          const writable = batch.messages[messageAt];
          const reaction = batch.reactions[reactionAt];
          const refused = batch.rejected[rejectionAt];
          if (writable !== undefined) {
            writeMessage(writable);
            messageAt += 1;
          } else if (reaction !== undefined) {
            reactions.write(reaction);
            reactionAt += 1;
          } else if (refused !== undefined) {
            reject.run(importId, refused.line, refused.code, maskedRow(refused.detail), refused.part ?? null, refused.raw == null ? null : maskedRow(refused.raw.slice(0, LONGEST_RAW)));
            rejectionAt += 1;
            rejected += 1;
          } else return false;
        }
        return true;
      };
      let more = batch.messages.length + batch.reactions.length + batch.rejected.length > 0;
      while (more) {
        more = writeSlice(project, step);
        afterSlice();
      }
    },
  };
}
