import { distinctiveTerms, LEAST_TERM_AUTHORS } from './distinctive-terms.ts';
import type { TermRow } from './pair-census.ts';
import { codePosition, MOST_CODES } from './term-code.ts';

/** A term over-represented in a tribe, by its code: how many of its people use it, and how far beyond chance. */
export interface TribeTerm {
  readonly code: string;
  readonly z: number;
  readonly authors: number;
}

/** What a census of tribes takes: the terms of a language, whose words count and in which tribes each person is. */
export interface TribeCensusOptions {
  readonly codes: readonly string[];
  /** Tribes of a person, none for one who is in none; null for accounts that are left out. */
  readonly tribesOf: (accountId: number) => readonly string[] | null;
  readonly counts: (messageId: number) => boolean;
  readonly limit: number;
}

/**
 * The terms that tell each tribe from everybody else, over the messages of one language in one pass, author by author. A
 * person counts once a term whatever is repeated, in each of the person's tribes. Memory is a counter a term and tribe.
 */
export function tribeTerms(rows: Iterable<TermRow>, { codes, tribesOf, counts, limit }: TribeCensusOptions): Map<string, TribeTerm[]> {
  const pairs = new Map(codes.flatMap((code, index) => (code.length === 2 ? [[codePosition(code, 0) * 65_536 + codePosition(code, 1), MOST_CODES + index] as const] : [])));
  const size = MOST_CODES + codes.length;
  const everybody = new Uint32Array(size);
  const byTribe = new Map<string, Uint32Array>();
  const lastAuthor = new Float64Array(size).fill(-1);
  let author = -1;
  let tribes: readonly string[] | null = null;
  const note = (place: number): void => {
    if (lastAuthor[place] === author) return;
    lastAuthor[place] = author;
    everybody[place] = (everybody[place] ?? 0) + 1;
    for (const tribe of tribes ?? []) {
      let users = byTribe.get(tribe);
      if (users === undefined) byTribe.set(tribe, (users = new Uint32Array(size)));
      users[place] = (users[place] ?? 0) + 1;
    }
  };
  for (const { accountId, messageId, terms } of rows) {
    if (accountId !== author) {
      author = accountId;
      tribes = tribesOf(accountId);
    }
    if (tribes === null || !counts(messageId)) continue;
    let before = -1;
    for (let at = 0; at < terms.length; at += 1) {
      const position = codePosition(terms, at);
      if (position >= 0) {
        note(position);
        const place = before < 0 ? undefined : pairs.get(before * 65_536 + position);
        if (place !== undefined) note(place);
      }
      before = position;
    }
  }
  const placeOf = (code: string): number => (code.length === 1 ? codePosition(code, 0) : (pairs.get(codePosition(code, 0) * 65_536 + codePosition(code, 1)) ?? -1));
  // what is the same for every tribe, and only terms that enough people use to be looked at in any
  const known = codes.flatMap((key) => {
    const place = placeOf(key);
    const all = everybody[place] ?? 0;
    return all < LEAST_TERM_AUTHORS ? [] : [{ key, place, all, ...(key.length === 2 ? { parts: [key.charAt(0), key.charAt(1)] as const } : {}) }];
  });
  return new Map([...byTribe].map(([tribe, users]) => {
    const counted = known.map(({ key, place, all, parts }) => {
      const inGroup = users[place] ?? 0;
      return parts === undefined ? { key, inGroup, inRest: all - inGroup } : { key, inGroup, inRest: all - inGroup, parts };
    });
    return [tribe, distinctiveTerms(counted, { limit }).ofGroup.map(({ key, z, authorsIn }) => ({ code: key, z, authors: authorsIn }))];
  }));
}
