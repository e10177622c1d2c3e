import type { RecordedAccount, RecordedMessage, RecordedReaction, RejectedRow } from '../../domain/model/record.ts';
import { headValues } from '../json-format.ts';
import { jsonItems } from '../json-items.ts';
import { idAt, listOf, objectOf, textAt, timeAt, valueAt } from '../json-values.ts';
import type { PartHead } from '../part-head.ts';
import type { Part, ReadSetting, RecordBatch, RecordFormat } from '../record-format.ts';
import { rejectedRow, type Refusal } from '../rejected-row.ts';
import { accountV2, isTweetV2, readTweetV2, tweetsInside, type AccountLookUp } from './x-api-v2-tweet.ts';

interface Found {
  readonly messages: RecordedMessage[];
  readonly reactions: RecordedReaction[];
  readonly rejected: RejectedRow[];
  rows: number;
}

/** Ids remembered of one page or document, which repeats its own tweets among those it includes; a tweet beyond them comes twice. */
const MOST_REMEMBERED = 500_000;

function nothingFound(rejected: readonly RejectedRow[] = []): Found {
  return { messages: [], reactions: [], rejected: [...rejected], rows: rejected.length };
}

/** The tweets of a page, one or many; of anything else none. */
function tweetsOfPage(value: unknown): readonly unknown[] {
  const data = valueAt(value, 'data');
  return Array.isArray(data) ? (data as unknown[]) : objectOf(data) === null ? [] : [data];
}

function refuse(value: unknown, line: number, { found, code, detail }: Refusal & { readonly found: Found }): void {
  found.rows += 1;
  found.rejected.push(rejectedRow(line, { code, detail }, JSON.stringify(value)));
}

/** A tweet asked for by id that the source could not give; false for an error about anything else, which is no row. */
function takeMissing(error: unknown, line: number, found: Found): boolean {
  if (textAt(error, 'resource_type') !== 'tweet' || !['id', 'ids'].includes(textAt(error, 'parameter') ?? '')) return false;
  const isGone = textAt(error, 'title') === 'Not Found Error';
  refuse(error, line, { found, ...(isGone ? { code: 'deleted', detail: 'the tweet asked for no longer exists' } as const : { code: 'withheld', detail: 'the tweet asked for may not be seen' } as const) });
  return true;
}

function createTweetReader(accountOf: AccountLookUp): (tweet: unknown, at: { readonly line: number; readonly isRow: boolean; readonly found: Found }) => void {
  const met = new Set<string>();
  return (tweet, { line, isRow, found }) => {
    const own = idAt(tweet, 'id') ?? '';
    const isRepeated = own !== '' && met.has(own);
    if (met.size < MOST_REMEMBERED) met.add(own);
    const read = isRepeated ? null : readTweetV2(tweet, { accountOf, line });
    if (read !== null && 'refused' in read) {
      if (isRow) refuse(tweet, line, { found, ...read.refused });
      return;
    }
    if (isRow) found.rows += 1;
    if (read === null) return;
    if ('message' in read) found.messages.push(read.message);
    else found.reactions.push(read.reaction);
  };
}

/** What remains to be said of a page that held no tweet: nothing where the search found none, else that it is no page. */
function takeEmpty(value: unknown, line: number, { found, hasErrors, missing, count }: { readonly found: Found; readonly hasErrors: boolean; readonly missing: number; readonly count: unknown }): void {
  if (missing > 0 || count === 0) return;
  refuse(value, line, { found, ...(hasErrors ? { code: 'error-row', detail: 'the source reports an error instead of tweets' } as const : { code: 'not-a-message', detail: 'no tweet and no page of tweets' } as const) });
}

function accountsOf(users: readonly unknown[], accounts = new Map<string, RecordedAccount>()): Map<string, RecordedAccount> {
  for (const user of users) {
    const account = accountV2(user);
    if (account !== null) accounts.set(account.nativeId, account);
  }
  return accounts;
}

