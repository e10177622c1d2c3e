const ACCENTED = /[^\u0000-\u007f]/u;

/**
 * Lower case without accents; "è" alone stays apart from "e", because in Italian it is the verb.
 * @example foldedForm('PERCHÉ') // 'perche'
 */
export function foldedForm(word: string): string {
  const lower = word.toLowerCase();
  if (!ACCENTED.test(lower) || lower === 'è') return lower;
  return lower.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/**
 * A word with letters repeated three times or more brought back to one or two: the first that `known` accepts, else
 * one letter. Null when nothing is repeated.
 * @example squeezedForm('bellaaaa', (form) => form === 'bella') // 'bella'
 */
export function squeezedForm(form: string, known: (form: string) => boolean): string | null {
  if (!/(\p{L})\1\1/u.test(form)) return null;
  const once = form.replaceAll(/(\p{L})\1{2,}/gu, '$1');
  if (known(once)) return once;
  const twice = form.replaceAll(/(\p{L})\1{2,}/gu, '$1$1');
  return known(twice) ? twice : once;
}
