import type { ProjectDatabase } from './project-database.ts';

/** A message by what its source calls it: network, kind, own id. */
export type NamedMessage = readonly [network: string, kind: string, nativeId: string];
/** An account by what its source calls it: network, own id. */
export type NamedAccount = readonly [network: string, nativeId: string];

/** Tells which number a message has in this project, copies set aside included; null where it is not here. Keeps what it was asked. */
export function messageFinder({ connection }: ProjectDatabase): (name: NamedMessage) => number | null {
  const find = connection.prepare(`SELECT m.id FROM message m JOIN network n ON n.id = m.network_id WHERE n.code = @network AND m.native_id = @nativeId AND m.kind = @kind
    UNION ALL SELECT s.message_id FROM set_aside s JOIN network n ON n.id = s.network_id WHERE n.code = @network AND s.native_id = @nativeId AND s.content ->> '$.message.kind' = @kind LIMIT 1`).pluck();
  return remembered(([network, kind, nativeId]) => (find.get({ network, kind, nativeId }) as number | undefined) ?? null);
}

/** Tells which number an account has in this project; null where it is not here. Keeps what it was asked. */
export function accountFinder({ connection }: ProjectDatabase): (name: NamedAccount) => number | null {
  const find = connection.prepare('SELECT a.id FROM account a JOIN network n ON n.id = a.network_id WHERE n.code = ? AND a.native_id = ?').pluck();
  return remembered(([network, nativeId]) => (find.get(network, nativeId) as number | undefined) ?? null);
}

/** What sources call a message of this project; null for a number that none has. */
export function nameOfMessage({ connection }: ProjectDatabase): (id: number) => NamedMessage | null {
  const find = connection.prepare('SELECT n.code, m.kind, m.native_id FROM message m JOIN network n ON n.id = m.network_id WHERE m.id = ?').raw();
  return (id) => (find.get(id) as NamedMessage | undefined) ?? null;
}

/** What sources call an account of this project; null for a number that none has. */
export function nameOfAccount({ connection }: ProjectDatabase): (id: number) => NamedAccount | null {
  const find = connection.prepare('SELECT n.code, a.native_id FROM account a JOIN network n ON n.id = a.network_id WHERE a.id = ?').raw();
  return (id) => (find.get(id) as NamedAccount | undefined) ?? null;
}

function remembered<Name extends readonly string[]>(find: (name: Name) => number | null): (name: Name) => number | null {
  const known = new Map<string, number | null>();
  return (name) => {
    const key = JSON.stringify(name);
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const found = find(name);
    known.set(key, found);
    return found;
  };
}
