import type { ConversationMessage } from './answer-exchanges.ts';
import { meetings } from './held-exchanges.ts';
import { MESSAGE_MARK, positionIn, type MessageColumns } from './message-columns.ts';
import type { ProjectDatabase } from './project-database.ts';
import { heldOut } from './unclaimed-desks.ts';

/** Messages by conversation, in the order of time; those without a time come first. */
interface Conversations {
  /** Positions of messages, conversation by conversation. */
  readonly order: Uint32Array;
  /** Where a conversation begins in the order, by the id of its first message; it ends where the next one begins. */
  readonly starts: Uint32Array;
  /** 1 where a message says thanks. */
  readonly thanks: Uint8Array;
  /** What a message answers where no source says it, by its id. */
  readonly guessedParents: ReadonlyMap<number, number>;
}

const known = new WeakMap<MessageColumns, Conversations>();

function conversationsOf(project: ProjectDatabase, columns: MessageColumns): Conversations {
  const before = known.get(columns);
  if (before !== undefined) return before;
  const { ids, size, times, timeOrder } = columns;
  const { roots } = meetings(project, columns);
  const starts = new Uint32Array((ids[size - 1] ?? 0) + 2);
  for (let at = 0; at < size; at += 1) starts[(roots[at] ?? 0) + 1] = (starts[(roots[at] ?? 0) + 1] ?? 0) + 1;
  for (let id = 1; id < starts.length; id += 1) starts[id] = (starts[id] ?? 0) + (starts[id - 1] ?? 0);
  const next = starts.slice();
  const order = new Uint32Array(size);
  const put = (at: number): void => {
    const root = roots[at] ?? 0;
    order[next[root] ?? 0] = at;
    next[root] = (next[root] ?? 0) + 1;
  };
  for (let at = 0; at < size; at += 1) if (Number.isNaN(times[at] ?? NaN)) put(at);
  for (const at of timeOrder) put(at);
  const thanks = new Uint8Array(size);
  for (const id of project.connection.prepare('SELECT message_id FROM reading WHERE thanks = 1').pluck().all() as number[]) {
    const at = positionIn(ids, id);
    if (at >= 0) thanks[at] = 1;
  }
  const guessedParents = new Map(project.connection.prepare('SELECT message_id, parent_id FROM inferred_parent').raw().all() as [number, number][]);
  const found = { order, starts, thanks, guessedParents };
  known.set(columns, found);
  return found;
}

interface Voice {
  readonly brandId: number;
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

/** {@link answerConversations} of messages held in memory; texts are read from the file when they are asked for. */
export function heldConversations(project: ProjectDatabase, columns: MessageColumns, rootIds: readonly number[]): Map<number, ConversationMessage[]> {
  const { connection } = project;
  const { ids, accounts, marks, parents, times } = columns;
  const { order, starts, thanks, guessedParents } = conversationsOf(project, columns);
  const { namedAt, named } = meetings(project, columns);
  const leftOut = new Set(connection.prepare(`SELECT account_id FROM account_role WHERE role = 'bot' OR ${heldOut('account_role')}`).pluck().all() as number[]);
  const voices = new Map<number, Voice[]>();
  for (const { accountId, ...voice } of connection.prepare(`SELECT account_id AS accountId, brand_id AS brandId, from_ms AS fromMs, to_ms AS toMs FROM account_role WHERE role = 'voice' AND brand_id IS NOT NULL ORDER BY brand_id`).all() as (Voice & { accountId: number })[]) {
    voices.set(accountId, [...(voices.get(accountId) ?? []), voice]);
  }
  const text = connection.prepare('SELECT text FROM message WHERE id = ?').pluck();
  // a message without a time stands within no dates
  const voiceAt = (account: number, atMs: number): number | null => voices.get(account)?.find(({ fromMs, toMs }) => (fromMs === null || atMs >= fromMs) && (toMs === null || atMs < toMs))?.brandId ?? null;
  const namesAt = (at: number): number[] => {
    let [low, high] = [0, namedAt.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((namedAt[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (; namedAt[low] === at; low += 1) found.push(named[low] ?? 0);
    return found;
  };
  return new Map(rootIds.map((root) => {
    const conversation: ConversationMessage[] = [];
    for (let place = starts[root] ?? 0; place < (starts[root + 1] ?? 0); place += 1) {
      const at = order[place] ?? 0;
      const account = accounts[at] ?? 0;
      if (leftOut.has(account)) continue;
      const id = ids[at] ?? 0;
      const time = times[at] ?? NaN;
      const parent = parents[at] ?? 0;
      conversation.push({
        id, parentId: parent > 0 ? (ids[parent - 1] ?? null) : (guessedParents.get(id) ?? null), authorId: account === 0 ? null : account, brandId: voiceAt(account, time),
        atMs: ((marks[at] ?? 0) & MESSAGE_MARK.relativeTime) !== 0 || Number.isNaN(time) ? null : time, thanks: thanks[at] === 1, mentionedIds: namesAt(at), words: () => (text.get(id) as string | null) ?? '',
      });
    }
    return [root, conversation];
  }));
}
