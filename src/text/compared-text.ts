import { scannableText } from './scanned-words.ts';

/**
 * A text as copies are compared: its beginning in lower case, without accents and links, so that what was copied by hand or
 * with another address is still a copy. O(length).
 * @example comparedText('È GIÀ così: https://x.it/1') // 'e gia cosi: .............'
 */
export function comparedText(text: string): string {
  const scannable = scannableText(text);
  return /[\u0080-\u024f]/u.test(scannable) ? scannable.normalize('NFD').replaceAll(/[\u0300-\u036f]/gu, '') : scannable;
}
