import { foldedName, nameSegments, type PersonMatcher } from './person-words.ts';

/** An account of a person as far as it names them. */
export interface NamedAccount {
  readonly network: string;
  readonly nativeId: string;
  readonly handle: string | null;
  readonly name: string | null;
}

/** One way in which texts name a person. */
export interface IdentityName {
  readonly network: string;
  /** Folded. */
  readonly text: string;
  /** Its first segment, folded. */
  readonly first: string;
  readonly segments: number;
  /** `anywhere`: wherever it stands; `marked`: only after an @ or in an address, because it is an ordinary word as well. */
  readonly use: 'anywhere' | 'marked';
}

/** Shorter single words say nobody by themselves. */
const SHORTEST_WORD = 4;

/**
 * The names of a person's accounts as texts write them: handles, display names and, where sources have nothing better, ids.
 * Names of two words and more count wherever they stand. A single word counts alone only when `isOrdinary` says that others
 * do not use it as a word; else only after an @ or in an address. Each name once per network; those without a letter or
 * digit are left out.
 */
export function identityNames(accounts: readonly NamedAccount[], isOrdinary: (word: string) => boolean): IdentityName[] {
  const names = new Map<string, IdentityName>();
  for (const { network, nativeId, handle, name } of accounts) {
    for (const said of [handle, name, nativeId]) {
      if (said === null) continue;
      const segments = nameSegments(said);
      const [first] = segments;
      const last = segments.at(-1);
      if (first === undefined || last === undefined) continue;
      const text = foldedName(said.slice(first.start, last.end));
      const key = `${network} ${text}`;
      if (names.has(key)) continue;
      const isAlone = segments.length === 1;
      names.set(key, { network, text, first: first.folded, segments: segments.length, use: isAlone && (text.length < SHORTEST_WORD || isOrdinary(text)) ? 'marked' : 'anywhere' });
    }
  }
  return [...names.values()];
}

/** Asks texts for names that are known in clear; with a network only for those of that network. */
export function clearMatcher(names: readonly IdentityName[], network: string | null = null): PersonMatcher {
  const asked = names.filter((name) => network === null || name.network === network);
  const firsts = new Set(asked.map(({ first }) => first));
  const anywhere = new Set(asked.flatMap(({ text, use }) => (use === 'anywhere' ? [text] : [])));
  const marked = new Set(asked.map(({ text }) => text));
  return { longest: Math.max(0, ...asked.map(({ segments }) => segments)), starts: (segment) => firsts.has(segment), isName: (folded, isMarked) => anywhere.has(folded) || (isMarked && marked.has(folded)) };
}
