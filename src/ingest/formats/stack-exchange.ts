import type { RecordedAccount, RecordedContainer, RecordedMessage, RecordedReaction, RejectedRow } from '../../domain/model/record.ts';
import { contentDigest } from '../content-ids.ts';
import { textOfHtml } from '../html-text.ts';
import type { JsonObject } from '../json-item.ts';
import { countAt, idAt, textAt, timeAt } from '../json-values.ts';
import { newAccount, newContainer, newMessage, newReaction } from '../new-records.ts';
import { isNobody } from '../nobody.ts';
import type { PartHead } from '../part-head.ts';
import { nameId } from '../private-name.ts';
import type { ReadSetting, RecordBatch, RecordFormat } from '../record-format.ts';
import { dumpRows } from './stack-exchange-rows.ts';

const STACK_EXCHANGE = 'stackexchange';
const HOST = /(?:^|[/\\ ])((?:[a-z]{2,3}\.)?(?:[a-z0-9-]+\.)?(?:stackexchange\.com|stackoverflow\.com|serverfault\.com|superuser\.com|askubuntu\.com|mathoverflow\.net|stackapps\.com))/i;
/** Names beyond these many are not kept: the largest sites have twenty million accounts. */
const MOST_NAMES = 300_000;

type Table = 'posts' | 'comments' | 'users';

/** What the parts of one site tell each other: which site it is, and how its accounts are called. */
interface SiteNotes {
  key: string | null;
  readonly names: Map<string, string>;
}

function tableOf(head: PartHead): Table | null {
  const start = head.text.slice(0, 5000);
  // no two runs of blanks stand side by side: a text of blanks alone would cost its length to the third
  const root = /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!DOCTYPE[^>]{0,200}>\s*)?<(posts|comments|users)>\s*<row\s([^>]{0,4000})/.exec(start);
  const attributes = ` ${root?.[2] ?? ''}`;
  const has = (...names: readonly string[]): boolean => names.every((name) => attributes.includes(` ${name}="`));
  if (root?.[1] === 'posts' && has('Id', 'PostTypeId', 'CreationDate')) return 'posts';
  if (root?.[1] === 'comments' && has('Id', 'PostId', 'Text')) return 'comments';
  return root?.[1] === 'users' && has('Id', 'Reputation', 'DisplayName') ? 'users' : null;
}

function folderOf(name: string): string {
  return name.split(/[/\\]/).slice(0, -1).join('/');
}

function notesOf({ facts }: ReadSetting, head: PartHead): SiteNotes {
  const key = `stack-exchange ${folderOf(head.name)}`;
  const known = facts.notes.get(key);
  if (known !== undefined) return known as SiteNotes;
  const notes: SiteNotes = { key: null, names: new Map() };
  facts.notes.set(key, notes);
  return notes;
}

/** The site's address where the person or the path inside the archive says it. */
function siteNamed({ mapping }: ReadSetting, head: PartHead): string | null {
  return mapping?.container?.name ?? HOST.exec(head.name)?.[1]?.toLowerCase() ?? null;
}

/** The first row of a table is the oldest one and stays so in every later dump: it tells sites apart where nothing names them. */
function keyOfFirstRow(attributes: JsonObject): string {
  return contentDigest([idAt(attributes, 'Id'), textAt(attributes, 'CreationDate'), textAt(attributes, 'DisplayName')], 10);
}

interface Site {
  readonly key: string;
  readonly container: RecordedContainer | null;
  readonly names: ReadonlyMap<string, string>;
}

function accountOf({ key, names }: Site, id: string | null, displayName: string | null): RecordedAccount | null {
  if (id !== null) return newAccount({ id: `${key}:user:${id}`, name: names.get(id) ?? displayName });
  return displayName === null || isNobody(displayName) ? null : newAccount({ id: `${key}:name:${nameId(displayName)}`, name: displayName });
}

type RowOutcome = { readonly message: RecordedMessage; readonly reaction?: RecordedReaction } | Pick<RejectedRow, 'code' | 'detail'>;

function refusal(attributes: JsonObject): Pick<RejectedRow, 'code' | 'detail'> | null {
  if (idAt(attributes, 'Id') === null) return { code: 'missing-id', detail: 'a row without Id' };
  if (textAt(attributes, 'CreationDate') === null) return { code: 'missing-time', detail: 'a row without CreationDate' };
  return timeAt(attributes, ['CreationDate']).ms === null ? { code: 'unreadable-time', detail: 'CreationDate is no time' } : null;
}

function addressOf({ container }: Site, path: string): string | null {
  return container?.nativeId.includes('.') === true ? `https://${container.nativeId}/${path}` : null;
}

function sum(one: number | null, other: number | null): number | null {
  return one === null && other === null ? null : (one ?? 0) + (other ?? 0);
}

