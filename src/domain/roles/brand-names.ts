import { nameWords } from './written-name.ts';

/** A brand and everything it is called: its own name, the accounts that speak for it, the places it owns. */
export interface NamedBrand {
  readonly id: number;
  readonly names: readonly string[];
}

/** One way of writing a brand's name. `words` above one are a name that a person does not bear by chance. */
export interface BrandAlias {
  readonly brandId: number;
  readonly words: readonly string[];
}

/** Where a brand's name stands in a list of words, last one excluded. */
export interface BrandSpan {
  readonly brandId: number;
  readonly first: number;
  readonly end: number;
  /** The name is of several words, or written as one word of several. */
  readonly distinct: boolean;
}

/** Recognises brands by name. */
export interface BrandNames {
  /** The longest names found, left to right, without overlaps. */
  readonly spans: (words: readonly string[]) => BrandSpan[];
  /** The brand whose name a whole name is, written in any way. */
  readonly whole: (key: string) => { readonly brandId: number; readonly distinct: boolean } | null;
}

const SHORTEST_NAME = 3;

/**
 * Builds the recogniser. A name of less than three letters is left out, since it says nothing; where two brands share a
 * name the one of the lower id bears it. Look-up is by the first word, so that most words cost one map access.
 */
export function brandNames(brands: readonly NamedBrand[]): BrandNames {
  const byFirst = new Map<string, BrandAlias[]>();
  const byKey = new Map<string, { brandId: number; distinct: boolean }>();
  const add = (alias: BrandAlias): void => {
    const [first] = alias.words;
    if (first === undefined) return;
    const known = byFirst.get(first) ?? [];
    if (known.some(({ words }) => words.join(' ') === alias.words.join(' '))) return;
    byFirst.set(first, [...known, alias].sort((one, other) => other.words.length - one.words.length));
  };
  const seen = brands.toSorted((one, other) => one.id - other.id).flatMap(({ id, names }) => names.map((name) => ({ id, words: nameWords(name) })));
  for (const { id, words } of seen) {
    const key = words.join('');
    if (key.length < SHORTEST_NAME || /^\p{N}+$/u.test(key)) continue;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { brandId: id, distinct: words.length > 1 });
    else if (known.brandId === id && words.length > 1) known.distinct = true;
    add({ brandId: id, words });
    if (words.length > 1) add({ brandId: id, words: [key] });
  }
  return {
    spans(words) {
      const found: BrandSpan[] = [];
      for (let first = 0; first < words.length;) {
        const alias = byFirst.get(words[first] ?? '')?.find((candidate) => candidate.words.every((word, offset) => words[first + offset] === word));
        if (alias === undefined) first += 1;
        else {
          const end = first + alias.words.length;
          found.push({ brandId: alias.brandId, first, end, distinct: byKey.get(alias.words.join(''))?.distinct ?? false });
          first = end;
        }
      }
      return found;
    },
    whole: (key) => byKey.get(key) ?? null,
  };
}
