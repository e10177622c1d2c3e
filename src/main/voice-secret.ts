import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SEALED = 'voice-secret.sealed';
/** Where the secret lies in the open, for its user alone, on systems without a keychain (src/app/present/project-secret.ts). */
const OPEN = 'pseudonym-secret';
const SHAPE = /^[0-9a-f]{64}$/;

/** What is used of the system's keychain. */
export interface Keychain {
  readonly isEncryptionAvailable: () => boolean;
  /** On Linux `basic_text` is a password that everybody knows, and no keychain at all. */
  readonly getSelectedStorageBackend?: () => string;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (sealed: Buffer) => string;
}

/**
 * The secret that names of voices are made with, sealed by the system's keychain: 32 bytes in hex. A secret that lay in the
 * open is sealed and its file removed, once it was opened again to prove it. Null without a keychain, or when it does not open
 * what it sealed: then the secret stays, or is made, in a file for its user alone.
 */
export function voiceSecret(stateFolder: string, keychain: Keychain): string | null {
  try {
    if (!keychain.isEncryptionAvailable() || ['basic_text', 'unknown'].includes(keychain.getSelectedStorageBackend?.() ?? '')) return null;
    const [sealed, open] = [join(stateFolder, SEALED), join(stateFolder, OPEN)];
    if (existsSync(sealed)) {
      const kept = keychain.decryptString(readFileSync(sealed));
      return SHAPE.test(kept) ? kept : null;
    }
    const before = existsSync(open) ? readFileSync(open, 'utf8').trim() : '';
    const secret = SHAPE.test(before) ? before : randomBytes(32).toString('hex');
    const closed = keychain.encryptString(secret);
    if (keychain.decryptString(closed) !== secret) return null;
    const written = `${sealed}.${String(process.pid)}.new`;
    writeFileSync(written, closed, { mode: 0o600 });
    chmodSync(written, 0o600);
    renameSync(written, sealed);
    rmSync(open, { force: true });
    return secret;
  } catch {
    return null;
  }
}
