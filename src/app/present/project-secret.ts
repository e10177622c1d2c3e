import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../../store/durable-file.ts';

const FILE = 'pseudonym-secret';
const BYTES = 32;

/** The secret of this machine: 32 bytes beside the list of recent projects, made at its first use, readable by its user alone. */
function machineSecret(stateFolder: string): Buffer {
  const path = join(stateFolder, FILE);
  if (existsSync(path)) {
    const kept = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
    // a damaged secret would make weak names: a new one makes others
    if (kept.length === BYTES) return kept;
  }
  const secret = randomBytes(BYTES);
  writeDurably(path, `${secret.toString('hex')}\n`, { mode: 0o600 });
  return secret;
}

/** A secret that the host keeps; null without one, or for one that is no secret of this length. */
function keptSecret(kept: string | undefined): Buffer | null {
  const secret = Buffer.from(kept ?? '', 'hex');
  return secret.length === BYTES ? secret : null;
}

/**
 * The keyed hash that names people in one deliverable: HMAC-SHA-256 under a key of its own, made of this machine's secret, the
 * project and the deliverable. The secret never leaves `stateFolder`: neither the project file nor any export holds it, so
 * whoever has both cannot make a name again. `kept`: the secret in hex where the host keeps it in the system's keychain; then no
 * file is read or made. Another deliverable gets another key, and its names cannot be laid over these.
 * Throws what the file system throws when the secret can neither be read nor kept. Source: EDPB Guidelines 01/2025.
 */
export function deliverableDigest(stateFolder: string, { project, deliverable, kept }: { readonly project: string; readonly deliverable: string; readonly kept?: string | undefined }): (key: string) => string {
  const own = createHmac('sha256', keptSecret(kept) ?? machineSecret(stateFolder)).update(JSON.stringify([project, deliverable])).digest();
  return (key) => createHmac('sha256', own).update(key).digest('hex');
}
