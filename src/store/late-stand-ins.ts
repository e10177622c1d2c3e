import { NAMING_COLUMNS } from './erase-statements.ts';
import type { ProjectDatabase } from './project-database.ts';

/** What names a message that is not to be known, and what stands for it. */
export interface NamedStandIn {
  readonly network: string;
  readonly name: string;
  readonly standIn: string;
}

/** Exchanges names of messages by their stand-ins wherever other messages, or what imports say of them, name them. One transaction of its own; one pass over the messages that name others. Reactions to such messages go. */
export function nameStandIns({ connection }: ProjectDatabase, names: readonly NamedStandIn[]): void {
  const networks = new Map(connection.prepare('SELECT code, id FROM network').raw().all() as [string, number][]);
  const standIns = new Map(names.map(({ network, name, standIn }) => [`${String(networks.get(network))} ${name}`, standIn]));
  const exchanged = (networkId: number, name: string | null): string | null => (name === null ? null : (standIns.get(`${String(networkId)} ${name}`) ?? name));
  connection.transaction(() => {
    const put = connection.prepare(`UPDATE message SET ${NAMING_COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`);
    const rows = connection.prepare(`SELECT id, network_id, ${NAMING_COLUMNS.join(', ')} FROM message WHERE COALESCE(${NAMING_COLUMNS.join(', ')}) IS NOT NULL`).raw().all() as [number, number, ...(string | null)[]][];
    for (const [id, networkId, ...named] of rows) {
      const left = named.map((name) => exchanged(networkId, name));
      if (left.some((name, place) => name !== named[place])) put.run(...left, id);
    }
    for (const table of ['own_statement', 'sighting'] as const) {
      const rowsOf = connection.prepare(`SELECT s.place, s.stated FROM (SELECT json_array(record_id${table === 'sighting' ? ', import_id' : ''}) AS place, record, record_id, stated FROM ${table}) s WHERE s.record = 'message' AND s.stated IS NOT NULL`).raw().all() as [string, string][];
      const networkOf = connection.prepare('SELECT network_id FROM message WHERE id = ?').pluck();
      const state = connection.prepare(`UPDATE ${table} SET stated = ? WHERE record = 'message' AND record_id = ?${table === 'sighting' ? ' AND import_id = ?' : ''}`);
      for (const [key, stated] of rowsOf) {
        const [id, ...rest] = JSON.parse(key) as [number, ...number[]];
        const values = JSON.parse(stated) as Record<string, string | number | null>;
        const networkId = Number(networkOf.get(id));
        const left = Object.fromEntries(Object.entries(values).map(([column, value]) => [column, (NAMING_COLUMNS as readonly string[]).includes(column) && typeof value === 'string' ? exchanged(networkId, value) : value]));
        const text = JSON.stringify(left);
        if (text !== stated) state.run(text, id, ...rest);
      }
    }
    const unreact = connection.prepare('DELETE FROM reaction WHERE network_id = ? AND target_native_id = ?');
    for (const { network, name } of names) unreact.run(networks.get(network), name);
  }).immediate();
}
