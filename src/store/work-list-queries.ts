import type { ProjectDatabase } from './project-database.ts';

/** What names a message whatever the project (network, kind, the source's own number), and where it can be read. */
export interface MessageAddress {
  readonly key: string;
  readonly url: string | null;
}

/** Addresses of messages, by number; numbers that are not there are absent. */
export function messageAddresses({ connection }: ProjectDatabase, ids: readonly number[]): Map<number, MessageAddress> {
  const rows = connection.prepare(`SELECT m.id AS id, n.code || ' ' || m.kind || ' ' || m.native_id AS key, m.url AS url FROM json_each(?) wanted JOIN message m ON m.id = wanted.value JOIN network n ON n.id = m.network_id`).all(JSON.stringify(ids)) as ({ id: number } & MessageAddress)[];
  return new Map(rows.map(({ id, key, url }) => [id, { key, url }]));
}
