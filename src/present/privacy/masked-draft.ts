import { withoutContacts } from './masked-quote.ts';
import { unsignedText } from './unsigned-text.ts';

const LEAST_NAME = 3;
/** Two digits and more, with the signs that hold numbers together. */
const NUMBER = /\p{N}(?:[\p{N}.,:/\-\s]*\p{N})/gu;

const partsOf = (names: readonly string[]): string[] => [...new Set(names.flatMap((name) => name.match(/[\p{L}\p{N}]+/gu) ?? []).filter((part) => part.length >= LEAST_NAME && /\p{L}/u.test(part)).map((part) => part.toLowerCase()))];

/** Names of people that stand in a text as whole words, as they are written there; a name's parts of three letters and more count. */
export function namesIn(text: string, names: readonly string[]): string[] {
  const parts = new Set(partsOf(names));
  return [...new Set(text.match(/[\p{L}\p{N}]+/gu) ?? [])].filter((word) => parts.has(word.toLowerCase()));
}

/**
 * A message as the beginning of a quote: without contacts, the given names, numbers of two digits and
 * more and, for the brand's own words, signatures; each becomes `…`. A person's words still lead back by any search: what
 * is left is to be told in other words.
 * @example maskedDraft('Sono Anna, ordine 12345', { names: ['Anna R.'], voice: false }) // 'Sono …, ordine …'
 */
export function maskedDraft(text: string, { names, voice }: { readonly names: readonly string[]; readonly voice: boolean }): string {
  const unsigned = withoutContacts(voice ? unsignedText(text) : text);
  const found = new Set(namesIn(unsigned, names));
  return unsigned.replaceAll(/[\p{L}\p{N}]+/gu, (word) => (found.has(word) ? '…' : word)).replaceAll(NUMBER, '…').replaceAll(/…(?:\s*…)+/gu, '…').trim();
}
