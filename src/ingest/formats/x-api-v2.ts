import type { RecordedAccount, RecordedMessage, RecordedReaction, RejectedRow, RejectionCode } from '../../domain/model/record.ts';
import { headValues } from '../json-format.ts';
import { jsonItems } from '../json-items.ts';
import { idAt, listOf, objectOf, textAt, timeAt, valueAt } from '../json-values.ts';
import type { PartHead } from '../part-head.ts';
import type { ReadSetting, RecordBatch, RecordFormat } from '../record-format.ts';
import { rejectedRow } from '../rejected-row.ts';
import { accountV2, isTweetV2, readTweetV2, tweetsInside, type AccountLookUp } from './x-api-v2-tweet.ts';

interface Found {
  readonly messages: RecordedMessage[];
  readonly reactions: RecordedReaction[];
  readonly rejected: RejectedRow[];
  rows: number;
}

/** The tweets of a page, one or many; of anything else none. */
function tweetsOfPage(value: unknown): readonly unknown[] {
  const data = valueAt(value, 'data');
  return Array.isArray(data) ? (data as unknown[]) : objectOf(data) === null ? [] : [data];
}

/** Tweets asked for by id that the source could not give. Errors about anything else are no rows. */
function missingTweets(value: unknown, line: number): RejectedRow[] {
  return listOf(valueAt(value, 'errors')).flatMap((error) => {
    if (textAt(error, 'resource_type') !== 'tweet' || !['id', 'ids'].includes(textAt(error, 'parameter') ?? '')) return [];
    const isGone = textAt(error, 'title') === 'Not Found Error';
    return [rejectedRow(line, isGone ? { code: 'deleted', detail: 'the tweet asked for no longer exists' } : { code: 'withheld', detail: 'the tweet asked for may not be seen' }, '')];
  });
}

function readTweets(tweets: readonly { readonly tweet: unknown; readonly isRow: boolean }[], { accountOf, line, found }: { accountOf: AccountLookUp; line: number; found: Found }): void {
  // a page repeats its own tweets among those it includes
  const met = new Set<string>();
  for (const { tweet, isRow } of tweets) {
    const own = idAt(tweet, 'id') ?? '';
    if (isRow) found.rows += 1;
    if (own !== '' && met.has(own)) continue;
    met.add(own);
    const read = readTweetV2(tweet, { accountOf, line });
    if ('message' in read) found.messages.push(read.message);
    else if ('reaction' in read) found.reactions.push(read.reaction);
    else if (isRow) found.rejected.push(rejectedRow(line, read.refused, JSON.stringify(tweet)));
  }
}

function readItem(value: unknown, line: number, found: Found): void {
  const refuse = (code: RejectionCode, detail: string): void => {
    found.rows += 1;
    found.rejected.push(rejectedRow(line, { code, detail }, JSON.stringify(value)));
  };
  if (isTweetV2(value)) {
    const inner = tweetsInside(value);
    readTweets([{ tweet: value, isRow: true }, ...[...inner, ...inner.flatMap(tweetsInside)].map((tweet) => ({ tweet, isRow: false }))], { accountOf: () => null, line, found });
    return;
  }
  const tweets = tweetsOfPage(value);
  const missing = missingTweets(value, line);
  found.rejected.push(...missing);
  found.rows += missing.length;
  if (tweets.length === 0) {
    if (missing.length > 0 || valueAt(value, 'meta', 'result_count') === 0) return;
    refuse(listOf(valueAt(value, 'errors')).length > 0 ? 'error-row' : 'not-a-message', listOf(valueAt(value, 'errors')).length > 0 ? 'the source reports an error instead of tweets' : 'no tweet and no page of tweets');
    return;
  }
  const accounts = new Map<string, RecordedAccount>();
  for (const user of listOf(valueAt(value, 'includes', 'users'))) {
    const account = accountV2(user);
    if (account !== null) accounts.set(account.nativeId, account);
  }
  const included = listOf(valueAt(value, 'includes', 'tweets'));
  readTweets([...tweets.map((tweet) => ({ tweet, isRow: true })), ...included.map((tweet) => ({ tweet, isRow: false }))], { accountOf: (id) => accounts.get(id) ?? null, line, found });
}

function recognise(head: PartHead): number {
  const values = headValues(head).filter((value) => listOf(valueAt(value, 'errors')).length === 0 || tweetsOfPage(value).length > 0);
  if (values.length === 0) return 0;
  const tweets = values.filter((value) => isTweetV2(value) || isTweetV2(tweetsOfPage(value)[0]));
  return tweets.length === values.length ? 0.95 : tweets.length * 2 >= values.length ? 0.9 : 0;
}

async function* read(part: Parameters<RecordFormat['read']>[0], { facts, signal }: ReadSetting): AsyncGenerator<RecordBatch> {
  const path = Array.isArray(part.head.json?.document) ? '[]' : '';
  for await (const { items, rejected, bytes } of jsonItems(part, [path], signal)) {
    const found: Found = { messages: [], reactions: [], rejected: [...rejected], rows: rejected.length };
    for (const { value, line } of items) {
      const { ms } = timeAt(value, ['__twarc', 'retrieved_at']);
      if (ms !== null) facts.collectedAtMs = Math.max(facts.collectedAtMs ?? 0, ms);
      readItem(value, line, found);
    }
    yield { ...found, bytes };
  }
}

/** Tweets of version 2 of X's interface, as twarc and others save them: pages with what they include, or flat tweets. */
export const X_API_V2: RecordFormat = {
  id: 'x-api-v2', name: 'X API 2 (tweets, twarc)',
  description: 'tweets of version 2 of X\'s interface with their authors, reply links and conversations, as pages or one a line; files of users, lists or counts hold none',
  recognise: (head) => (head.json === null ? 0 : recognise(head)),
  read,
};
