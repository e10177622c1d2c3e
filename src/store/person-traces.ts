import type { JsonObject, JsonTraces } from '../domain/privacy/cleaned-json.ts';
import { clearMatcher, identityNames, type IdentityName } from '../domain/privacy/identity-names.ts';
import { foldedName, nameSegments, REMOVED_MARK, withoutNames, type PersonMatcher } from '../domain/privacy/person-words.ts';
import { passageFinder, withoutPassages, type Passage } from '../domain/privacy/quoted-passages.ts';
import { archivedMessages } from './erase-archives.ts';
import { otherWordings, personAccounts, personMessages, usualUses, type PersonAccount, type PersonMessage } from './person-records.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Fewer characters are an id only where an id is expected, not in the middle of a text. */
const SHORTEST_ID = 6;

/** Everything that tells a person, and how a text, a row and JSON are rid of it. */
export interface PersonTraces {
  readonly accounts: readonly PersonAccount[];
  readonly messages: readonly PersonMessage[];
  /** The same and what removed imports hold of them besides. */
  readonly wrote: readonly PersonMessage[];
  readonly names: readonly IdentityName[];
  /** All wordings of what they wrote. */
  readonly wordings: readonly string[];
  /** What stands for a message of theirs wherever another one names it, by network id and the source's own id or address; null for what is not theirs. */
  readonly standIn: (networkId: number, name: string) => string | null;
  /** The same for anything of theirs, by network code. */
  readonly standInOf: (network: string, nativeId: string) => string;
  readonly standIns: readonly { readonly networkId: number; readonly name: string; readonly standIn: string }[];
  /** Stretches of what they wrote inside a text of somebody else. */
  readonly passagesIn: (text: string) => Passage[];
  /** A text of a network without their names; `withQuotes` also without what they wrote. */
  readonly cleanedText: (text: string, network: string, withQuotes: boolean) => string;
  /** An address without their names and ids. */
  readonly cleanedAddress: (text: string, network: string) => string;
  /** Anything written down without their names, ids and words. */
  readonly cleanedNote: (text: string) => string;
  /** True where a handle of a network is theirs. */
  readonly isHandle: (network: string, handle: string) => boolean;
  readonly json: JsonTraces;
}

function idMatcher(ids: ReadonlySet<string>): PersonMatcher {
  const longest = Math.max(0, ...[...ids].map((id) => nameSegments(id).length));
  const firsts = new Set([...ids].flatMap((id) => nameSegments(id)[0]?.folded ?? []));
  return { longest, starts: (segment) => firsts.has(segment), isName: (folded) => ids.has(folded) };
}

/** Columns and fields that hold row numbers of accounts, and of messages. */
const ACCOUNT_FIELDS = /^(?:account|person|requester|author)s?_?ids?$/i;
const MESSAGE_FIELDS = /^(?:\w*message|answer|parent|root|evidence)s?_?ids?$/i;

/** Fields beside that of a network which name something by the source's own id. */
const NAMED = [['network', ['account', 'nativeId', 'native_id', 'message'], 'kind'], ['Network', ['Account', 'NativeId', 'Message'], 'Kind']] as const;

/** True when a network's code and an id beside it, under like names (`networkA` and `accountA`), are one of the keys. */
function isNamedIn(value: JsonObject, keys: ReadonlySet<string>): boolean {
  return Object.entries(value).some(([field, network]) => typeof network === 'string' && NAMED.some(([word, others, kind]) => field.includes(word) && others.some((other) => {
    const [name, called] = [value[field.replace(word, other)], value[field.replace(word, kind)]];
    return typeof name === 'string' && (keys.has(`${network} ${name}`) || (typeof called === 'string' && keys.has(`${network} ${called} ${name}`)));
  })));
}

/**
 * Collects what tells a person: their accounts, everything they wrote, how texts name and quote them. `standInOf` gives a
 * name for one of their messages (network code, the source's own id) that says nothing of it. To be called while messages
 * name the accounts that the sources say and none is set aside.
 */
export function personTraces(project: ProjectDatabase, accountIds: readonly number[], standInOf: (network: string, nativeId: string) => string): PersonTraces {
  const accounts = personAccounts(project, accountIds);
  const messages = personMessages(project, accountIds);
  const wrote = [...messages, ...archivedMessages(project, accounts)];
  const total = project.connection.prepare('SELECT count(*) FROM message').pluck().get() as number;
  const names = identityNames(accounts, (word) => usualUses(project, word, accountIds) > Math.max(5, total / 1000));
  const wordings = [...new Set([...wrote.flatMap(({ text }) => text ?? []), ...otherWordings(project, messages.map(({ id }) => id))])];
  const standIns = wrote.flatMap(({ networkId, network, nativeId, url, address }) => [...new Set([nativeId, url, address])].flatMap((name) => (name === null ? [] : [{ networkId, name, standIn: standInOf(network, nativeId) }])));
  const standInBy = new Map(standIns.map(({ networkId, name, standIn }) => [`${String(networkId)} ${name}`, standIn]));
  const said = [...accounts.flatMap(({ nativeId, mailHash, link, profile }) => [nativeId, mailHash, link, profile]), ...wrote.flatMap(({ nativeId, url, address }) => [nativeId, url, address])].filter((id) => id !== null);
  const ids = idMatcher(new Set(said.map((id) => foldedName(id)).filter((id) => id.length >= SHORTEST_ID)));
  const keys = new Set([...accounts.map(({ network, nativeId }) => `${network} ${nativeId}`), ...wrote.map(({ network, kind, nativeId }) => `${network} ${kind} ${nativeId}`), ...said.filter((id) => id.length >= SHORTEST_ID)]);
  const accountRows = new Set(accountIds);
  const messageRows = new Set(messages.map(({ id }) => id));
  const matchers = new Map([...new Set(names.map(({ network }) => network))].map((network) => [network, clearMatcher(names, network)]));
  const everywhere = clearMatcher(names);
  const passagesIn = passageFinder(wordings);
  const exact = said.filter((id) => id.length >= SHORTEST_ID && nameSegments(id).length > 3);

  const withoutIds = (text: string): string => withoutNames(exact.reduce((left, id) => (left.includes(id) ? left.replaceAll(id, REMOVED_MARK) : left), text), ids).text;
  const cleanedText = (text: string, network: string, withQuotes: boolean): string => {
    const unquoted = withQuotes ? withoutPassages(text, passagesIn(text)) : text;
    const matcher = matchers.get(network);
    const unnamed = matcher === undefined ? unquoted : withoutNames(unquoted, matcher).text;
    return /\d{6}|https?:/.test(unnamed) ? withoutIds(unnamed) : unnamed;
  };
  const cleanedNote = (text: string): string => withoutIds(withoutNames(withoutPassages(text, passagesIn(text)), everywhere).text);
  const handles = new Set(names.map(({ network, text }) => `${network} ${text}`));
  return {
    accounts, messages, wrote, names, wordings, standIns, standInOf, passagesIn, cleanedText, cleanedNote,
    standIn: (networkId, name) => standInBy.get(`${String(networkId)} ${name}`) ?? null,
    cleanedAddress: (text, network) => withoutIds(cleanedText(text, network, false)),
    isHandle: (network, handle) => handles.has(`${network} ${foldedName(handle)}`),
    json: {
      isKey: (text) => keys.has(text),
      isRow: (field, value) => (ACCOUNT_FIELDS.test(field) ? accountRows.has(value) : MESSAGE_FIELDS.test(field) && messageRows.has(value)),
      isAbout: (value) => isNamedIn(value, keys),
      cleaned: cleanedNote,
    },
  };
}
