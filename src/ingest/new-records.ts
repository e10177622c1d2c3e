import type { RecordedAccount, RecordedContainer, RecordedMessage, RecordedReaction } from '../domain/model/record.ts';
import { NO_TIME, type StoredTime } from './stored-time.ts';
import { isNobody } from './nobody.ts';
import { nameId, privateId, privateName } from './private-name.ts';

/** What every message of an importer must say; the rest is null until said. */
export type MessageParts = Pick<RecordedMessage, 'network' | 'nativeId' | 'kind' | 'line'> & { readonly time?: StoredTime } & Partial<Omit<RecordedMessage, 'createdAtMs' | 'precision'>>;

/** A message of which only what `parts` says is known. Blank texts become null; a message is never its own parent or root. */
export function newMessage({ time = NO_TIME, ...parts }: MessageParts): RecordedMessage {
  const text = parts.text?.trim() ?? '';
  return {
    author: null, container: null, inbound: null, languageTag: null, url: null, rating: null, likes: null, replies: null, shares: null, views: null, likedByBrand: null,
    ...parts,
    text: text === '' ? null : text, createdAtMs: time.ms, precision: time.ms === null ? 'none' : time.precision,
    parentNativeId: parts.parentNativeId === parts.nativeId ? null : (parts.parentNativeId ?? null), rootNativeId: parts.rootNativeId === parts.nativeId ? null : (parts.rootNativeId ?? null),
  };
}

/** A named reaction of which only what `parts` says is known. */
export function newReaction({ time = NO_TIME, ...parts }: Pick<RecordedReaction, 'network' | 'kind' | 'account' | 'line'> & { readonly time?: StoredTime } & Partial<RecordedReaction>): RecordedReaction {
  return { targetNativeId: null, container: null, ...parts, createdAtMs: time.ms, precision: time.ms === null ? 'none' : time.precision };
}

/**
 * An account by what a source says of it: its id, else its handle, else its name; null when it says nothing, or names nobody
 * ("Anonimo"). A leading @ of the handle is dropped. Mail addresses and telephone numbers become pseudonyms, in a name they
 * are left out; `namesServers` says that ids and handles of the network look like addresses and are none (`name@server`).
 */
export function newAccount({ id, handle: written, name, ...rest }: { readonly id?: string | null; readonly handle?: string | null; readonly name?: string | null } & Partial<Omit<RecordedAccount, 'nativeId' | 'handle' | 'name'>>, { namesServers = false }: { readonly namesServers?: boolean } = {}): RecordedAccount | null {
  const clean = (text: string | null | undefined): string | null => (text == null || text.trim() === '' ? null : text.trim());
  const kept = (text: string | null): string | null => (text === null || namesServers ? text : privateId(text));
  const said = clean(written)?.replace(/^＠/, '@') ?? null;
  const handleId = said === null || (/\s/.test(said) && isNobody(said)) ? null : kept(said);
  const given = clean(name);
  const person = given === null || isNobody(given) ? null : given;
  const handle = handleId === said ? (said?.replace(/^@/, '') ?? null) : null;
  const nativeId = kept(clean(id)) ?? handle ?? handleId ?? (person === null ? null : nameId(person));
  if (nativeId === null) return null;
  return { nativeId, handle, name: person === null ? (handleId === null || handle !== null ? null : handleId) : privateName(person), followers: null, isBrand: null, ...rest };
}

/** A container; `nativeId` is the name where the source has no id. */
export function newContainer(kind: RecordedContainer['kind'], name: string, nativeId: string = name): RecordedContainer {
  return { kind, name, nativeId };
}
