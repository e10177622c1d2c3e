import { likelyCopies, type CopyCandidate } from '../domain/account/likely-copies.ts';
import { textKey } from '../domain/response/text-key.ts';
import type { ProjectDatabase } from './project-database.ts';

interface CandidateRow extends Omit<CopyCandidate, 'names' | 'key' | 'importIds'> {
  readonly text: string;
  readonly name: string | null;
  readonly handle: string | null;
  readonly importId: number;
}

/** What identifies a message whatever its row. */
export interface MessageKey {
  readonly network: string;
  readonly kind: string;
  readonly nativeId: string;
}

/** A person's word on two records: one message, or two. */
export interface DuplicateDecision {
  readonly a: MessageKey;
  readonly b: MessageKey;
  readonly verdict: 'same' | 'different';
  readonly atMs: number;
}

/** FNV-1a over UTF-16 units: enough to find the few texts that occur twice without keeping all in memory. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/**
 * Messages of a network whose text occurs more than once, in several imports or under an id that came as several kinds: only
 * among these can two be one. Some 16 bytes a message.
 */
function sharedTexts(connection: ProjectDatabase['connection'], network: number): number[] {
  const most = connection.prepare(`SELECT count(*) FROM message WHERE network_id = ? AND text IS NOT NULL AND text <> ''`).pluck().get(network) as number;
  const [ids, imports, hashes] = [new Float64Array(most), new Uint32Array(most), new Int32Array(most)];
  let size = 0;
  for (const [id, importId, text] of connection.prepare(`SELECT id, import_id, text FROM message NOT INDEXED WHERE network_id = ? AND text IS NOT NULL AND text <> ''`).raw().iterate(network) as IterableIterator<[number, number, string]>) {
    ids[size] = id;
    imports[size] = importId;
    hashes[size] = hashOf(textKey(text));
    size += 1;
  }
  const twice = new Set<number>();
  const ordered = hashes.slice(0, size).sort();
  for (let at = 1; at < size; at += 1) if (ordered[at] === ordered[at - 1]) twice.add(ordered[at] ?? 0);
  if (twice.size === 0) return [];
  const sameIds = new Set(connection.prepare(`SELECT id FROM message WHERE network_id = @network AND native_id IN (SELECT native_id FROM message WHERE network_id = @network GROUP BY native_id HAVING count(*) > 1)`).pluck().all({ network }) as number[]);
  const firstImport = new Map<number, number>();
  const wanted = new Set<number>();
  for (let at = 0; at < size; at += 1) {
    const hash = hashes[at] ?? 0;
    if (!twice.has(hash)) continue;
    const before = firstImport.get(hash);
    if (before === undefined) firstImport.set(hash, imports[at] ?? 0);
    if ((before !== undefined && before !== imports[at]) || sameIds.has(ids[at] ?? 0)) wanted.add(hash);
  }
  const found: number[] = [];
  for (let at = 0; at < size; at += 1) if (wanted.has(hashes[at] ?? 0)) found.push(ids[at] ?? 0);
  return found;
}

const foldedName = (name: string): string => name.replace(/^@/, '').normalize('NFC').toLowerCase().trim();

/**
 * Finds again which records are likely one message brought by two tools; pairs that a person decided are left out. Looks
 * only at networks that several imports brought, and at messages with a text. One pass over their texts, whose numbers
 * alone are kept but for what occurs twice. To be called inside a transaction.
 */
