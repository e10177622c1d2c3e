import type { TermRow } from '../domain/terms/pair-census.ts';
import type { MessageSet } from '../domain/terms/term-census.ts';
import type { MessageSelection } from './held-messages.ts';
import { MESSAGE_MARK, positionIn, type MessageColumns } from './message-columns.ts';
import type { ProjectDatabase } from './project-database.ts';
import { messageTerms } from './term-index.ts';

/** Terms of the messages of one language, author by author: one text for all, so that a row is a stretch of it. */
interface LanguageTerms {
  readonly accountIds: Uint32Array;
  readonly messageIds: Float64Array;
  /** Where the terms of each row begin; one more than there are rows. */
  readonly starts: Uint32Array;
  readonly terms: string;
}

const termsOf = new WeakMap<MessageColumns, Map<string, LanguageTerms>>();

function readTerms(project: ProjectDatabase, language: string): LanguageTerms {
  const accountIds: number[] = [];
  const messageIds: number[] = [];
  const starts: number[] = [0];
  const pieces: string[] = [];
  let length = 0;
  for (const { accountId, messageId, terms } of messageTerms(project, language)) {
    accountIds.push(accountId);
    messageIds.push(messageId);
    pieces.push(terms);
    length += terms.length;
    starts.push(length);
  }
  return { accountIds: Uint32Array.from(accountIds), messageIds: Float64Array.from(messageIds), starts: Uint32Array.from(starts), terms: pieces.join('') };
}

/** {@link messageTerms} of a project held in memory: read from the file once; some 40 bytes a message. */
export function* heldMessageTerms(project: ProjectDatabase, columns: MessageColumns, language: string): Generator<TermRow> {
  const known = termsOf.get(columns) ?? new Map<string, LanguageTerms>();
  termsOf.set(columns, known);
  const held = known.get(language) ?? readTerms(project, language);
  known.set(language, held);
  const { accountIds, messageIds, starts, terms } = held;
  for (let row = 0; row < accountIds.length; row += 1) yield { accountId: accountIds[row] ?? 0, messageId: messageIds[row] ?? 0, terms: terms.slice(starts[row], starts[row + 1]) };
}

/** {@link messageSet} of messages held in memory. */
export function heldMessageSet({ columns: { ids, size }, mask, count }: MessageSelection): MessageSet {
  if (count === size) return null;
  const set = new Uint8Array(((ids[size - 1] ?? 0) >> 3) + 1);
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) {
    const id = ids[at] ?? 0;
    set[id >> 3] = (set[id >> 3] ?? 0) | (1 << (id & 7));
  }
  return set;
}

/** How many messages of a selection nobody wrote in a brand's name. */
export function heldInboundCount({ columns: { marks }, mask }: MessageSelection): number {
  let found = 0;
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) if (((marks[at] ?? 0) & MESSAGE_MARK.outbound) === 0) found += 1;
  return found;
}

const languagesOf = new WeakMap<MessageColumns, { readonly codes: readonly string[]; readonly places: Uint8Array }>();

/** By position of a message, the place of the language its terms are of among `codes`, plus one; 0 without terms. */
function languageColumn({ connection }: ProjectDatabase, columns: MessageColumns): { readonly codes: readonly string[]; readonly places: Uint8Array } {
  const known = languagesOf.get(columns);
  if (known !== undefined) return known;
  const codes: string[] = [];
  const places = new Uint8Array(columns.size);
  for (const [language, id] of connection.prepare('SELECT language, message_id FROM message_term').raw().iterate() as IterableIterator<[string, number]>) {
    if (!codes.includes(language)) codes.push(language);
    const at = positionIn(columns.ids, id);
    if (at >= 0) places[at] = codes.indexOf(language) + 1;
  }
  const found = { codes, places };
  languagesOf.set(columns, found);
  return found;
}

/** {@link termLanguages} of messages held in memory. */
export function heldTermLanguages(project: ProjectDatabase, { columns, mask }: MessageSelection): { language: string; messages: number }[] {
  const { codes, places } = languageColumn(project, columns);
  const counts = new Uint32Array(codes.length + 1);
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) counts[places[at] ?? 0] = (counts[places[at] ?? 0] ?? 0) + 1;
  return codes.map((language, place) => ({ language, messages: counts[place + 1] ?? 0 })).filter(({ messages }) => messages > 0).sort((one, other) => other.messages - one.messages || (one.language < other.language ? -1 : 1));
}
