import type { TermRow } from './pair-census.ts';
import { codePosition, MOST_CODES } from './term-code.ts';

/** Some messages by number: one bit a message. Null stands for all. */
export type MessageSet = Uint8Array | null;

/**
 * Whether a message is in a set.
 * @example holdsMessage(null, 7) // true
 */
export function holdsMessage(set: MessageSet, messageId: number): boolean {
  return set === null || ((set[messageId >> 3] ?? 0) & (1 << (messageId & 7))) !== 0;
}

/** Counts on one side: messages and distinct authors, in all and by term. */
export interface SideCounts {
  readonly messages: number;
  readonly authors: number;
  readonly authorsOf: (code: string) => number;
  readonly messagesOf: (code: string) => number;
}

interface Side extends SideCounts {
  readonly add: (row: TermRow) => void;
}

const NOBODY = -1;

function createSide(pairs: ReadonlyMap<number, number>, starts: Uint8Array): Side {
  const size = MOST_CODES + pairs.size;
  const [messages, authors] = [new Uint32Array(size), new Uint32Array(size)];
  const [lastMessage, lastAuthor] = [new Float64Array(size).fill(NOBODY), new Float64Array(size).fill(NOBODY)];
  let author = NOBODY;
  let allMessages = 0;
  let allAuthors = 0;
  const note = (place: number, { accountId, messageId }: TermRow): void => {
    if (lastMessage[place] === messageId) return;
    lastMessage[place] = messageId;
    messages[place] = (messages[place] ?? 0) + 1;
    if (lastAuthor[place] === accountId) return;
    lastAuthor[place] = accountId;
    authors[place] = (authors[place] ?? 0) + 1;
  };
  const placeOf = (code: string): number => (code.length === 1 ? codePosition(code, 0) : (pairs.get(codePosition(code, 0) * 65_536 + codePosition(code, 1)) ?? -1));
  return {
    get messages() {
      return allMessages;
    },
    get authors() {
      return allAuthors;
    },
    authorsOf: (code) => authors[placeOf(code)] ?? 0,
    messagesOf: (code) => messages[placeOf(code)] ?? 0,
    add(row) {
      allMessages += 1;
      if (author !== row.accountId) {
        author = row.accountId;
        allAuthors += 1;
      }
      let before = -1;
      for (let at = 0; at < row.terms.length; at += 1) {
        const position = codePosition(row.terms, at);
        if (position >= 0) {
          note(position, row);
          if (before >= 0 && starts[before] === 1) {
            const place = pairs.get(before * 65_536 + position);
            if (place !== undefined) note(place, row);
          }
        }
        before = position;
      }
    },
  };
}

/**
 * Counts how many distinct authors use each term in a group of messages and in the rest, in one pass over the terms of all
 * messages of a language, author by author. An author who writes in both counts in both. `pairs` are the codes of the
 * terms of two words. Memory is two counters a term, whatever the number of messages.
 */
export function termCensus(rows: Iterable<TermRow>, { pairs, group, rest }: { readonly pairs: readonly string[]; readonly group: (messageId: number) => boolean; readonly rest: (messageId: number) => boolean }): { readonly inGroup: SideCounts; readonly inRest: SideCounts } {
  const places = new Map(pairs.map((code, index) => [codePosition(code, 0) * 65_536 + codePosition(code, 1), MOST_CODES + index]));
  const starts = new Uint8Array(MOST_CODES);
  for (const code of pairs) starts[codePosition(code, 0)] = 1;
  const [inGroup, inRest] = [createSide(places, starts), createSide(places, starts)];
  for (const row of rows) {
    if (group(row.messageId)) inGroup.add(row);
    else if (rest(row.messageId)) inRest.add(row);
  }
  return { inGroup, inRest };
}
