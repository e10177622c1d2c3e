import { STOP_WORDS } from './stop-words.ts';

const LEAST_LETTERS = 3;

/**
 * The distinct words of a text that may tell a tribe: lower case, three letters or more, without links, handles, numbers
 * and stop words; a hashtag counts as its word. Order of first use.
 * @example plainWords('Il #caffè di @anna è buono, buono 100%') // ['caffè', 'buono']
 */
export function plainWords(text: string): string[] {
  const words = text.toLowerCase().replace(/https?:\/\/\S+|www\.\S+|@[\p{L}\p{N}_.]+/gu, ' ').match(/\p{L}+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length >= LEAST_LETTERS && !STOP_WORDS.has(word)))];
}
