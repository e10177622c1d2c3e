import { hasTelephoneGroups } from './telephone-number.ts';

const ADDRESS = /<?(?:mailto:)?[\p{L}\p{N}_.+%'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}>?/gu;
const NUMBER = /(?<![\p{L}\p{N}_@./#€$-])(?:\(?\+?\(?\d[\d \u00a0()./-]{4,22}\d)(?![\p{L}\p{N}_@%€$]|[.,]\d)/gu;
const INTRODUCED = /(?:tel|telefono|phone|cell|cellulare|mobile|mob|fax|whatsapp|numero|chiama(?:temi|mi)?|call(?: me)?)\W{0,4}(?:(?:al|a|di|n|nr|no|number|is|at|è|on)\W{1,3}){0,2}$/iu;

/** True for digits in a text that are a telephone number, by how they are written or by the words `before` them. */
function isTelephone(written: string, before: string): boolean {
  const digits = written.replace(/\D/g, '');
  if (digits.length < 6 || digits.length > 15) return false;
  if (hasTelephoneGroups(written)) return true;
  // dates and clock times
  if (/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:\s|$)/.test(written) || /^\(?\+/.test(written)) return false;
  return INTRODUCED.test(before) || (/^3\d{2}/.test(written) && (digits.length === 9 || digits.length === 10));
}

/**
 * A text with mail addresses as `[mail]` and telephone numbers as `[tel]`. Numbers count as telephones when they begin with
 * a prefix, are written as Italian or American ones, or a word before them says so; order numbers, dates and amounts stay.
 * @example withoutContacts('Scrivi a anna@esempio.it o chiama +39 333 1234567') // 'Scrivi a [mail] o chiama [tel]'
 */
export function withoutContacts(text: string): string {
  const plain = text.includes('@') ? text.replace(ADDRESS, '[mail]').replace(/\[mail\]\s?[<([]\[mail\][>)\]]/g, '[mail]') : text;
  return plain.replace(NUMBER, (written, offset: number) => {
    return isTelephone(written, plain.slice(Math.max(0, offset - 40), offset)) ? '[tel]' : written;
  });
}