export function refreshLikelyCopies({ connection }: ProjectDatabase): void {
  connection.exec('DELETE FROM likely_duplicate');
  const imports = connection.prepare('SELECT count(*) FROM import WHERE EXISTS (SELECT 1 FROM message m WHERE m.import_id = import.id)').pluck().get() as number;
  if (imports < 2) return;
  const networks = connection.prepare('SELECT network_id FROM message GROUP BY network_id HAVING min(import_id) < max(import_id)').pluck().all() as number[];
  const read = connection.prepare(`SELECT m.id AS id, m.network_id AS networkId, m.native_id AS nativeId, m.kind AS kind, m.container_id AS containerId, m.root_id AS rootId, m.created_at_ms AS atMs, m.precision AS precision, m.text AS text,
    a.name AS name, a.handle AS handle, m.import_id AS importId FROM message m LEFT JOIN account a ON a.id = m.account_id WHERE m.id = ?`);
  const sightings = connection.prepare(`SELECT import_id FROM sighting WHERE record = 'message' AND record_id = ?`).pluck();
  const insert = connection.prepare('INSERT OR IGNORE INTO likely_duplicate (message_a, message_b, likeness, reason) VALUES (?, ?, ?, ?)');
  for (const network of networks) {
    const ids = sharedTexts(connection, network);
    if (ids.length === 0) continue;
    const candidates = ids.flatMap((id): CopyCandidate[] => {
      const { text, name, handle, importId, ...row } = read.get(id) as CandidateRow;
      const key = textKey(text);
      return key === '' ? [] : [{ ...row, key, names: [name, handle].flatMap((written) => (written === null || written.trim() === '' ? [] : [foldedName(written)])), importIds: new Set([importId, ...(sightings.all(id) as number[])]) }];
    });
    for (const { a, b, likeness, reason } of likelyCopies(candidates)) insert.run(a, b, likeness, reason);
  }
  connection.exec(`DELETE FROM likely_duplicate WHERE EXISTS (SELECT 1 FROM duplicate_decision d JOIN network n ON n.code = d.network_a
    JOIN message a ON a.id = likely_duplicate.message_a JOIN message b ON b.id = likely_duplicate.message_b
    WHERE a.network_id = n.id AND ((d.kind_a = a.kind AND d.message_a = a.native_id AND d.kind_b = b.kind AND d.message_b = b.native_id) OR (d.kind_a = b.kind AND d.message_a = b.native_id AND d.kind_b = a.kind AND d.message_b = a.native_id)))`);
}

/** Number of pairs that wait for a person's word; of one import when its id is given. */
export function openPairCount({ connection }: ProjectDatabase, importId: number | null = null): number {
  return connection.prepare(`SELECT count(*) FROM likely_duplicate p WHERE @importId IS NULL OR EXISTS (SELECT 1 FROM message m WHERE m.id IN (p.message_a, p.message_b) AND m.import_id = @importId)`).pluck().get({ importId }) as number;
}

/** A message's content-wide key by its id, whether it stands among the messages or was set aside; null for an unknown id. */
export function messageKey({ connection }: ProjectDatabase, id: number): MessageKey | null {
  const key = connection.prepare(`SELECT n.code AS network, m.kind AS kind, m.native_id AS nativeId FROM message m JOIN network n ON n.id = m.network_id WHERE m.id = @id
    UNION ALL SELECT n.code, s.content ->> '$.message.kind', s.native_id FROM set_aside s JOIN network n ON n.id = s.network_id WHERE s.message_id = @id LIMIT 1`).get({ id }) as MessageKey | undefined;
  return key ?? null;
}

/** Puts the two keys of a decision into the order in which it is kept, so that a pair has one decision. */
export function orderedPair(one: MessageKey, other: MessageKey): { readonly a: MessageKey; readonly b: MessageKey } {
  const text = ({ network, kind, nativeId }: MessageKey): string => `${nativeId} ${kind} ${network}`;
  return text(one) <= text(other) ? { a: one, b: other } : { a: other, b: one };
}

/** The decision on one pair, or null. */
export function duplicateDecision({ connection }: ProjectDatabase, { a, b }: { readonly a: MessageKey; readonly b: MessageKey }): DuplicateDecision | null {
  const row = connection.prepare('SELECT verdict, at_ms AS atMs FROM duplicate_decision WHERE network_a = ? AND kind_a = ? AND message_a = ? AND network_b = ? AND kind_b = ? AND message_b = ?').get(a.network, a.kind, a.nativeId, b.network, b.kind, b.nativeId) as { verdict: 'same' | 'different'; atMs: number } | undefined;
  return row === undefined ? null : { a, b, ...row };
}

/** Makes a decision stand, or takes it back when the verdict is null. */
export function putDuplicateDecision({ connection }: ProjectDatabase, { a, b, verdict, atMs }: Omit<DuplicateDecision, 'verdict'> & { readonly verdict: DuplicateDecision['verdict'] | null }): void {
  const keys = [a.network, a.kind, a.nativeId, b.network, b.kind, b.nativeId];
  connection.prepare('DELETE FROM duplicate_decision WHERE network_a = ? AND kind_a = ? AND message_a = ? AND network_b = ? AND kind_b = ? AND message_b = ?').run(...keys);
  if (verdict !== null) connection.prepare('INSERT INTO duplicate_decision (network_a, kind_a, message_a, network_b, kind_b, message_b, verdict, at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(...keys, verdict, atMs);
}
