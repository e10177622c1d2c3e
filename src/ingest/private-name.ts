import { createHash } from 'node:crypto';
import { isTelephoneNumber } from './telephone-number.ts';
import { withoutContacts } from './written-contacts.ts';

const MAIL_ADDRESS = /^(?:(?:mailto|smtp):)?[^\s@<>]{1,64}@[^\s@<>]{1,190}\.[a-z]{2,24}$/i;
const MAIL_INSIDE = /[^\s@<>"'(,;:]{1,64}@[^\s@<>]{1,190}\.[a-z]{2,24}/i;

/** True for a mail address or a telephone number; digits alone are none. */
export function isContact(written: string): boolean {
  return MAIL_ADDRESS.test(written.trim()) || isTelephoneNumber(written);
}

/**
 * The same for every way to write one address or number. A plain hash without a key: nobody can read it, but whoever
 * guesses an address can see whether it fits, and of telephone numbers there are few enough to try them all.
 */
function pseudonym(contact: string): string {
  const plain = contact.trim().toLowerCase().replace(/^(?:mailto|smtp|tel|sms|callto|whatsapp):/, '').replace(/[\s()./-]/g, '');
  return `person ${createHash('sha256').update(/^00\d+$/.test(plain) ? `+${plain.slice(2)}` : plain).digest('hex').slice(0, 12)}`;
}

/** What is left of a name without the mail addresses and telephone numbers in it; '' for nothing. */
export function nameWithoutContacts(name: string): string {
  const bare = withoutContacts(name).replace(/[(<[]?\[(?:mail|tel)\][)>\]]?/g, '').replace(/\s+/g, ' ').replace(/^[\s'"(<,;:·|-]+|[\s'"(<>,;:·|-]+$/g, '');
  return bare.includes('(') ? bare : bare.replace(/\)$/, '');
}

/**
 * The name of a person without the mail address or telephone number that a source writes beside it, or in its place, where
 * a pseudonym stands for it: those are never kept. The pseudonym is the same wherever the same address stands, so that a
 * person stays one person. What begins with an @ is a handle, `@name@server` too.
 * @example privateName('Anna Rossi <anna@esempio.it>') // 'Anna Rossi'
 */
export function privateName(name: string): string {
  if (!/[@\d]/.test(name) || name.startsWith('@')) return name;
  if (isContact(name)) return pseudonym(name);
  if (/^\d+$/.test(name) || withoutContacts(name) === name) return name;
  const rest = nameWithoutContacts(name);
  return rest === '' ? pseudonym(name) : rest;
}

/**
 * An id or handle as it may be kept: a pseudonym of the mail address or telephone number that it is, or of the address in
 * it. Digits alone stay: most of them are ids.
 */
export function privateId(id: string): string {
  if (!/[@\d]/.test(id) || id.startsWith('@')) return id;
  if (isContact(id)) return pseudonym(id);
  const mail = id.includes('@') ? MAIL_INSIDE.exec(id)?.[0] : undefined;
  return mail === undefined ? id : pseudonym(mail);
}

/** What tells a person apart that is known by name only, as it may be kept: two of one name with two addresses stay two. */
export function nameId(name: string): string {
  const id = privateId(name);
  return id !== name || privateName(name) === name ? id : pseudonym(name);
}
