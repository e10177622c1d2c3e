import { INTENTS, codeSet } from '../domain/model/codes.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

const TROUBLE = codeSet(INTENTS, ['trouble']);
const PRAISE = codeSet(INTENTS, ['praise']);

/** SQL that is true for criticism, on alias `r` (table reading): a problem, or advice to avoid. */
export const IS_CRITICISM = `(r.intents & ${TROUBLE} <> 0 OR COALESCE(r.recommendation_sign, 0) = -1)`;

/** A message of the public that criticises or praises. */
export interface PublicVoice {
  readonly messageId: number;
  readonly authorId: number | null;
  readonly rootId: number;
  readonly containerId: number | null;
  /** UTC ms; null where the time is not known to the day: no age is told from it. */
  readonly atMs: number | null;
  readonly criticism: boolean;
  readonly praise: boolean;
  /** Nobody sees it on the page: it vanished, the page hid it, or it is a ticket. */
  readonly offPage: boolean;
}

// roles hold between their dates
const APART = `EXISTS (SELECT 1 FROM account_role v WHERE v.account_id = m.account_id AND v.role IN ('voice', 'employee', 'partner', 'bot') AND (v.from_ms IS NULL OR m.created_at_ms IS NULL OR m.created_at_ms >= v.from_ms) AND (v.to_ms IS NULL OR m.created_at_ms IS NULL OR m.created_at_ms < v.to_ms))`;

/** Criticism and praise by the public under a condition on alias `m`, whoever it is addressed to; in id order. One pass over the readings. */
export function publicVoices({ connection }: ProjectDatabase, messages: SqlCondition): PublicVoice[] {
  const rows = connection
    .prepare(`SELECT m.id, m.account_id, COALESCE(m.root_id, m.id), m.container_id, CASE WHEN m.precision NOT IN ('relative', 'none') THEN m.created_at_ms END, ${IS_CRITICISM}, r.intents & ${PRAISE} <> 0,
        COALESCE(m.hidden, 0) = 1 OR m.kind = 'ticket' OR EXISTS (SELECT 1 FROM absence x WHERE x.message_id = m.id AND x.state = 'vanished')
      FROM reading r JOIN message m ON m.id = r.message_id
      WHERE r.intents IS NOT NULL AND (${IS_CRITICISM} OR r.intents & ${PRAISE} <> 0) AND NOT ${APART} AND (${messages.sql}) ORDER BY m.id`)
    .raw().all(...messages.parameters) as [number, number | null, number, number | null, number | null, number, number, number][];
  return rows.map(([messageId, authorId, rootId, containerId, atMs, criticism, praise, offPage]) => ({ messageId, authorId, rootId, containerId, atMs, criticism: criticism === 1, praise: praise === 1, offPage: offPage === 1 }));
}
