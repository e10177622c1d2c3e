import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { foldedName, type PersonMatcher } from '../../domain/privacy/person-words.ts';
import type { Passage } from '../../domain/privacy/quoted-passages.ts';
import type { PersonTraces } from '../../store/person-traces.ts';
import { recordCommand } from '../../store/journal.ts';
import type { QuotingMessage } from '../../store/erase-texts.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { settingOf, storeSetting } from '../../store/stage-queries.ts';

/** Where the list is kept. */
export const SUPPRESSION_SETTING = 'suppression';

const personSchema = z.object({
  atMs: z.number(),
  /** Keyed hashes of network and the source's own id, and of network and handle. */
  accounts: z.array(z.string()), handles: z.array(z.string()),
  /** How texts name them; `bucket` is sixteen bits of a quick hash of the first word, so that few words need a keyed one. */
  names: z.array(z.object({ network: z.string(), bucket: z.number(), segments: z.number(), use: z.enum(['anywhere', 'marked']), hash: z.string() })),
  /** Keyed hash of what names a message of theirs -> what stands for it. */
  messages: z.record(z.string(), z.string()),
  /** Keyed hash of a message of somebody else -> the passages that it quoted, each by its length and keyed hash. */
  quoting: z.record(z.string(), z.array(z.object({ length: z.number(), hash: z.string() }))),
});
/** Shape of the list as it is kept. */
export const suppressionListSchema = z.object({ version: z.literal(1), key: z.string(), persons: z.array(personSchema) });

/** One erased person, by keyed hashes alone. */
export type SuppressedPerson = z.infer<typeof personSchema>;

/** Persons whom imports leave out, and the secret of the project under which they are hashed. */
export type SuppressionList = z.infer<typeof suppressionListSchema>;

/** A keyed hash of some parts in order: 160 bits, base64url. Without the project's secret nothing can be compared with it. */
export function keyedHash(key: string, ...parts: readonly string[]): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(parts.join('\u0000')).digest('base64url').slice(0, 27);
}

/** Sixteen bits of a word under the project's secret (FNV-1a): most words are ruled out by it. */
export function quickBucket(key: string, word: string): number {
  let hash = 0x811c9dc5;
  for (const text of [key, word]) for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 16)) & 0xffff;
}

/** What stands for something of an erased person: one name per thing, the same at every import, and nobody's. */
export function standInName(key: string, network: string, nativeId: string): string {
  return `erased-${keyedHash(key, 'stand-in', network, nativeId).slice(0, 20)}`;
}

/** A handle as it is hashed: without its @, without case. */
function bareHandle(handle: string): string {
  return foldedName(handle.replace(/^[@＠]+/u, ''));
}

/** Hash of a handle on a network. */
export function handleHash(key: string, network: string, handle: string): string {
  return keyedHash(key, 'handle', network, bareHandle(handle));
}

/** Hash of an account by the source's own id. */
export function accountHash(key: string, network: string, nativeId: string): string {
  return keyedHash(key, 'account', network, nativeId);
}

/** Hash of what names a message: the source's own id, or its address, whatever the case. */
export function messageHash(key: string, network: string, name: string): string {
  return keyedHash(key, 'message', network, foldedName(name));
}

/** Hash of a message of somebody else. */
export function quotingHash(key: string, { network, kind, nativeId }: Pick<QuotingMessage, 'network' | 'kind' | 'nativeId'>): string {
  return keyedHash(key, 'quoting', network, kind, nativeId);
}

/** The list of the project; with a new secret and nobody on it when there is none, or when what is there is none. */
export function suppressionList(project: ProjectDatabase): SuppressionList {
  const kept = settingOf(project, SUPPRESSION_SETTING);
  const parsed = kept === null ? null : suppressionListSchema.safeParse(JSON.parse(kept));
  return parsed?.success === true ? parsed.data : { version: 1, key: randomBytes(32).toString('hex'), persons: [] };
}

/** Keeps the list. To be called inside a transaction. */
export function storeSuppressionList(project: ProjectDatabase, list: SuppressionList): void {
  storeSetting(project, SUPPRESSION_SETTING, JSON.stringify(list));
}

