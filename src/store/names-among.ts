import type { ProjectDatabase } from './project-database.ts';

const LEAST_LETTERS = 3;

/**
 * Which of some words (lower case) are names, or parts of names and handles, of people in the data; those who speak for a brand
 * are left out, and parts of fewer than three letters. One pass over the accounts; none without words.
 */
export function namesAmong({ connection }: ProjectDatabase, words: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  if (words.size === 0) return found;
  const rows = connection.prepare(`SELECT name, handle FROM account WHERE id NOT IN (SELECT account_id FROM account_role WHERE role = 'voice')`).iterate() as IterableIterator<{ name: string | null; handle: string | null }>;
  for (const { name, handle } of rows) {
    for (const part of `${name ?? ''} ${handle ?? ''}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) if (part.length >= LEAST_LETTERS && words.has(part)) found.add(part);
  }
  return found;
}
