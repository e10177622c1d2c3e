import type { RecordedAccount, RecordedContainer, RecordedMessage, RecordedReaction, RejectedRow } from '../../domain/model/record.ts';
import { foldedName, nameSegments, REMOVED_MARK, withoutNames, type PersonMatcher } from '../../domain/privacy/person-words.ts';
import { withoutPassages } from '../../domain/privacy/quoted-passages.ts';
import { importJson } from '../../store/import-account.ts';
import { nameStandIns, type NamedStandIn } from '../../store/late-stand-ins.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { accountHash, handleHash, hashedMatcher, hashedPassages, keyedHash, messageHash, quotingHash, standInName, storeSuppressionList, suppressionList, type SuppressionList } from './suppression-list.ts';

/** Accounts whose answer is remembered at a time. */
const REMEMBERED = 50_000;
const SHORTEST_ID = 6;
/** Segments of an id: those of some networks have hyphens in them. */
const LONGEST_ID = 4;
const LINK = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)»”]/gu;

/** Rows as a format reads them. */
interface Batch {
  readonly messages: readonly RecordedMessage[];
  readonly reactions: readonly RecordedReaction[];
  readonly rejected: readonly RejectedRow[];
}

/** Lets through what is not of suppressed persons. */
export interface SuppressionGate {
  /** A batch without what suppressed persons wrote and gave, and without their names in what others wrote. */
  readonly passed: <Rows extends Batch>(batch: Rows) => Rows;
  /** Messages and reactions left out since the last time this was asked. */
  readonly takeLeftOut: () => number;
  /** Puts right what was read before the message it names turned out to be left out. After the last batch, before threads are linked. */
  readonly settle: () => void;
}

const OPEN_GATE: SuppressionGate = { passed: (batch) => batch, takeLeftOut: () => 0, settle: () => undefined };

/** Answers about accounts, remembered within a bound. */
function accountBook({ key, persons }: SuppressionList): (network: string, account: RecordedAccount) => boolean {
  const accounts = new Set(persons.flatMap((person) => person.accounts));
  const handles = new Set(persons.flatMap((person) => person.handles));
  const fullNames = new Set(persons.flatMap(({ names }) => names.flatMap(({ segments, hash }) => (segments > 1 ? [hash] : []))));
  const known = new Map<string, boolean>();
  return (network, { nativeId, handle }) => {
    const about = `${network} ${nativeId} ${handle ?? ''}`;
    const answer = known.get(about) ?? (accounts.has(accountHash(key, network, nativeId)) || [nativeId, handle].some((said) => said !== null && handles.has(handleHash(key, network, said))) || (nameSegments(nativeId).length > 1 && fullNames.has(keyedHash(key, 'name', network, foldedName(nativeId)))));
    if (known.size > REMEMBERED) known.clear();
    known.set(about, answer);
    return answer;
  };
}

/**
 * The gate of one import. With nobody on the list everything passes untouched. An account is known by the source's own id
 * or by its handle on its network, so that another tool's file of the same place does not bring a person back; what others
 * wrote comes in as it was left by the erasure. Costs some microseconds a message while somebody is on the list.
 */