/** A person as the list knows them, from what tells them while it is still known. */
export function suppressedPerson(key: string, { accounts, names, wrote }: PersonTraces, { quoting, atMs }: { readonly quoting: readonly QuotingMessage[]; readonly atMs: number }): SuppressedPerson {
  const named = wrote.flatMap(({ network, nativeId, url, address }) => [nativeId, url, address].flatMap((name) => (name === null ? [] : [[messageHash(key, network, name), standInName(key, network, nativeId)] as const])));
  return {
    atMs,
    accounts: accounts.map(({ network, nativeId }) => accountHash(key, network, nativeId)),
    handles: [...new Set(accounts.flatMap(({ network, nativeId, handle }) => [handle, nativeId].flatMap((said) => (said === null ? [] : [handleHash(key, network, said)]))))],
    names: names.map(({ network, text, first, segments, use }) => ({ network, bucket: quickBucket(key, first), segments, use, hash: keyedHash(key, 'name', network, text) })),
    messages: Object.fromEntries(named),
    quoting: Object.fromEntries(quoting.map((message) => [quotingHash(key, message), message.passages.map((passage) => ({ length: passage.length, hash: keyedHash(key, 'passage', passage) }))])),
  };
}

/** Asks texts of one network for the names of everybody on the list. */
export function hashedMatcher({ key, persons }: SuppressionList, network: string): PersonMatcher {
  const names = persons.flatMap((person) => person.names).filter((name) => name.network === network);
  const buckets = new Set(names.map(({ bucket }) => bucket));
  const anywhere = new Set(names.flatMap(({ use, hash }) => (use === 'anywhere' ? [hash] : [])));
  const marked = new Set(names.map(({ hash }) => hash));
  return {
    longest: Math.max(0, ...names.map(({ segments }) => segments)),
    starts: (segment) => buckets.has(quickBucket(key, segment)),
    isName(folded, isMarked) {
      const hash = keyedHash(key, 'name', network, folded);
      return anywhere.has(hash) || (isMarked && marked.has(hash));
    },
  };
}

/** Stretches of a text that are passages by their lengths and hashes. O(length times the distinct lengths). */
export function hashedPassages(key: string, text: string, wanted: readonly { readonly length: number; readonly hash: string }[]): Passage[] {
  const found: Passage[] = [];
  const hashes = new Set(wanted.map(({ hash }) => hash));
  const lengths = [...new Set(wanted.map(({ length }) => length))].sort((one, other) => other - one);
  for (let start = 0; start < text.length; start += 1) {
    for (const length of lengths) {
      if (start + length > text.length || !hashes.has(keyedHash(key, 'passage', text.slice(start, start + length)))) continue;
      found.push({ start, end: start + length });
      start += length - 1;
      break;
    }
  }
  return found;
}

/** What the journal keeps of persons taken off the list: themselves by hashes, and where they stood. */
export interface AllowedChange {
  readonly persons: readonly { readonly position: number; readonly person: SuppressedPerson }[];
}

/** Takes those who bear a handle or an id off the list, as a change that undo takes back. Returns how many; 0 changes nothing. */
export function allowAgain(project: ProjectDatabase, text: string, atMs: number): number {
  const list = suppressionList(project);
  const known = new Set(list.persons.flatMap(({ names }) => names.map(({ network }) => network)).flatMap((network) => [accountHash(list.key, network, text), handleHash(list.key, network, text)]));
  const persons = list.persons.flatMap((person, position) => ([...person.accounts, ...person.handles].some((hash) => known.has(hash)) ? [{ position, person }] : []));
  if (persons.length === 0) return 0;
  const change: AllowedChange = { persons };
  project.connection.transaction(() => {
    putAllowed(project, change, 'after');
    recordCommand(project, { command: 'privacy.allowAgain', label: 'privacy.allowAgain:', forward: '{}', inverse: JSON.stringify(change), atMs });
  }).immediate();
  return persons.length;
}

/** Makes one side of a change to the list stand: `before` puts persons back where they stood. To be called inside a transaction. */
export function putAllowed(project: ProjectDatabase, { persons }: AllowedChange, side: 'before' | 'after'): void {
  const list = suppressionList(project);
  const left = list.persons.filter((person) => !persons.some((each) => JSON.stringify(each.person.accounts) === JSON.stringify(person.accounts)));
  if (side === 'before') for (const { position, person } of persons) left.splice(position, 0, person);
  storeSuppressionList(project, { ...list, persons: left });
}
