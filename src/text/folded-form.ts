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

const FIRST_SURROGATE = 0xd800;

/** Whether some character may stand three times in a row: told by the units, so that most words cost no pattern. */
const mayRepeat = (form: string): boolean => {
  for (let at = 0; at < form.length; at += 1) {
    const code = form.charCodeAt(at);
    if (code >= FIRST_SURROGATE || (at > 1 && code === form.charCodeAt(at - 1) && code === form.charCodeAt(at - 2))) return true;
  }
  return false;
};

/**
 * A word with letters repeated three times or more brought back to one or two: the first that `known` accepts, else
 * one letter. Null when nothing is repeated.
 * @example squeezedForm('bellaaaa', (form) => form === 'bella') // 'bella'
 */
export function squeezedForm(form: string, known: (form: string) => boolean): string | null {
  if (!mayRepeat(form) || !/(\p{L})\1\1/u.test(form)) return null;
  const once = form.replaceAll(/(\p{L})\1{2,}/gu, '$1');
  if (known(once)) return once;
  const twice = form.replaceAll(/(\p{L})\1{2,}/gu, '$1$1');
  return known(twice) ? twice : once;
}