export function createSuppressionGate(project: ProjectDatabase): SuppressionGate {
  const list = suppressionList(project);
  const { key, persons } = list;
  if (persons.length === 0) return OPEN_GATE;
  const isSuppressed = accountBook(list);
  const standIns = new Map(persons.flatMap((person) => Object.entries(person.messages)));
  const quoting = new Map(persons.flatMap((person) => Object.entries(person.quoting)));
  const matchers = new Map<string, PersonMatcher>();
  const late: NamedStandIn[] = [];
  let leftOut = 0;

  const matcherOf = (network: string): PersonMatcher => {
    const matcher = matchers.get(network) ?? hashedMatcher(list, network);
    matchers.set(network, matcher);
    return matcher;
  };
  const unnamed = (network: string, text: string): string => withoutNames(text, matcherOf(network)).text;
  const standIn = (network: string, name: string | null | undefined): string | null => (name == null ? null : (standIns.get(messageHash(key, network, name)) ?? name));
  const idMatcher = (network: string): PersonMatcher => ({ longest: LONGEST_ID, starts: () => true, isName: (folded) => folded.length >= SHORTEST_ID && standIns.has(messageHash(key, network, folded)) });
  const unlinked = (network: string, text: string): string => (!/\d{6}|https?:/.test(text) ? text : withoutNames(text.replace(LINK, (link) => (standIns.has(messageHash(key, network, link)) ? REMOVED_MARK : link)), idMatcher(network)).text);
  const address = (network: string, url: string | null): string | null => (url === null ? null : standIns.has(messageHash(key, network, url)) ? REMOVED_MARK : withoutNames(unnamed(network, url), idMatcher(network)).text);
  const place = (network: string, container: RecordedContainer | null): RecordedContainer | null => {
    if (container === null) return null;
    const isTheirs = isSuppressed(network, { nativeId: container.nativeId, handle: null, name: null, followers: null, isBrand: null });
    return { ...container, nativeId: isTheirs ? standInName(key, network, container.nativeId) : container.nativeId, name: isTheirs ? REMOVED_MARK : unnamed(network, container.name) };
  };
  const said = (network: string, account: RecordedAccount | null): RecordedAccount | null => (account?.profile == null ? account : { ...account, profile: unnamed(network, account.profile) });

  function leaveOut({ network, nativeId, url }: RecordedMessage): void {
    leftOut += 1;
    for (const name of [nativeId, url]) {
      if (name === null || standIns.has(messageHash(key, network, name))) continue;
      standIns.set(messageHash(key, network, name), standInName(key, network, nativeId));
      late.push({ network, name, standIn: standInName(key, network, nativeId) });
    }
  }

  function ofOthers(message: RecordedMessage): RecordedMessage {
    const { network, text } = message;
    const quoted = text === null || quoting.size === 0 ? undefined : quoting.get(quotingHash(key, message));
    const unquoted = text === null || quoted === undefined ? text : withoutPassages(text, hashedPassages(key, text, quoted));
    return {
      ...message, author: said(network, message.author), container: place(network, message.container), text: unquoted === null ? null : unlinked(network, unnamed(network, unquoted)), url: address(network, message.url),
      parentNativeId: standIn(network, message.parentNativeId), rootNativeId: standIn(network, message.rootNativeId), ...(message.quotedNativeId == null ? {} : { quotedNativeId: standIn(network, message.quotedNativeId) }),
    };
  }

  return {
    passed(batch) {
      const messages = batch.messages.flatMap((message) => {
        if (message.author === null || !isSuppressed(message.network, message.author)) return [ofOthers(message)];
        leaveOut(message);
        return [];
      });
      const reactions = batch.reactions.flatMap((reaction) => {
        const { network, account, targetNativeId, container } = reaction;
        const isTheirs = (account !== null && isSuppressed(network, account)) || (targetNativeId !== null && standIns.has(messageHash(key, network, targetNativeId)));
        if (!isTheirs) return [{ ...reaction, container: place(network, container), account: said(network, account) }];
        leftOut += 1;
        return [];
      });
      // which network a refused row is of is not known: it is kept only when no network's names stand in it
      const networks = new Set(persons.flatMap(({ names }) => names.map(({ network }) => network)));
      const rejected = batch.rejected.map((row) => ([...networks].some((network) => withoutNames(`${row.raw ?? ''} ${row.detail}`, { ...matcherOf(network), isName: (folded) => matcherOf(network).isName(folded, true) }).removed > 0) ? { ...row, raw: null, detail: REMOVED_MARK } : row));
      return { ...batch, messages, reactions, rejected };
    },
    takeLeftOut() {
      const count = leftOut;
      leftOut = 0;
      return count;
    },
    settle() {
      if (late.length === 0) return;
      nameStandIns(project, late);
      const last = persons.at(-1);
      if (last === undefined) return;
      for (const { network, name, standIn: other } of late) last.messages[messageHash(key, network, name)] = other;
      storeSuppressionList(project, list);
    },
  };
}

/** Messages and reactions of suppressed persons that one import left out, for its account; empty when there were none. */
export function suppressedRows(project: ProjectDatabase, importId: number): { readonly suppressed?: number } {
  const { suppressed } = importJson(project, importId, 'report');
  return typeof suppressed === 'number' && suppressed > 0 ? { suppressed } : {};
}
