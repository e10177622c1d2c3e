const SHAPE = /^\(?\+?[\d\s()./-]{6,24}\d\)?$/;
const SCHEME = /^(?:tel|sms|callto|whatsapp):/i;

/** Digits with a prefix, or in groups as Italian and American numbers have them; dates and amounts have others. */
export function hasTelephoneGroups(written: string): boolean {
  const { length } = written.replace(/\D/g, '');
  if (/^\(?\+/.test(written) || (/^\(?00/.test(written) && length >= 10)) return length >= 8 && length <= 15;
  if (/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:\s|$)/.test(written)) return false;
  if (/^3\d{2}[\s./-]/.test(written)) return length === 9 || length === 10;
  if (/^0\d{1,3}[\s./-]\d/.test(written)) return length >= 8 && length <= 11;
  return /^(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}$/.test(written);
}

/**
 * True for a telephone number that stands where a name, a handle or an id should: one with a prefix, with brackets or blanks
 * between its digits, or in the groups that telephone numbers have. Digits alone are ids, but where `digitsAlone` says
 * otherwise: in the names of chats.
 * @example isTelephoneNumber('+39 333 1234567') // true
 */
export function isTelephoneNumber(written: string, { digitsAlone = false }: { readonly digitsAlone?: boolean } = {}): boolean {
  const number = written.trim().replace(SCHEME, '');
  if (!SHAPE.test(number)) return false;
  const { length } = number.replace(/\D/g, '');
  if (length < 7 || length > 15) return false;
  if (/^\d+$/.test(number)) return digitsAlone || SCHEME.test(written.trim());
  return /[\s()]/.test(number) || hasTelephoneGroups(number);
}
