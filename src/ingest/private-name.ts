import { createHash } from 'node:crypto';

/** True for a mail address or a phone number standing where a name should; plain numbers are ids. */
function isContactDetail(name: string): boolean {
  return /^[^\s@]{1,64}@[^\s@]{1,190}\.[a-z]{2,24}$/i.test(name) || (/^\+?[\d\s().-]{7,24}$/.test(name) && /^\+|[\s()]/.test(name) && name.replace(/\D/g, '').length >= 7);
}

/**
 * The name of a person, or a pseudonym where a source puts a mail address or a phone number in its place: those are never
 * kept. The pseudonym is the same wherever the same address stands, so that a person stays one person; who already knows
 * the address could work it out, nobody else can.
 * @example privateName('Anna Rossi') // 'Anna Rossi'
 */
export function privateName(name: string): string {
  return isContactDetail(name) ? `person ${createHash('sha256').update(name.toLowerCase().replace(/[\s().-]/g, '')).digest('hex').slice(0, 12)}` : name;
}
