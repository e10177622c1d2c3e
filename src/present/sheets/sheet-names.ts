import { printableText } from '../printable-text.ts';

const LONGEST = 31;
/** What spreadsheet programs keep for themselves, in the languages that are written. */
const RESERVED = ['history', 'cronologia'];

/**
 * Names of sheets as every spreadsheet program takes them: at most 31 characters, none of `[ ] : * ? / \`, no apostrophe at
 * either end, none reserved, all different whatever the case. Equal names get a number. In the order given; those in
 * `taken` are used already.
 * @example sheetNames(['Waits', 'waits', 'a/b'], []) // ['Waits', 'waits 2', 'a b']
 */
export function sheetNames(wanted: readonly string[], taken: readonly string[]): string[] {
  const used = new Set([...RESERVED, ...taken.map((name) => name.toLowerCase())]);
  return wanted.map((name) => {
    const plain = printableText(name).replaceAll(/[[\]:*?/\\\n\t]+/gu, ' ').replaceAll(/\s+/gu, ' ').replaceAll(/^['\s]+|['\s]+$/gu, '');
    const base = plain === '' ? '-' : plain;
    for (let copy = 1; ; copy += 1) {
      const end = copy === 1 ? '' : ` ${String(copy)}`;
      const candidate = `${shortened(base, LONGEST - end.length)}${end}`;
      if (used.has(candidate.toLowerCase())) continue;
      used.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

/** The beginning of a text in at most so many UTF-16 units, without half a character and without an apostrophe or space at its end. */
function shortened(text: string, most: number): string {
  return printableText(text.slice(0, most)).replaceAll(/['\s]+$/gu, '');
}

/** Names of files made of sheets' names, all different, of letters that every system keeps: `Tribù per valore` becomes `tribu-per-valore`. */
export function plainFileNames(names: readonly string[], taken: readonly string[]): string[] {
  const used = new Set(taken);
  return names.map((name) => {
    const plain = name.normalize('NFD').replaceAll(/\p{M}+/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-|-$/gu, '');
    const base = plain === '' ? 'table' : plain;
    for (let copy = 1; ; copy += 1) {
      const candidate = copy === 1 ? base : `${base}-${String(copy)}`;
      if (used.has(candidate)) continue;
      used.add(candidate);
      return candidate;
    }
  });
}
