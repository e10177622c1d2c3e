import type { MessageKind, TimePrecision } from '../domain/model/codes.ts';
import type { ProjectDatabase } from './project-database.ts';

/** One of two copies, as a person compares them. */
export interface ShownCopy {
  readonly messageId: number;
  readonly nativeId: string;
  readonly network: string;
  readonly kind: MessageKind;
  readonly container: string | null;
  readonly authorName: string | null;
  readonly atMs: number | null;
  readonly precision: TimePrecision;
  readonly text: string | null;
  readonly file: string;
  /** It is out of every count, as the copy of the other. */
  readonly setAside: boolean;
}

/** Two records to review, or reviewed. */
export interface CopyPair {
  readonly a: ShownCopy;
  readonly b: ShownCopy;
  readonly likeness: number | null;
  readonly reason: string | null;
  readonly verdict: 'same' | 'different' | null;
}

interface PairRow {
  readonly a: number | null;
  readonly b: number | null;
  readonly likeness: number | null;
  readonly reason: string | null;
  readonly verdict: 'same' | 'different' | null;
}

const OPEN = `SELECT p.message_a AS a, p.message_b AS b, p.likeness AS likeness, p.reason AS reason, NULL AS verdict FROM likely_duplicate p JOIN message m ON m.id = p.message_a
  ORDER BY p.likeness DESC, m.native_id, p.message_b LIMIT @size OFFSET @from`;
const idOf = (side: 'a' | 'b'): string => `COALESCE((SELECT m.id FROM message m WHERE m.network_id = n${side}.id AND m.native_id = d.message_${side} AND m.kind = d.kind_${side}),
  (SELECT s.message_id FROM set_aside s WHERE s.network_id = n${side}.id AND s.native_id = d.message_${side} AND s.content ->> '$.message.kind' = d.kind_${side}))`;
const DECIDED = `SELECT ${idOf('a')} AS a, ${idOf('b')} AS b, NULL AS likeness, NULL AS reason, d.verdict AS verdict FROM duplicate_decision d
  JOIN network na ON na.code = d.network_a JOIN network nb ON nb.code = d.network_b WHERE d.verdict = @state ORDER BY d.at_ms DESC, d.message_a LIMIT @size OFFSET @from`;
const SHOWN = `m.native_id AS nativeId, n.code AS network, m.kind AS kind, c.name AS container, COALESCE(a.name, a.handle, a.native_id) AS authorName, m.created_at_ms AS atMs, m.precision AS precision, m.text AS text, i.file_name AS file`;
const JOINS = 'JOIN network n ON n.id = m.network_id JOIN import i ON i.id = m.import_id LEFT JOIN container c ON c.id = m.container_id LEFT JOIN account a ON a.id = m.account_id';
const ASIDE = `(SELECT message_id AS id, content ->> '$.message.network_id' AS network_id, native_id, content ->> '$.message.kind' AS kind, content ->> '$.message.container_id' AS container_id, content ->> '$.message.account_id' AS account_id,
  content ->> '$.message.created_at_ms' AS created_at_ms, content ->> '$.message.precision' AS precision, content ->> '$.message.text' AS text, import_id FROM set_aside)`;

/** One page of pairs: those that wait for a word (`open`), or those decided one way. Pairs of which a side is no longer in the data are left out of the page. */
export function copyPairs({ connection }: ProjectDatabase, { state, page, size }: { readonly state: 'open' | 'same' | 'different'; readonly page: number; readonly size: number }): CopyPair[] {
  const rows = connection.prepare(state === 'open' ? OPEN : DECIDED).all({ size, from: page * size, ...(state === 'open' ? {} : { state }) }) as PairRow[];
  const standing = connection.prepare(`SELECT m.id AS messageId, ${SHOWN}, 0 AS aside FROM message m ${JOINS} WHERE m.id = ?`);
  const aside = connection.prepare(`SELECT m.id AS messageId, ${SHOWN}, 1 AS aside FROM ${ASIDE} m ${JOINS} WHERE m.id = ?`);
  const shown = (id: number | null): ShownCopy | null => {
    const row = id === null ? undefined : ((standing.get(id) ?? aside.get(id)) as (Omit<ShownCopy, 'setAside'> & { aside: number }) | undefined);
    if (row === undefined) return null;
    const { aside: isAside, ...copy } = row;
    return { ...copy, setAside: isAside === 1 };
  };
  return rows.flatMap(({ a, b, ...rest }) => {
    const [first, second] = [shown(a), shown(b)];
    return first === null || second === null ? [] : [{ a: first, b: second, ...rest }];
  });
}

/** How many pairs wait for a word, and how many are decided each way. */
export function copyPairCounts({ connection }: ProjectDatabase): { readonly open: number; readonly same: number; readonly different: number } {
  return connection.prepare(`SELECT (SELECT count(*) FROM likely_duplicate) AS open, COALESCE(sum(verdict = 'same'), 0) AS same, COALESCE(sum(verdict = 'different'), 0) AS different FROM duplicate_decision`).get() as { open: number; same: number; different: number };
}
