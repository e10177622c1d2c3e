import type { ReactionKind } from '../../domain/model/codes.ts';
import type { RecordedAccount, RecordedContainer } from '../../domain/model/record.ts';
import { textOfHtml } from '../html-text.ts';
import { ownerless, type ItemOutcome } from '../item-outcome.ts';
import { timeAt } from '../json-values.ts';
import type { StoredTime } from '../stored-time.ts';
import { createContentIds } from '../content-ids.ts';
import { newAccount, newContainer, newMessage, newReaction } from '../new-records.ts';
import type { SourceFacts } from '../record-format.ts';
import { timeOfId } from '../snowflake-time.ts';
import type { TableDialect } from '../table-dialect.ts';
import { columnFormat, hasColumns, type ColumnRow } from './column-format.ts';
import { linkedinProfile, linkedinTarget } from './linkedin-archive-address.ts';
import { quoteRewriter, withoutLineQuotes } from './linkedin-archive-quotes.ts';

type TableName = 'profile' | 'shares' | 'comments' | 'reactions' | 'reposts' | 'messages' | 'company-follows' | 'member-follows' | 'no-messages';

const WHOLE_EXPORT = 'import the whole export, or its table Profile with it';

/** Tables of the export by their columns, the most telling first. */
const TABLES: readonly (readonly [name: TableName, columns: readonly string[], confidence: number])[] = [
  ['shares', ['date', 'sharelink', 'sharecommentary'], 0.98],
  ['messages', ['conversationid', 'from', 'to', 'date', 'content'], 0.98],
  ['profile', ['firstname', 'lastname', 'headline', 'industry'], 0.97],
  ['no-messages', ['from', 'to', 'sentat', 'message', 'direction'], 0.97],
  ['no-messages', ['firstname', 'lastname', 'company', 'jobtitle', 'text', 'status'], 0.95],
];
/** Tables whose columns would fit others too: the links must be LinkedIn's. */
const LINKED_TABLES: readonly (readonly [name: TableName, columns: readonly string[]])[] = [['comments', ['date', 'link', 'message']], ['reactions', ['date', 'type', 'link']], ['reposts', ['date', 'link']]];
const REACTION_OF = new Map<string, ReactionKind>([['LIKE', 'like'], ['EMPATHY', 'love'], ['APPRECIATION', 'care'], ['ENTERTAINMENT', 'haha'], ['PRAISE', 'other'], ['INTEREST', 'other'], ['MAYBE', 'other']]);

