/**
 * The words of a name or a handle as names are compared: lower case, without accents, signs and emoji; joined capitals
 * are told apart ("CaffeAurora" gives two words, and so does "caffe_aurora").
 * @example nameWords('Caffè Aurora ☕') // ['caffe', 'aurora']
 */
export function nameWords(name: string): string[] {
  const apart = name.slice(0, LONGEST_NAME).replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return folded(apart).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const LONGEST_NAME = 300;

/**
 * A text in lower case without accents.
 * @example folded('Perché È') // 'perche e'
 */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  return PLAIN.test(lower) ? lower : lower.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

const PLAIN = /^[\u0000-\u007f]*$/u;

/**
 * A name as one run of letters and digits, so that "Caffè Aurora", "caffe_aurora" and "@CaffeAurora" are equal. Empty for a
 * name of signs alone.
 * @example nameKey('@Caffe_Aurora') // 'caffeaurora'
 */
export function nameKey(name: string): string {
  return nameWords(name).join('');
}
