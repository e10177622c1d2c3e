import type { ProbeMatch } from '../domain/model/probe.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Kind of record under which probes are written down. */
export const PROBE_KIND = 'probe';
/** The one record that says whether the messages of probes are left out. */
export const PROBE_RULE = { kind: 'probe-rule', id: 'all' } as const;

/** A probe and the imported message it is. */
export interface MatchedProbe {
  readonly probeId: string;
  readonly messageId: number;
  readonly how: ProbeMatch;
}

/** A reply to a probe's message, by someone who speaks for a brand; times UTC ms. */
export interface ProbeReply {
  readonly probeNativeId: string;
  readonly networkId: number;
  readonly messageId: number;
  readonly atMs: number;
  readonly author: string | null;
  readonly deflects: boolean;
}

interface ProbeRow {
  readonly id: string;
  readonly network: string;
  readonly container: string | null;
  readonly nativeId: string | null;
  readonly text: string;
  readonly atMs: number;
}

const DAY_MS = 86_400_000;
const SKEW_MS = 300_000;

/** True where the messages of probes are to be left out: so they are, unless a person said otherwise. */
export function probesLeftOut({ connection }: ProjectDatabase): boolean {
  return connection.prepare(`SELECT body ->> '$.leftOut' FROM plan_record WHERE kind = ? AND id = ?`).pluck().get(PROBE_RULE.kind, PROBE_RULE.id) !== 0;
}

/** True where somebody wrote a probe down. */
export function hasProbes({ connection }: ProjectDatabase): boolean {
  return connection.prepare('SELECT 1 FROM plan_record WHERE kind = ? LIMIT 1').get(PROBE_KIND) !== undefined;
}

/**
 * The probes that are among the messages: by the source's own id or address, else by the same text on the same network (and
 * page, where one is named) within a day, the nearest in time. No message is two probes. A few look-ups a probe.
 */
export function matchedProbes({ connection }: ProjectDatabase): MatchedProbe[] {
  const probes = connection.prepare(`SELECT id, body ->> '$.network' AS network, body ->> '$.container' AS container, body ->> '$.nativeId' AS nativeId, body ->> '$.text' AS text, body ->> '$.atMs' AS atMs FROM plan_record WHERE kind = ? ORDER BY made_ms, id`).all(PROBE_KIND) as ProbeRow[];
  const byId = connection.prepare('SELECT m.id FROM message m JOIN network n ON n.id = m.network_id WHERE n.code = @network AND m.native_id = @nativeId ORDER BY m.id').pluck();
  const byAddress = connection.prepare('SELECT m.id FROM message m JOIN network n ON n.id = m.network_id WHERE n.code = @network AND m.url = @nativeId AND m.created_at_ms BETWEEN @fromMs AND @toMs ORDER BY m.id').pluck();
  const byText = connection.prepare(`SELECT m.id FROM message m JOIN network n ON n.id = m.network_id LEFT JOIN container c ON c.id = m.container_id
    WHERE m.created_at_ms BETWEEN @fromMs AND @toMs AND n.code = @network AND trim(m.text) = @text AND (@container IS NULL OR c.name IS NULL OR c.name = @container) ORDER BY abs(m.created_at_ms - @atMs), m.id`).pluck();
  const taken = new Set<number>();
  return probes.flatMap(({ id: probeId, network, container, nativeId, text, atMs }): MatchedProbe[] => {
    const days = { fromMs: atMs - DAY_MS, toMs: atMs + DAY_MS };
    const free = (ids: unknown[]): number | undefined => (ids as number[]).find((id) => !taken.has(id));
    const named = nativeId === null || nativeId === '' ? undefined : (free(byId.all({ network, nativeId })) ?? free(byAddress.all({ network, nativeId, ...days })));
    const messageId = named ?? (text.trim() === '' ? undefined : free(byText.all({ network, text: text.trim(), container: container === '' ? null : container, atMs, ...days })));
    if (messageId === undefined) return [];
    taken.add(messageId);
    return [{ probeId, messageId, how: named === undefined ? 'text' : 'id' }];
  });
}

/** Replies of brands to messages by their own ids (network and id), the earliest first. One look over the messages that name what they answer. */
export function repliesToProbes({ connection }: ProjectDatabase, keys: readonly { readonly networkId: number; readonly nativeId: string; readonly atMs: number }[], deflectBit: number): ProbeReply[] {
  if (keys.length === 0) return [];
  const rows = connection.prepare(`SELECT m.parent_native_id AS probeNativeId, m.network_id AS networkId, m.id AS messageId, m.created_at_ms AS atMs, COALESCE(a.name, a.handle) AS author, COALESCE(r.acts, 0) & @deflectBit AS deflects
    FROM message m JOIN account a ON a.id = m.account_id LEFT JOIN reading r ON r.message_id = m.id
    WHERE m.parent_native_id IN (SELECT value ->> '$.nativeId' FROM json_each(@keys)) AND m.created_at_ms IS NOT NULL AND EXISTS (SELECT 1 FROM account_role v WHERE v.account_id = m.account_id AND v.role = 'voice')
    ORDER BY m.created_at_ms, m.id`).all({ keys: JSON.stringify(keys), deflectBit }) as (Omit<ProbeReply, 'deflects'> & { deflects: number })[];
  const known = new Map(keys.map((key) => [`${String(key.networkId)} ${key.nativeId}`, key.atMs]));
  return rows.flatMap(({ deflects, ...row }) => {
    const atMs = known.get(`${String(row.networkId)} ${row.probeNativeId}`);
    return atMs === undefined || row.atMs < atMs - SKEW_MS ? [] : [{ ...row, deflects: deflects !== 0 }];
  });
}

/** Where a message stands and what its source calls it; null for one that is not there. */
export function messagePlace({ connection }: ProjectDatabase, messageId: number): { readonly networkId: number; readonly nativeId: string; readonly containerId: number | null; readonly atMs: number | null } | null {
  return (connection.prepare('SELECT network_id AS networkId, native_id AS nativeId, container_id AS containerId, created_at_ms AS atMs FROM message WHERE id = ?').get(messageId) as ReturnType<typeof messagePlace> | undefined) ?? null;
}
