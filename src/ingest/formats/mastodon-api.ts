import type { RecordedAccount } from '../../domain/model/record.ts';
import { textOfHtml } from '../html-text.ts';
import { joinedRecords, type ItemOutcome } from '../item-outcome.ts';
import { headValues, jsonFormat, pagePaths } from '../json-format.ts';
import { jsonItems } from '../json-items.ts';
import { countAt, flagAt, idAt, listOf, objectAt, objectOf, textAt, timeAt, valueAt } from '../json-values.ts';
import { newAccount, newContainer, newMessage, newReaction } from '../new-records.ts';
import type { PartHead } from '../part-head.ts';
import type { Part, RecordFormat } from '../record-format.ts';
import { serverOf } from './mastodon-address.ts';

const LISTS = ['statuses', 'ancestors', 'descendants'];
/** Statuses whose address is remembered, so that answers find them: beyond it an answer's parent is worked out where it can be. */
const MOST_REMEMBERED = 500_000;

/** True for a status as the interface gives it. */
function isStatus(value: unknown): boolean {
  return textAt(value, 'uri') !== null && textAt(value, 'created_at') !== null && objectAt(value, 'account') !== null && textAt(value, 'account', 'acct') !== null && valueAt(value, 'content') !== undefined && valueAt(value, 'visibility') !== undefined;
}

function isSearch(document: unknown): boolean {
  return LISTS.some((list) => listOf(valueAt(document, list)).some(isStatus));
}

/** Statuses in a value: itself, or those of the answer to a search or for a conversation. */
function statusesIn(value: unknown): readonly unknown[] {
  return isSearch(value) ? LISTS.flatMap((list) => listOf(valueAt(value, list))) : [value];
}

function pathsOf(head: PartHead): readonly string[] {
  return pagePaths(head, LISTS.map((list) => `${list}[]`));
}

/** An account named in full, `name@server`: accounts of the server itself are written without it. */
function accountOf(account: unknown): RecordedAccount | null {
  const acct = textAt(account, 'acct');
  const server = serverOf(textAt(account, 'url') ?? textAt(account, 'uri') ?? '');
  const handle = acct === null ? null : acct.includes('@') || server === null ? acct.toLowerCase() : `${acct}@${server}`.toLowerCase();
  const about = textOfHtml(textAt(account, 'note') ?? '');
  const link = listOf(valueAt(account, 'fields')).map((field) => /href="(https?:\/\/[^"]{1,500})"/i.exec(textAt(field, 'value') ?? '')?.[1]).find((address) => address !== undefined);
  return newAccount({ id: handle ?? idAt(account, 'id'), handle, name: textAt(account, 'display_name'), followers: countAt(account, 'followers_count'), isBot: flagAt(account, 'bot'), profile: about === '' ? null : about, ...(link === undefined ? {} : { link }) }, { namesServers: true });
}

/** What the statuses of one part say of their server. */
interface Addresses {
  /** Address of each status, by the id that the server gives it. */
  readonly known: ReadonlyMap<string, string>;
  /** Name of the server that was asked: that of accounts written without one. */
  readonly server: string | null;
}

async function knownAddresses(part: Part, signal: AbortSignal | undefined): Promise<Addresses> {
  const known = new Map<string, string>();
  let server: string | null = null;
  const learn = (status: unknown): void => {
    const acct = textAt(status, 'account', 'acct');
    if (acct !== null && !acct.includes('@')) server ??= serverOf(textAt(status, 'account', 'url') ?? '');
    const id = idAt(status, 'id');
    const uri = textAt(status, 'uri');
    if (id !== null && uri !== null && known.size < MOST_REMEMBERED) known.set(id, uri);
    if (objectAt(status, 'reblog') !== null) learn(valueAt(status, 'reblog'));
  };
  for await (const { items } of jsonItems(part, pathsOf(part.head), signal)) for (const { value } of items) learn(value);
  return { known, server };
}

