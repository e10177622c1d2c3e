import type { RecordedAccount, RecordedContainer, RecordedMessage, RecordedReaction } from '../../domain/model/record.ts';
import { listOf, textAt, timeAt, valueAt } from '../json-values.ts';
import { NO_TIME, type StoredTime } from '../stored-time.ts';
import { newAccount, newContainer, newMessage, newReaction } from '../new-records.ts';
import { timeOfId } from '../snowflake-time.ts';
import { blueskyText } from './bluesky-text.ts';

/** Collections whose records become messages or reactions. */
export const BLUESKY_COLLECTIONS = ['app.bsky.feed.post', 'app.bsky.feed.like', 'app.bsky.feed.repost', 'app.bsky.graph.follow'] as const;

/** Before it there was no network to post to: a record that claims to be older was dated by its client. */
const EARLIEST_MS = Date.UTC(2022, 10, 1);
const DAY_MS = 86_400_000;

/** The one place of the network: whose page a thread stands on is not said. */
export function blueskyPlace(): RecordedContainer {
  return newContainer('unknown', 'Bluesky', 'bluesky');
}

/** An account by its lasting id; a handle that was lost is none. Takes a profile as the network shows it, or a bare id. */
export function blueskyAccount(profile: unknown): RecordedAccount | null {
  const handle = textAt(profile, 'handle');
  const about = textAt(profile, 'description');
  const followers = valueAt(profile, 'followersCount');
  return newAccount({
    id: textAt(profile, 'did'), handle: handle === 'handle.invalid' ? null : handle, name: textAt(profile, 'displayName'), ...(typeof followers === 'number' ? { followers } : {}), ...(about === null ? {} : { profile: about }),
    ...(listOf(valueAt(profile, 'labels')).some((label) => textAt(label, 'val') === 'bot') ? { isBot: true } : {}),
  });
}

/** What stands around a record: its address, who made it, and when a server met it. */
export interface RecordSetting {
  /** `at://did:plc:…/app.bsky.feed.post/rkey`; null where the source does not say. */
  readonly uri: string | null;
  readonly account: RecordedAccount | null;
  readonly seen: StoredTime;
  /** When the data were collected, for records that no server dated. */
  readonly collectedAtMs: number | null;
  readonly line: number;
}

/** Account and collection and key of an address; null for another kind of address. */
export function addressParts(uri: string): { readonly did: string; readonly collection: string; readonly rkey: string } | null {
  const found = /^at:\/\/([^/\s]{1,260})\/([\w.-]{1,317})\/([\w.:~-]{1,512})$/.exec(uri);
  return found === null ? null : { did: found[1] ?? '', collection: found[2] ?? '', rkey: found[3] ?? '' };
}

/**
 * When a record was made. Clients write the time themselves and may be wrong on purpose: the earlier of what the client
 * says and when a server met it counts, and a time before the network existed does not. Without a server's time the
 * record's key tells one; without that a time after the collection is no time.
 */
export function blueskyTime(record: unknown, { uri, seen, collectedAtMs }: Pick<RecordSetting, 'uri' | 'seen' | 'collectedAtMs'>): StoredTime {
  const said = timeAt(record, ['createdAt']);
  const known = seen.ms !== null ? seen : timeOfId('bluesky', uri === null ? '' : (addressParts(uri)?.rkey ?? ''));
  if (said.ms === null || said.ms < EARLIEST_MS) return known;
  if (known.ms !== null) return said.ms <= known.ms ? said : known;
  return collectedAtMs !== null && said.ms > collectedAtMs + DAY_MS ? NO_TIME : said;
}

/** Address of a post that a record embeds as a quotation; null for none, and for lists, feeds and the like. */
function quotedAddress(record: unknown): string | null {
  const uri = textAt(record, 'embed', 'record', 'uri') ?? textAt(record, 'embed', 'record', 'record', 'uri');
  return uri !== null && addressParts(uri)?.collection === 'app.bsky.feed.post' ? uri : null;
}

/** A post record as a message. `contentId` gives an id to a record whose address is not known. */
export function blueskyMessage(record: unknown, setting: RecordSetting, { contentId, ...counts }: { readonly contentId: () => string } & Partial<Pick<RecordedMessage, 'likes' | 'replies' | 'shares' | 'saves'>>): RecordedMessage {
  const { uri, account, line } = setting;
  const parentNativeId = textAt(record, 'reply', 'parent', 'uri');
  const quotedNativeId = quotedAddress(record);
  const language = listOf(valueAt(record, 'langs')).filter((tag) => typeof tag === 'string');
  const parts = uri === null ? null : addressParts(uri);
  return newMessage({
    network: 'bluesky', nativeId: uri ?? contentId(), kind: parentNativeId === null ? 'post' : 'reply', author: account, container: blueskyPlace(), time: blueskyTime(record, setting), text: blueskyText(record), parentNativeId,
    rootNativeId: textAt(record, 'reply', 'root', 'uri'), languageTag: language.length === 1 ? (language[0] ?? null) : null, url: parts === null ? null : `https://bsky.app/profile/${account?.handle ?? parts.did}/post/${parts.rkey}`, line,
    ...(quotedNativeId === null ? {} : { quotedNativeId }), ...counts,
  });
}

/** A like, repost or follow record as a reaction; null for records of other kinds and for those that name nothing. */
export function blueskyReaction(record: unknown, collection: string, setting: RecordSetting): RecordedReaction | null {
  const { account, line } = setting;
  const time = blueskyTime(record, setting);
  if (collection === 'app.bsky.graph.follow') {
    const whom = textAt(record, 'subject');
    return whom === null ? null : newReaction({ network: 'bluesky', kind: 'follow', account, container: newContainer('profile', whom), time, line });
  }
  const targetNativeId = textAt(record, 'subject', 'uri');
  const kind = collection === 'app.bsky.feed.like' ? 'like' : collection === 'app.bsky.feed.repost' ? 'share' : null;
  return kind === null || targetNativeId === null ? null : newReaction({ network: 'bluesky', kind, account, targetNativeId, time, line });
}
