import { createHmac } from 'node:crypto';

/** Stands for the key where there is no project to give one, as in a trial: equal everywhere and known to everybody, so that it keeps nothing secret. */
const NAMESPACE = 'tribuna/mail-address/1';

/**
 * Hash of a mail address under a project's key, HMAC-SHA-256 as hex: the same however the address is capitalised, and no use to
 * who has not the key. A key that is no text or empty counts as none.
 */
export function mailAddressHash(address: string, key: unknown): string {
  return createHmac('sha256', typeof key === 'string' && key !== '' ? key : NAMESPACE).update(address.trim().toLowerCase().normalize('NFC')).digest('hex');
}