/**
 * Address of the status that another answers. Ids hold on one server only: an answered status in the same part is known
 * by its address; one that is missing has an address that can be worked out where its author is of the same server;
 * else it gets a name of its own, which keeps answers to one status together.
 */
function parentOf(status: unknown, { known, server }: Addresses): string | null {
  const id = idAt(status, 'in_reply_to_id');
  if (id === null) return null;
  const address = known.get(id);
  if (address !== undefined) return address;
  const authorId = idAt(status, 'in_reply_to_account_id');
  const author = authorId === null ? undefined : [valueAt(status, 'account'), ...listOf(valueAt(status, 'mentions'))].find((account) => idAt(account, 'id') === authorId);
  const acct = textAt(author, 'acct');
  const own = serverOf(textAt(author, 'url') ?? '');
  if (acct !== null && own !== null && !acct.includes('@')) return `https://${own}/users/${acct}/statuses/${id}`;
  return `mastodon-status:${server ?? ''}:${id}`;
}

function statusOutcome(status: unknown, known: Addresses, line: number): ItemOutcome {
  const nativeId = textAt(status, 'uri');
  if (nativeId === null) return { rejected: { code: 'missing-id', detail: 'the status has no address' } };
  if (['private', 'direct'].includes(textAt(status, 'visibility') ?? '')) return { rejected: { code: 'withheld', detail: 'the status is for followers or for the people named in it only' } };
  const author = accountOf(valueAt(status, 'account'));
  const time = timeAt(status, ['created_at']);
  const reblog = objectAt(status, 'reblog');
  if (reblog !== null) {
    const original = statusOutcome(reblog, known, line);
    if (original === null || 'rejected' in original) return original;
    return joinedRecords([original, { reactions: [newReaction({ network: 'mastodon', kind: 'share', account: author, targetNativeId: textAt(reblog, 'uri'), time, line })] }]);
  }
  const parentNativeId = parentOf(status, known);
  const warning = textAt(status, 'spoiler_text');
  const text = textOfHtml(textAt(status, 'content') ?? '');
  const quoted = objectAt(status, 'quote', 'quoted_status') ?? objectAt(status, 'quote');
  const quotedNativeId = textAt(quoted, 'uri');
  const own = { messages: [newMessage({
    network: 'mastodon', nativeId, kind: parentNativeId === null ? 'post' : 'reply', author, container: newContainer('unknown', 'Mastodon', 'mastodon'), time, text: warning === null ? text : `${warning}\n${text}`, parentNativeId,
    url: textAt(status, 'url'), languageTag: textAt(status, 'language'), likes: countAt(status, 'favourites_count'), shares: countAt(status, 'reblogs_count'), replies: countAt(status, 'replies_count'), line, ...(quotedNativeId === null ? {} : { quotedNativeId }),
  })] };
  return quoted !== null && isStatus(quoted) ? joinedRecords([own, statusOutcome(quoted, known, line)]) : own;
}

function formatWith(known: Addresses): RecordFormat {
  return jsonFormat({
    id: 'mastodon-api', name: 'Mastodon statuses',
    description: 'public statuses as a Mastodon server gives them, with their boosts; counts are those of the server that was asked',
    recognise(head) {
      const values = headValues(head).slice(0, 20);
      const statuses = values.filter((value) => statusesIn(value).some(isStatus));
      return statuses.length > 0 && statuses.length * 2 >= values.length ? 0.96 : 0;
    },
    paths: pathsOf,
    reader: () => ({ value, line }) => (objectOf(value) === null ? { rejected: { code: 'not-a-message', detail: 'the entry is no status' } } : statusOutcome(value, known, line)),
  });
}

const WITHOUT_ADDRESSES = formatWith({ known: new Map(), server: null });

/** Statuses of the Mastodon interface, in arrays, lines, search results or conversations; read twice, because answers name what they answer by an id that only its server knows. */
export const MASTODON_API: RecordFormat = {
  ...WITHOUT_ADDRESSES,
  async *read(part, setting) {
    yield* formatWith(await knownAddresses(part, setting.signal)).read(part, setting);
  },
};
