import { createHmac } from 'node:crypto';

const ADDRESS = /<?(?:mailto:)?[\p{L}\p{N}_.+%'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}>?/gu;
const NUMBER = /(?<![\p{L}\p{N}_@./#€$-])(?:\(?\+?\(?\d[\d \u00a0()./-]{4,22}\d)(?![\p{L}\p{N}_@%€$]|[.,]\d)/gu;
const INTRODUCED = /(?:tel|telefono|phone|cell|cellulare|mobile|mob|fax|whatsapp|numero|chiama(?:temi|mi)?|call(?: me)?)\W{0,4}(?:(?:al|a|di|n|nr|no|number|is|at|è|on)\W{1,3}){0,2}$/iu;

function isTelephone(written: string, before: string): boolean {
  const digits = written.replace(/\D/g, '');
  if (digits.length < 6 || digits.length > 15) return false;
  if (/^\(?\+/.test(written) || (digits.startsWith('00') && digits.length >= 10)) return digits.length >= 8;
  // dates and clock times
  if (/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:\s|$)/.test(written)) return false;
  if (INTRODUCED.test(before)) return true;
  if (/^3\d{2}/.test(written)) return digits.length === 9 || digits.length === 10;
  if (/^0\d{1,3}[ \u00a0./-]\d/.test(written)) return digits.length >= 8 && digits.length <= 11;
  return /^(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}$/.test(written);
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

/** Where a project gives no key of its own, hashes of addresses are keyed by this: equal in every project, told from plain hashes. */
const NAMESPACE = 'tribuna/mail-address/1';

/** Keyed hash of a mail address, HMAC-SHA-256 as hex: the same however the address is capitalised. A key that is no text or empty counts as none. */
export function mailAddressHash(address: string, key: unknown): string {
  return createHmac('sha256', typeof key === 'string' && key !== '' ? key : NAMESPACE).update(address.trim().toLowerCase().normalize('NFC')).digest('hex');
}
