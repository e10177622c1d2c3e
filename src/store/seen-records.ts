import { ACTS, codeSet } from '../domain/model/codes.ts';
import type { ProjectDatabase } from './project-database.ts';
import { BY_DESK } from './unclaimed-desks.ts';

/** True where a role of the alias held when what the alias `m` names was written; open ends hold. */
export const heldThen = (alias: string): string => `(${alias}.from_ms IS NULL OR m.created_at_ms IS NULL OR m.created_at_ms >= ${alias}.from_ms) AND (${alias}.to_ms IS NULL OR m.created_at_ms IS NULL OR m.created_at_ms < ${alias}.to_ms)`;

/** True where the author of alias `m` held one of these quoted roles then. */
export const holdsRole = (roles: string): string => `EXISTS (SELECT 1 FROM account_role v WHERE v.account_id = m.account_id AND v.role IN (${roles}) AND ${heldThen('v')})`;
/** True where the author of alias `m`, who speaks for no brand of the project, is no person: a program, or the desk of another firm. */
export const IS_NO_PERSON = `(${holdsRole(`'bot'`)} OR ${BY_DESK})`;
const ROLED = `m.account_id IN (SELECT account_id FROM account_role WHERE role IN ('voice', 'employee', 'partner', 'bot'))`;

const SEEN = `CREATE TEMP TABLE seen (id INTEGER PRIMARY KEY, account INTEGER, parent INTEGER, root INTEGER, kind TEXT, container INTEGER, owner INTEGER, voice INTEGER, bot INTEGER, tied INTEGER,
    intents INTEGER, acts INTEGER, thanks INTEGER, sign INTEGER, tie INTEGER, text_kind TEXT, characters INTEGER, likes INTEGER, views INTEGER, head INTEGER, person INTEGER);
  INSERT INTO seen SELECT m.id, m.account_id, m.parent_id, m.root_id, m.kind, m.container_id, c.brand_id,
    CASE WHEN ${ROLED} THEN (SELECT min(v.brand_id) FROM account_role v WHERE v.account_id = m.account_id AND v.role = 'voice' AND ${heldThen('v')}) END,
    CASE WHEN ${ROLED} THEN ${IS_NO_PERSON} ELSE 0 END, CASE WHEN ${ROLED} THEN ${holdsRole(`'employee', 'partner'`)} ELSE 0 END,
    COALESCE(r.intents, 0), COALESCE(r.acts, 0), COALESCE(r.thanks, 0), r.recommendation_sign, COALESCE(r.economic_tie, 0), r.text_kind, COALESCE(length(m.text), 0), m.likes, m.views, NULL, 0
  FROM message m LEFT JOIN reading r ON r.message_id = m.id LEFT JOIN container c ON c.id = m.container_id ORDER BY m.id`;

const HEADS = `UPDATE seen SET head = (SELECT q.message_id FROM request_part p JOIN request q ON q.id = p.request_id WHERE p.message_id = seen.id ORDER BY q.brand_id, q.message_id LIMIT 1) WHERE id IN (SELECT message_id FROM request_part);
  UPDATE seen SET head = id WHERE id IN (SELECT message_id FROM request);
  UPDATE seen SET person = 1 WHERE account IS NOT NULL AND voice IS NULL AND NOT bot`;

const MENTION_VOICE = `(SELECT v.brand_id FROM mention x JOIN account_role v ON v.account_id = x.account_id AND v.role = 'voice' AND v.brand_id IS NOT NULL JOIN message m ON m.id = x.message_id
  WHERE x.message_id = s.id AND ${heldThen('v')} ORDER BY x.rowid, v.brand_id LIMIT 1)`;
/** The brand a message is written to; needs aliases s (message) and p (parent, outer-joined). */
export const ADDRESSED = `COALESCE(p.voice, ${MENTION_VOICE}, CASE WHEN p.account IS NOT NULL AND p.account <> s.account THEN NULL ELSE s.owner END)`;
/** True where the account that alias x (mention) names spoke for a brand then, or for another firm. */
export const NAMES_VOICE = `EXISTS (SELECT 1 FROM account_role v JOIN message m ON m.id = x.message_id WHERE v.account_id = x.account_id AND v.role = 'voice' AND ${heldThen('v')})`;
/** Messages as alias s with the message they reply to as alias p. */
export const WITH_PARENT = 'seen s JOIN seen p ON p.id = s.parent';
/** Messages as alias s with the message they reply to, if any, as alias p. */
export const MAYBE_PARENT = 'seen s LEFT JOIN seen p ON p.id = s.parent';
/** A person replies to another person. */
export const TO_OTHER = 's.person AND p.person AND p.account <> s.account';
/** To stand after a kind: others can read it. */
export const IS_PUBLIC = `NOT IN ('ticket', 'message')`;
/** The brand whose promotion opens the thread of alias s; null where none does. */
export const UNDER_PROMOTION = `(SELECT o.voice FROM seen o WHERE o.id = s.root AND o.id <> s.id AND o.acts & ${codeSet(ACTS, ['promotion'])})`;

/**
 * Lays out in the temporary table `seen` what every message says by itself, with the author's standing at that time and the
 * request it opens or completes (`head`). Some 100 bytes a message; to be dropped by {@link dropSeen}.
 */
export function layOutSeen({ connection }: Pick<ProjectDatabase, 'connection'>): void {
  // parents are looked up at random: with the usual few pages of temporary storage each look-up would read the disk
  connection.pragma('temp.cache_size = -131072');
  dropTable(connection);
  connection.exec(SEEN);
  connection.exec(HEADS);
}

/** Forgets what {@link layOutSeen} laid out. */
export function dropSeen({ connection }: Pick<ProjectDatabase, 'connection'>): void {
  dropTable(connection);
  connection.pragma('temp.cache_size = -2048');
}

function dropTable(connection: ProjectDatabase['connection']): void {
  connection.exec('DROP TABLE IF EXISTS temp.seen');
}