function postOutcome(attributes: JsonObject, line: number, site: Site): RowOutcome {
  const refused = refusal(attributes);
  if (refused !== null) return refused;
  const type = textAt(attributes, 'PostTypeId');
  if (type !== '1' && type !== '2') return { code: 'not-a-message', detail: 'neither a question nor an answer: a page of the tag wiki or the like' };
  const id = idAt(attributes, 'Id') ?? '';
  const isQuestion = type === '1';
  const nativeId = `${site.key}:${id}`;
  const parent = isQuestion ? null : idAt(attributes, 'ParentId');
  const parentNativeId = parent === null ? null : `${site.key}:${parent}`;
  const author = accountOf(site, idAt(attributes, 'OwnerUserId'), textAt(attributes, 'OwnerDisplayName'));
  const body = textAt(attributes, 'Body');
  const message = newMessage({
    network: STACK_EXCHANGE, nativeId, kind: isQuestion ? 'post' : 'reply', line, author, container: site.container, time: timeAt(attributes, ['CreationDate']),
    text: [textAt(attributes, 'Title'), body === null ? null : textOfHtml(body)].filter((part) => part !== null).join('\n\n'), parentNativeId, rootNativeId: parentNativeId,
    likes: countAt(attributes, 'Score'), views: countAt(attributes, 'ViewCount'), saves: countAt(attributes, 'FavoriteCount'),
    replies: sum(countAt(attributes, 'AnswerCount'), countAt(attributes, 'CommentCount')), url: addressOf(site, `${isQuestion ? 'q' : 'a'}/${id}`),
  });
  const accepted = isQuestion ? idAt(attributes, 'AcceptedAnswerId') : null;
  // only the asker can accept an answer: a thank-you with a name
  if (accepted === null || author === null) return { message };
  return { message, reaction: newReaction({ network: STACK_EXCHANGE, kind: 'like', account: author, targetNativeId: `${site.key}:${accepted}`, container: site.container, line }) };
}

function commentOutcome(attributes: JsonObject, line: number, site: Site): RowOutcome {
  const refused = refusal(attributes);
  if (refused !== null) return refused;
  const post = idAt(attributes, 'PostId');
  if (post === null) return { code: 'not-a-message', detail: 'a comment without PostId' };
  return { message: newMessage({
    network: STACK_EXCHANGE, nativeId: `${site.key}:comment:${idAt(attributes, 'Id') ?? ''}`, kind: 'reply', line, container: site.container, time: timeAt(attributes, ['CreationDate']),
    author: accountOf(site, idAt(attributes, 'UserId'), textAt(attributes, 'UserDisplayName')), text: textAt(attributes, 'Text'), parentNativeId: `${site.key}:${post}`, likes: countAt(attributes, 'Score'),
  }) };
}

/**
 * The XML dumps of Stack Exchange: questions, answers and comments of one site. Times without a zone are UTC. Names come
 * from Users.xml of the same archive or import, as far as they fit in memory. Files do not say which site they are of: its
 * address is taken from the folder or from a person; else ids carry a mark of the oldest row, which later dumps of the site
 * share. Comments imported without their posts cannot know that mark and stay unlinked.
 */
export const STACK_EXCHANGE_DUMP: RecordFormat = {
  id: 'stack-exchange', name: 'Stack Exchange dump', description: 'questions, answers and comments of one site (Posts.xml, Comments.xml, Users.xml), with accepted answers',
  recognise: (head) => (tableOf(head) === null ? 0 : 1),
  order: (head) => ({ users: 0, posts: 1, comments: 2 })[tableOf(head) ?? 'posts'],
  async *read(part, setting): AsyncGenerator<RecordBatch> {
    const { head } = part;
    const table = tableOf(head) ?? 'posts';
    const notes = notesOf(setting, head);
    const named = siteNamed(setting, head);
    let site: Site | null = null;
    for await (const { rows, bytes, isCut } of dumpRows(part, setting.signal)) {
      const messages: RecordedMessage[] = [];
      const reactions: RecordedReaction[] = [];
      const rejected: RejectedRow[] = [];
      for (const { attributes, line } of rows) {
        if (table === 'users') {
          const [id, name] = [textAt(attributes, 'Id'), textAt(attributes, 'DisplayName')];
          if (id !== null && name !== null && notes.names.size < MOST_NAMES) notes.names.set(id, name.slice(0, 100));
          continue;
        }
        if (site === null) {
          const key: string = named ?? (table === 'comments' ? notes.key : null) ?? keyOfFirstRow(attributes);
          if (table === 'posts') notes.key = key;
          site = { key, names: notes.names, container: named === null ? null : newContainer('channel', named) };
        }
        const outcome = table === 'posts' ? postOutcome(attributes, line, site) : commentOutcome(attributes, line, site);
        if ('code' in outcome) rejected.push({ line, ...outcome });
        else {
          messages.push(outcome.message);
          if (outcome.reaction !== undefined) reactions.push(outcome.reaction);
        }
      }
      if (isCut) rejected.push({ line: 0, code: 'unreadable-part', detail: 'the file ends in the middle: its last rows are missing' });
      yield { messages, reactions, rejected, rows: messages.length + rejected.length, bytes };
    }
  },
};
