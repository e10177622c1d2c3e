import type { RecordedAccount, RecordedMessage, RecordedReaction, RejectedRow } from '../../domain/model/record.ts';
import { storedTime, type StoredTime } from '../stored-time.ts';
import { foldedHeaders, namedRows, type NamedRow } from '../named-rows.ts';
import { newAccount, newMessage, newReaction } from '../new-records.ts';
import type { PartHead } from '../part-head.ts';
import type { ReadSetting, RecordBatch, RecordFormat } from '../record-format.ts';
import { writtenTime } from '../written-time.ts';
import { fullName, REDDIT, redditAddress, redditor, redditText, subredditNamed } from './reddit-things.ts';

type Table = 'statistics' | 'comments' | 'posts' | 'votes' | 'saved' | 'subscribed';
type Row = { readonly message: RecordedMessage } | { readonly reaction: RecordedReaction } | { readonly code: RejectedRow['code']; readonly detail: string } | null;

function holdsAddresses(head: PartHead): boolean {
  const rows = head.table?.rows.slice(0, 50) ?? [];
  return rows.length > 0 && rows.every((cells) => cells.some((cell) => /reddit\.com\/|^\/r\//.test(cell)));
}

/** Which table of the export a part is, by its header; null for another one. */
function tableOf(head: PartHead): Table | null {
  const headers = foldedHeaders({ head });
  const has = (...names: readonly string[]): boolean => names.every((name) => headers.includes(name));
  if (has('id', 'permalink', 'date', 'subreddit', 'link', 'parent', 'body')) return 'comments';
  if (has('id', 'permalink', 'date', 'subreddit', 'title', 'body')) return 'posts';
  if (headers.length === 3 && has('id', 'permalink', 'direction')) return 'votes';
  // lists of hidden posts look the same as lists of saved ones, and only their name tells
  if (headers.length === 2 && has('id', 'permalink') && holdsAddresses(head)) return /hidden/i.test(head.name) ? null : 'saved';
  if (headers.length === 1 && has('subreddit')) return /moderat|approved/i.test(head.name) ? null : 'subscribed';
  return headers.length === 2 && has('statistic', 'value') && head.table?.rows.some(([name]) => name === 'account name') === true ? 'statistics' : null;
}

function idsOfAddress(address: string): { post: string | null; comment: string | null; subreddit: string | null } {
  const match = /(?:\/(r|user)\/([\w-]+))?\/comments\/([a-z0-9]+)(?:\/[^/]*)?(?:\/([a-z0-9]+))?/i.exec(address.slice(0, 2000));
  return { post: fullName(match?.[3] ?? null, 't3'), comment: fullName(match?.[4] ?? null, 't1'), subreddit: match?.[2] === undefined ? null : `${match[1] === 'user' ? 'u_' : ''}${match[2]}` };
}

function timeOf(written: string): StoredTime {
  return storedTime(writtenTime(written, 'iso'));
}

/** The owner: named by the export's statistics, else an account that only this copy of the export knows. */
function ownerOf({ facts }: ReadSetting, head: PartHead): RecordedAccount | null {
  facts.owner ??= newAccount({ id: `export:${head.survey.hash.slice(0, 16)}` });
  return facts.owner;
}

function messageRow(row: NamedRow, table: 'comments' | 'posts', owner: RecordedAccount | null): Row {
  const { line } = row;
  const isComment = table === 'comments';
  const id = fullName(row.cell('id') === '' ? null : row.cell('id'), isComment ? 't1' : 't3');
  if (id === null) return { code: 'missing-id', detail: 'the column id is empty' };
  const written = row.cell('date');
  const time = timeOf(written);
  if (time.ms === null) return written === '' ? { code: 'missing-time', detail: 'the column date is empty' } : { code: 'unreadable-time', detail: 'the time in date is not written like the others' };
  const root = isComment ? (idsOfAddress(row.cell('link')).post ?? idsOfAddress(row.cell('permalink')).post ?? (/^(?:t3_)?[a-z0-9]{3,10}$/.test(row.cell('link')) ? fullName(row.cell('link'), 't3') : null)) : null;
  const parentCell = row.cell('parent');
  const parent = isComment ? (parentCell === '' ? root : (idsOfAddress(parentCell).comment ?? fullName(parentCell.includes('/') ? null : parentCell, 't1') ?? root)) : null;
  const text = isComment ? redditText(row.cell('body')) : [row.cell('title'), row.cell('body')].map(redditText).filter((part) => part !== null).join('\n\n');
  return { message: newMessage({
    network: REDDIT, nativeId: id, kind: !isComment ? 'post' : parent?.startsWith('t1_') === true ? 'reply' : 'comment', line, time, author: owner, text,
    container: subredditNamed(row.cell('subreddit')), parentNativeId: parent, rootNativeId: root, url: redditAddress(row.cell('permalink')),
  }) };
}

function reactionRow(row: NamedRow, table: 'votes' | 'saved', owner: RecordedAccount | null): Row {
  const { line } = row;
  const address = idsOfAddress(row.cell('permalink'));
  const id = row.cell('id') === '' ? (address.comment ?? address.post) : fullName(row.cell('id'), address.comment === fullName(row.cell('id'), 't1') ? 't1' : 't3');
  if (id === null) return { code: 'missing-id', detail: 'neither id nor permalink names a thing' };
  const direction = row.cell('direction').toLowerCase();
  // a vote that was taken back is none
  if (table === 'votes' && direction !== 'up' && direction !== 'down') return direction === 'none' || direction === '' ? null : { code: 'not-a-message', detail: 'a vote in no known direction' };
  return { reaction: newReaction({ network: REDDIT, kind: table === 'saved' ? 'save' : direction === 'up' ? 'like' : 'other', account: owner, targetNativeId: id, container: subredditNamed(address.subreddit), line }) };
}

function rowOf(row: NamedRow, table: Table, owner: RecordedAccount | null): Row {
  switch (table) {
    case 'comments':
    case 'posts':
      return messageRow(row, table, owner);
    case 'votes':
    case 'saved':
      return reactionRow(row, table, owner);
    case 'subscribed': {
      const container = subredditNamed(row.cell('subreddit') === '' ? null : row.cell('subreddit'));
      return container === null ? null : { reaction: newReaction({ network: REDDIT, kind: 'follow', account: owner, container, line: row.line }) };
    }
    case 'statistics':
      return null;
  }
}

/**
 * The tables of the copy of one's data that Reddit sends: comments, posts, votes, saved things and subscriptions of one
 * account. Addresses of devices are never read. Votes, saved things and subscriptions carry no time.
 */
export const REDDIT_GDPR: RecordFormat = {
  id: 'reddit-gdpr', name: 'Reddit data request', description: 'one account\'s own comments, posts, votes, saved things and subscriptions, as CSV tables; no scores',
  recognise: (head) => {
    const table = tableOf(head);
    return table === null ? 0 : table === 'subscribed' ? 0.8 : 0.96;
  },
  order: (head) => ({ statistics: 0, comments: 1, posts: 1, votes: 2, saved: 2, subscribed: 2 })[tableOf(head) ?? 'comments'],
  async *read(part, setting): AsyncGenerator<RecordBatch> {
    const table = tableOf(part.head) ?? 'comments';
    for await (const { rows, rejected: broken, bytes } of namedRows(part, setting.signal)) {
      const messages: RecordedMessage[] = [];
      const reactions: RecordedReaction[] = [];
      const rejected: RejectedRow[] = [...broken];
      for (const row of rows) {
        if (table === 'statistics') {
          if (row.cell('statistic') === 'account name') setting.facts.owner = redditor(row.cell('value')) ?? setting.facts.owner;
          continue;
        }
        const outcome = rowOf(row, table, ownerOf(setting, part.head));
        if (outcome === null) continue;
        if ('message' in outcome) messages.push(outcome.message);
        else if ('reaction' in outcome) reactions.push(outcome.reaction);
        else rejected.push({ line: row.line, ...outcome });
      }
      yield { messages, reactions, rejected, rows: messages.length + reactions.length + rejected.length, bytes };
    }
  },
};
