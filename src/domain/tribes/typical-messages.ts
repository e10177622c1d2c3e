import { codePosition, MOST_CODES } from '../terms/term-code.ts';
import type { TermRow } from '../terms/pair-census.ts';

/** A message near the centre of a tribe's terms; `likeness` = cosine in (0, 1]. */
export interface TypicalMessage {
  readonly messageId: number;
  readonly likeness: number;
}

/** Messages of fewer distinct terms than this say too little to be typical of anything. */
const LEAST_TERMS = 4;

function termsIn(terms: string): number[] {
  const found = new Set<number>();
  for (let at = 0; at < terms.length; at += 1) {
    const position = codePosition(terms, at);
    if (position >= 0) found.add(position);
  }
  return [...found];
}

/**
 * The messages nearest to the centre of what a tribe's people write, best first, one a person, and none with the terms of
 * another. A term weighs by its rarity among all messages of the language (log of messages over messages with it); the
 * centre holds each term by the share of the tribe's authors who use it, so that somebody who writes a hundred times
 * does not move it; nearness is the cosine. Likes and replies play no part: typical is not loudest. Two passes over the
 * terms, author by author; none under four distinct terms.
 * Source: Rocchio 1971 (centroid of tf-idf vectors); Salton & Buckley 1988, Information Processing & Management 24(5).
 */
export function typicalMessages(rows: () => Iterable<TermRow>, { isMember, counts, limit }: { readonly isMember: (accountId: number) => boolean; readonly counts: (messageId: number) => boolean; readonly limit: number }): TypicalMessage[] {
  // 1. how rare each term is, and how many of the tribe's authors use it
  const [documents, authors] = [new Uint32Array(MOST_CODES), new Uint32Array(MOST_CODES)];
  const lastAuthor = new Float64Array(MOST_CODES).fill(-1);
  let all = 0;
  for (const { accountId, messageId, terms } of rows()) {
    all += 1;
    const own = isMember(accountId) && counts(messageId);
    for (const position of termsIn(terms)) {
      documents[position] = (documents[position] ?? 0) + 1;
      if (!own || lastAuthor[position] === accountId) continue;
      lastAuthor[position] = accountId;
      authors[position] = (authors[position] ?? 0) + 1;
    }
  }
  const rarity = (position: number): number => Math.log((all + 1) / ((documents[position] ?? 0) + 1));
  let centreLength = 0;
  authors.forEach((users, position) => {
    if (users > 0) centreLength += (users * rarity(position)) ** 2;
  });
  if (centreLength === 0) return [];
  // 2. the nearest message of each author
  const best = new Map<number, TypicalMessage & { readonly terms: string }>();
  for (const { accountId, messageId, terms } of rows()) {
    if (!isMember(accountId) || !counts(messageId)) continue;
    const positions = termsIn(terms);
    if (positions.length < LEAST_TERMS) continue;
    let [product, length] = [0, 0];
    for (const position of positions) {
      product += rarity(position) ** 2 * (authors[position] ?? 0);
      length += rarity(position) ** 2;
    }
    if (length === 0) continue;
    const likeness = product / Math.sqrt(length * centreLength);
    const before = best.get(accountId);
    if (before === undefined || likeness > before.likeness) best.set(accountId, { messageId, likeness, terms: positions.toSorted((one, other) => one - other).join() });
  }
  // 3. different texts only
  const seen = new Set<string>();
  const found: TypicalMessage[] = [];
  for (const { messageId, likeness, terms } of [...best.values()].sort((one, other) => other.likeness - one.likeness || one.messageId - other.messageId)) {
    if (seen.has(terms)) continue;
    seen.add(terms);
    found.push({ messageId, likeness });
    if (found.length === limit) break;
  }
  return found;
}
