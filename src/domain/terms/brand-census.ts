import type { CountedTerm } from './distinctive-terms.ts';
import type { TermRow } from './pair-census.ts';
import { codePosition, MOST_CODES } from './term-code.ts';

/** What a tribe's people say where a brand is meant and elsewhere. */
export interface BrandCounts {
  /** People and messages that name or address the brand. */
  readonly about: { readonly people: number; readonly messages: number };
  /** People and messages of the same tribe that do not; who does both counts in both. */
  readonly rest: { readonly people: number; readonly messages: number };
  /** Terms with the tribe's distinct people on either side. */
  readonly terms: readonly CountedTerm<string>[];
}

/** What the census takes besides the messages: the terms of the language, whose words count, which messages are about the brand. */
export interface BrandCensusOptions {
  readonly codes: readonly string[];
  /** Tribes of a person among those asked for; none for everybody else. */
  readonly tribesOf: (accountId: number) => readonly string[];
  readonly counts: (messageId: number) => boolean;
  readonly isAbout: (messageId: number) => boolean;
}

interface Side {
  readonly users: Uint32Array;
  people: number;
  messages: number;
}

/**
 * Counts, for every tribe, how many of its people use each term in messages that are about a brand and in all their others, over
 * the messages of one language in one pass, author by author. A person counts once a term and side whatever is repeated, in each
 * of the person's tribes. Memory: two counters a term and tribe.
 */
export function brandCensus(rows: Iterable<TermRow>, { codes, tribesOf, counts, isAbout }: BrandCensusOptions): Map<string, BrandCounts> {
  const pairs = new Map(codes.flatMap((code, index) => (code.length === 2 ? [[codePosition(code, 0) * 65_536 + codePosition(code, 1), MOST_CODES + index] as const] : [])));
  const size = MOST_CODES + codes.length;
  const found = new Map<string, { readonly about: Side; readonly rest: Side }>();
  const side = (): Side => ({ users: new Uint32Array(size), people: 0, messages: 0 });
  const last = { about: new Float64Array(size).fill(-1), rest: new Float64Array(size).fill(-1) };
  let author = -1;
  let own: { readonly about: Side; readonly rest: Side }[] = [];
  let seen = { about: false, rest: false };
  for (const { accountId, messageId, terms } of rows) {
    if (accountId !== author) {
      author = accountId;
      seen = { about: false, rest: false };
      own = tribesOf(accountId).map((tribe) => {
        const known = found.get(tribe) ?? { about: side(), rest: side() };
        found.set(tribe, known);
        return known;
      });
    }
    if (own.length === 0 || !counts(messageId)) continue;
    const which = isAbout(messageId) ? 'about' : 'rest';
    for (const tribe of own) {
      tribe[which].messages += 1;
      if (!seen[which]) tribe[which].people += 1;
    }
    seen[which] = true;
    const lastAuthor = last[which];
    const note = (place: number): void => {
      if (lastAuthor[place] === author) return;
      lastAuthor[place] = author;
      for (const tribe of own) tribe[which].users[place] = (tribe[which].users[place] ?? 0) + 1;
    };
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
  return new Map([...found].map(([tribe, { about, rest }]) => [tribe, {
    about: { people: about.people, messages: about.messages }, rest: { people: rest.people, messages: rest.messages },
    terms: codes.map((code, index) => {
      const place = code.length === 2 ? MOST_CODES + index : codePosition(code, 0);
      return { key: code, inGroup: about.users[place] ?? 0, inRest: rest.users[place] ?? 0, ...(code.length === 2 ? { parts: [code.charAt(0), code.charAt(1)] as const } : {}) };
    }),
  }]));
}