function tableOf(table: TableDialect): { readonly name: TableName; readonly confidence: number } | null {
  const found = TABLES.find(([, columns]) => hasColumns(table, columns));
  if (found !== undefined) return { name: found[0], confidence: found[2] };
  const width = table.headers.length;
  if (width === 2 && hasColumns(table, ['organization', 'followedon'])) return { name: 'company-follows', confidence: 0.9 };
  if (width === 3 && hasColumns(table, ['date', 'status', 'fullname'])) return { name: 'member-follows', confidence: 0.9 };
  const linked = LINKED_TABLES.find(([, columns]) => columns.length === width && hasColumns(table, columns));
  if (linked === undefined) return null;
  const cells = table.rows.slice(0, 50).flat();
  return cells.some((cell) => /^https?:\/\/(?:[\w-]+\.)?linkedin\.com\//i.test(cell)) ? { name: linked[0], confidence: 0.95 } : null;
}

/** "2026-05-08 09:00:00", with or without "UTC", or "Wed Jun 03 10:00:00 UTC 2020": all are UTC. */
function timeOf(cell: string): StoredTime {
  const written = cell.replace(/^(\w{3} \w{3} \d{2} [\d:]{8}) UTC (\d{4})$/, '$1 +0000 $2');
  return timeAt({ written }, ['written']);
}

/** Why a written time cannot be used. */
function badTime(cell: string): ItemOutcome {
  return { rejected: cell === '' ? { code: 'missing-time', detail: 'the export left the date blank' } : { code: 'unreadable-time', detail: 'the date is not written like the others' } };
}

function ownPlace(owner: RecordedAccount | null): RecordedContainer {
  return owner === null ? newContainer('unknown', 'LinkedIn', 'linkedin') : newContainer('profile', owner.name ?? owner.nativeId, owner.nativeId);
}

/** The owner as the profile tells of it, under its name: the table holds no address of the profile. Birth date, postal address and the like are never looked at. */
function ownerOf({ cell }: ColumnRow): RecordedAccount | null {
  const about = [cell('headline'), cell('summary')].filter((text) => text !== '').join('\n');
  return newAccount({ name: `${cell('firstname')} ${cell('lastname')}`.trim(), profile: about === '' ? null : about });
}

interface Reading {
  readonly facts: SourceFacts;
  readonly contentId: ReturnType<typeof createContentIds>;
}

function share({ cell, line }: ColumnRow, { facts, contentId }: Reading): ItemOutcome {
  const { post } = linkedinTarget(cell('sharelink'));
  const written = timeOf(cell('date'));
  // the number of a post tells its time, to which the date of the table agrees
  const time = written.ms === null && post !== null ? timeOfId('linkedin', post.split(':').at(-1) ?? '') : written;
  if (time.ms === null) return badTime(cell('date'));
  const text = withoutLineQuotes(cell('sharecommentary'));
  const target = cell('sharedurl');
  return { messages: [newMessage({
    network: 'linkedin', nativeId: post ?? contentId(['share', time.ms, text]), kind: 'post', author: facts.owner, container: ownPlace(facts.owner), time, text: text === '' ? target : text,
    url: post === null ? null : `https://www.linkedin.com/feed/update/${post}`, line,
  })] };
}

function comment({ cell, line }: ColumnRow, { facts, contentId }: Reading): ItemOutcome {
  const time = timeOf(cell('date'));
  if (time.ms === null) return badTime(cell('date'));
  const { post, comment: own } = linkedinTarget(cell('link'));
  const text = withoutLineQuotes(cell('message'));
  if (text === '') return { rejected: { code: 'not-a-message', detail: 'the comment has no text' } };
  return { messages: [newMessage({
    network: 'linkedin', nativeId: own ?? contentId(['comment', time.ms, text, post]), kind: 'comment', author: facts.owner, container: newContainer('unknown', 'LinkedIn', 'linkedin'), time, text, rootNativeId: post,
    url: post === null ? null : `https://www.linkedin.com/feed/update/${post}`, line,
  })] };
}

function reaction({ cell, line }: ColumnRow, { facts }: Reading, kind: ReactionKind): ItemOutcome {
  const { post, comment: target } = linkedinTarget(cell('link'));
  if (target === null && post === null) return { rejected: { code: 'missing-id', detail: 'the link names no post' } };
  if (facts.owner === null) return ownerless('a reaction', WHOLE_EXPORT);
  return { reactions: [newReaction({ network: 'linkedin', kind, account: facts.owner, targetNativeId: target ?? post, time: timeOf(cell('date')), line })] };
}

function follow({ cell, line }: ColumnRow, { facts }: Reading, name: 'company-follows' | 'member-follows'): ItemOutcome {
  const [whom, date, kind] = name === 'company-follows' ? [cell('organization'), cell('followedon'), 'page' as const] : [cell('fullname'), cell('date'), 'profile' as const];
  if (whom === '' || /^(?:inactive|unfollowed)$/i.test(cell('status'))) return null;
  if (facts.owner === null) return ownerless('a follow', WHOLE_EXPORT);
  return { reactions: [newReaction({ network: 'linkedin', kind: 'follow', account: facts.owner, container: newContainer(kind, whom), time: timeOf(date), line })] };
}

function privateMessage({ cell, line }: ColumnRow, { facts, contentId }: Reading): ItemOutcome {
  const time = timeOf(cell('date'));
  if (time.ms === null) return badTime(cell('date'));
  if (/^yes$/i.test(cell('ismessagedraft'))) return { rejected: { code: 'not-a-message', detail: 'the message is a draft' } };
  const written = cell('content');
  const text = /<\w[^>]{0,200}>/.test(written) ? textOfHtml(written) : written;
  const subject = cell('subject');
  const from = cell('from');
  const conversation = cell('conversationid');
  if (text === '' && subject === '') return { rejected: { code: 'not-a-message', detail: 'the message has no text' } };
  const sender = from !== '' && from === facts.owner?.name ? facts.owner : newAccount({ id: linkedinProfile(cell('senderprofileurl')), handle: linkedinProfile(cell('senderprofileurl')), name: from });
  return { messages: [newMessage({
    network: 'linkedin', nativeId: contentId(['message', conversation, time.ms, from, text]), kind: 'message', author: sender,
    container: newContainer('unknown', cell('conversationtitle') || 'LinkedIn messages', conversation === '' ? 'linkedin-messages' : conversation), time, text: subject === '' ? text : `${subject}\n${text}`, line,
  })] };
}

/**
 * The tables of a LinkedIn data export that hold what one member wrote and did. Dates are UTC, as the numbers in the
 * links of posts prove. The owner is known by name from the profile table; without it what the owner wrote has no author
 * and what the owner reacted to is refused, since a reaction of nobody says nothing. Invitations and recommendations are
 * recognised, so that nothing else takes them for messages, and passed over.
 */
export const LINKEDIN_ARCHIVE = columnFormat({
  id: 'linkedin-archive', name: 'LinkedIn data export',
  description: 'posts, comments, reactions, follows and private messages of one member; what others answered in public is not in it, nor are counts',
  recognise: (table) => tableOf(table)?.confidence ?? 0,
  order(head) {
    const name = head.table === null ? undefined : tableOf(head.table)?.name;
    return name === 'profile' ? 0 : name === 'reactions' || name === 'reposts' || name === 'company-follows' || name === 'member-follows' ? 2 : 1;
  },
  isPrivate: ({ table }) => table !== null && tableOf(table)?.name === 'messages',
  rewriter: quoteRewriter,
  reader(table, { facts }) {
    const name = tableOf(table)?.name ?? 'no-messages';
    const reading: Reading = { facts, contentId: createContentIds() };
    return (row) => {
      switch (name) {
        case 'profile':
          facts.owner ??= ownerOf(row);
          return null;
        case 'shares':
          return share(row, reading);
        case 'comments':
          return comment(row, reading);
        case 'reactions':
          return reaction(row, reading, REACTION_OF.get(row.cell('type').toUpperCase()) ?? 'other');
        case 'reposts':
          return reaction(row, reading, 'share');
        case 'messages':
          return privateMessage(row, reading);
        case 'company-follows':
        case 'member-follows':
          return follow(row, reading, name);
        case 'no-messages':
          return null;
      }
    };
  },
});