/** Reads a page of tweets, or one flat tweet. */
function readItem(value: unknown, line: number, found: Found): void {
  if (isTweetV2(value)) {
    const read = createTweetReader(() => null);
    const inner = tweetsInside(value);
    read(value, { line, isRow: true, found });
    for (const tweet of [...inner, ...inner.flatMap(tweetsInside)]) read(tweet, { line, isRow: false, found });
    return;
  }
  const errors = listOf(valueAt(value, 'errors'));
  const missing = errors.filter((error) => takeMissing(error, line, found)).length;
  const tweets = tweetsOfPage(value);
  if (tweets.length === 0) {
    takeEmpty(value, line, { found, hasErrors: errors.length > 0, missing, count: valueAt(value, 'meta', 'result_count') });
    return;
  }
  const accounts = accountsOf(listOf(valueAt(value, 'includes', 'users')));
  const read = createTweetReader((id) => accounts.get(id) ?? null);
  for (const tweet of tweets) read(tweet, { line, isRow: true, found });
  for (const tweet of listOf(valueAt(value, 'includes', 'tweets'))) read(tweet, { line, isRow: false, found });
}

function recognise(head: PartHead): number {
  const values = headValues(head).filter((value) => listOf(valueAt(value, 'errors')).length === 0 || tweetsOfPage(value).length > 0);
  if (values.length === 0) return 0;
  const tweets = values.filter((value) => isTweetV2(value) || isTweetV2(tweetsOfPage(value)[0]));
  return tweets.length === values.length ? 0.95 : tweets.length * 2 >= values.length ? 0.9 : 0;
}

function noteTime(envelope: unknown, facts: ReadSetting['facts']): void {
  const { ms } = timeAt(envelope, ['retrieved_at']);
  if (ms !== null) facts.collectedAtMs = Math.max(facts.collectedAtMs ?? 0, ms);
}

/** Pages on lines or in an array, and flat tweets: one at a time. */
async function* readPages(part: Part, { facts, signal }: ReadSetting): AsyncGenerator<RecordBatch> {
  for await (const { items, rejected, bytes } of jsonItems(part, [Array.isArray(part.head.json?.document) ? '[]' : ''], signal)) {
    const found = nothingFound(rejected);
    for (const { value, line } of items) {
      noteTime(valueAt(value, '__twarc'), facts);
      readItem(value, line, found);
    }
    yield { ...found, bytes };
  }
}

/** A page that is the whole document, of whatever length: its users first, then its lists entry by entry. */
async function* readDocument(part: Part, { facts, signal }: ReadSetting): AsyncGenerator<RecordBatch> {
  const accounts = new Map<string, RecordedAccount>();
  for await (const { items } of jsonItems(part, ['includes.users[]'], signal)) accountsOf(items.map(({ value }) => value), accounts);
  const read = createTweetReader((id) => accounts.get(id) ?? null);
  const known = { rows: 0, errors: 0, missing: 0, count: null as unknown };
  const data = Array.isArray(valueAt(part.head.json?.document, 'data')) ? 'data[]' : 'data';
  for await (const { items, rejected, bytes } of jsonItems(part, [data, 'includes.tweets[]', 'errors[]', 'meta.result_count', '__twarc'], signal)) {
    const found = nothingFound(rejected);
    for (const { value, path, line } of items) {
      if (path === '__twarc') noteTime(value, facts);
      else if (path === 'meta.result_count') known.count = value;
      else if (path === 'errors[]') {
        known.errors += 1;
        if (takeMissing(value, line, found)) known.missing += 1;
      } else {
        if (path === data) known.rows += 1;
        read(value, { line, isRow: path === data, found });
      }
    }
    yield { ...found, bytes };
  }
  const found = nothingFound();
  if (known.rows === 0) takeEmpty(null, 1, { found, hasErrors: known.errors > 0, ...known });
  yield { ...found, bytes: part.head.survey.bytes };
}

/**
 * Tweets of version 2 of X's interface, as twarc and others save them: pages with what they include, or flat tweets. Of
 * pages on lines or in an array one is in memory at a time; of a document that is one page the accounts of its users, and
 * its tweets one by one.
 */
export const X_API_V2: RecordFormat = {
  id: 'x-api-v2', name: 'X API 2 (tweets, twarc)',
  description: 'tweets of version 2 of X\'s interface with their authors, reply links and conversations, as pages or one a line; files of users, lists or counts hold none',
  recognise: (head) => (head.json === null ? 0 : recognise(head)),
  read: (part, setting) => (objectOf(part.head.json?.document) === null || isTweetV2(part.head.json?.document) ? readPages : readDocument)(part, setting),
};
