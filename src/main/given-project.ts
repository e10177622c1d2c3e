import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The project file that the system handed over when it started the program for it, as a whole path: the last word that ends in
 * `.tribuna` and names a file. Null without one; words that begin with a dash are switches, whatever they end in.
 */
export function givenProject(words: readonly string[], folder: string, exists: (path: string) => boolean = existsSync): string | null {
  const named = words.filter((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.tribuna')).map((word) => resolve(folder, word));
  return named.filter(exists).at(-1) ?? null;
}
