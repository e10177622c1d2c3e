import { ACTS, INTENTS, REQUEST_INTENTS, codeSet, codesIn, type Intent } from '../domain/model/codes.ts';
import { saidLabels } from '../domain/reading-check/read-alike.ts';
import type { ValueRuleCode } from '../domain/model/value-codes.ts';
import type { ReadableRule } from '../domain/value/corrected-bookings.ts';
import { DETAIL_CHARACTERS } from '../domain/value/value-rules.ts';
import type { ProjectDatabase } from './project-database.ts';
import { ADDRESSED, dropSeen, IS_PUBLIC, layOutSeen, MAYBE_PARENT, NAMES_VOICE, TO_OTHER, UNDER_PROMOTION, WITH_PARENT } from './seen-records.ts';
import type { LedgerScope } from './value-ledger.ts';

const HELP = codeSet(INTENTS, ['help']);
const REQUEST = codeSet(INTENTS, REQUEST_INTENTS);
const UNPAID = 's.person AND NOT s.tied AND NOT s.tie';
const QUIET = `s.person AND s.head IS NULL AND NOT s.intents & ${REQUEST}`;
const OF_REQUESTS = 'request q JOIN seen s ON s.id = q.message_id WHERE s.account IS NOT NULL AND q.brand_id IS NOT NULL';
const ANSWERED = `((q.outcome = 'public' AND q.answer_message_id IS NOT NULL) OR q.peer_at_ms IS NOT NULL OR s.id IN (SELECT head FROM helped))`;
const REPLIED = `s.id IN (SELECT c.parent FROM seen c WHERE c.parent IS NOT NULL AND c.voice IS NOT NULL AND c.kind ${IS_PUBLIC} AND NOT c.acts & ${codeSet(ACTS, ['deflect'])})`;
const NAMED = `(SELECT x.account_id FROM mention x WHERE x.message_id = s.id AND x.account_id <> s.account AND NOT ${NAMES_VOICE} ORDER BY x.rowid LIMIT 1)`;
const addressed = (condition: string): string => `SELECT id, brand, NULL AS pair FROM (SELECT s.id AS id, ${ADDRESSED} AS brand FROM ${MAYBE_PARENT} WHERE ${condition}) WHERE brand IS NOT NULL`;

/** Messages that fulfil all that a rule asks besides a label: id, brand, and the message whose choice chooses the booking too. What the reader took for no request counts where it would have been one. */
const FULFILS: Readonly<Partial<Record<ValueRuleCode, string>>> = {
  'question-answered': `SELECT s.id AS id, q.brand_id AS brand, NULL AS pair FROM ${OF_REQUESTS} AND s.kind ${IS_PUBLIC} AND ${ANSWERED}
    UNION ALL SELECT p.id, p.owner, NULL FROM ${WITH_PARENT} WHERE ${TO_OTHER} AND s.intents & ${HELP} AND p.head IS NULL AND p.kind ${IS_PUBLIC}
    UNION ALL ${addressed(`${QUIET} AND s.kind ${IS_PUBLIC} AND ${REPLIED}`)}`,
  'peer-help': `SELECT s.id AS id, COALESCE(${ADDRESSED}, s.owner) AS brand, p.id AS pair FROM ${WITH_PARENT} WHERE ${TO_OTHER}
    UNION ALL SELECT s.id, COALESCE(${ADDRESSED}, s.owner), NULL FROM ${MAYBE_PARENT} WHERE s.person AND NOT COALESCE(p.person AND p.account <> s.account, 0) AND ${NAMED} IS NOT NULL`,
  idea: `SELECT s.id AS id, q.brand_id AS brand, NULL AS pair FROM ${OF_REQUESTS} UNION ALL ${addressed(QUIET)}`,
  'fault-report': `SELECT s.id AS id, q.brand_id AS brand, NULL AS pair FROM ${OF_REQUESTS}
      AND (s.characters >= ${DETAIL_CHARACTERS} OR EXISTS (SELECT 1 FROM request_part f WHERE f.request_id = q.id AND f.message_id <> q.message_id))
    UNION ALL ${addressed(`${QUIET} AND s.characters >= ${DETAIL_CHARACTERS}`)}`,
  review: addressed(`${UNPAID} AND s.kind <> 'review' AND NOT s.thanks AND s.characters >= ${DETAIL_CHARACTERS}`),
  recommendation: `SELECT s.id AS id, ${ADDRESSED} AS brand, NULL AS pair FROM ${MAYBE_PARENT} WHERE ${UNPAID}`,
  'contest-entry': addressed('s.person'),
  discount: `SELECT id, brand, NULL AS pair FROM (SELECT s.id AS id, ${UNDER_PROMOTION} AS brand FROM seen s WHERE s.person) WHERE brand IS NOT NULL`,
};

type Row = readonly [settled: number, primary: Intent | null, intents: number, sign: 1 | -1 | null, messages: number];

/**
 * For each of these rules, its bookings in a part of the ledger and the messages that it would book if their labels said so, by how
 * they were read. Booked messages are those of the ledger itself; the others are looked for in the records, without those that
 * carry the label already and are not booked for another reason, and without those whose labels a person gave. One pass over
 * the records; leaves no trace in the project.
 */
export function readableBookings(project: ProjectDatabase, { brandId, condition }: LedgerScope, labelsOf: Readonly<Partial<Record<ValueRuleCode, readonly Intent[]>>>): ReadableRule[] {
  const { connection } = project;
  const drop = (): void => {
    connection.exec('DROP TABLE IF EXISTS temp.helped; DROP TABLE IF EXISTS temp.told; DROP TABLE IF EXISTS temp.picked');
    dropSeen(project);
  };
  drop();
  try {
    layOutSeen(project);
    connection.exec(`CREATE TEMP TABLE helped AS SELECT DISTINCT p.head AS head FROM ${WITH_PARENT} WHERE ${TO_OTHER} AND s.intents & ${HELP} AND p.head IS NOT NULL;
      CREATE TEMP TABLE told (id INTEGER PRIMARY KEY);
      INSERT OR IGNORE INTO temp.told SELECT m.id FROM label_verdict d JOIN network n ON n.code = d.network JOIN message m ON m.network_id = n.id AND m.native_id = d.message AND m.kind = d.kind WHERE d.intents IS NOT NULL;
      CREATE TEMP TABLE picked (id INTEGER PRIMARY KEY)`);
    if (condition !== null) connection.prepare(`INSERT INTO temp.picked SELECT m.id FROM message m WHERE ${condition.sql}`).run(...condition.parameters);
    const isPicked = (id: string, pair: string): string => (condition === null ? '1' : `(${id} IN (SELECT id FROM temp.picked) OR ${pair} IN (SELECT id FROM temp.picked))`);
    return Object.entries(labelsOf).flatMap(([code, labels]): ReadableRule[] => {
      const rule = code as ValueRuleCode;
      const fulfils = FULFILS[rule];
      if (fulfils === undefined) return [];
      const bits = codeSet(INTENTS, labels);
      // advice to avoid, and what a contest keeps from being a discount, carry the label and do not book: they belong to the choice
      const label = rule === 'recommendation' ? '0' : rule === 'discount' ? `(r.intents & ${bits} AND NOT r.intents & ${codeSet(INTENTS, ['contest'])})` : `r.intents & ${bits}`;
      const rows = connection.prepare(`SELECT settled, primary_intent, intents, sign, count(*) FROM (
          SELECT NOT (COALESCE(r.intents & ${bits}, 0) AND r.primary_intent IS NOT NULL) OR b.message_id IN (SELECT id FROM temp.told) AS settled, r.primary_intent, r.intents, r.recommendation_sign AS sign
            FROM booking b LEFT JOIN reading r ON r.message_id = b.message_id WHERE b.rule = @rule AND (@brandId IS NULL OR b.brand_id IS NULL OR b.brand_id = @brandId) AND ${isPicked('b.message_id', 'b.pair_message_id')}
          UNION ALL SELECT 0, primary_intent, intents, sign FROM (SELECT r.primary_intent, r.intents, r.recommendation_sign AS sign FROM (${fulfils}) f JOIN reading r ON r.message_id = f.id
            WHERE r.primary_intent IS NOT NULL AND NOT ${label} AND (@brandId IS NULL OR f.brand IS NULL OR f.brand = @brandId) AND ${isPicked('f.id', 'f.pair')}
              AND f.id NOT IN (SELECT id FROM temp.told) AND f.id NOT IN (SELECT message_id FROM booking WHERE rule = @rule) GROUP BY f.id)) GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`)
        .raw().all({ rule, brandId }) as Row[];
      return [{
        rule, settled: rows.reduce((sum, [settled, , , , messages]) => sum + (settled === 1 ? messages : 0), 0),
        cells: rows.flatMap(([settled, primary, intents, sign, messages]) => (settled === 1 ? [] : [{ said: saidLabels(primary, codesIn(INTENTS, intents)), sign, messages }])),
      }];
    });
  } finally {
    drop();
  }
}

/** Inbound messages that the check's sample stands for, by the label that stands first today, in the order of the intents; of texts with at least so many characters. One pass. */
export function readLabelCounts({ connection }: ProjectDatabase, { leastCharacters = 0 }: { readonly leastCharacters?: number } = {}): number[] {
  const rows = connection.prepare(`SELECT r.primary_intent, r.intents, count(*) FROM reading r JOIN message m ON m.id = r.message_id
    WHERE r.direction = 'inbound' AND r.primary_intent IS NOT NULL AND (? = 0 OR length(m.text) >= ?) GROUP BY 1, 2`).raw().all(leastCharacters, leastCharacters) as [Intent, number, number][];
  const counts = INTENTS.map(() => 0);
  for (const [primary, intents, messages] of rows) {
    const at = INTENTS.indexOf(saidLabels(primary, codesIn(INTENTS, intents))[0]);
    counts[at] = (counts[at] ?? 0) + messages;
  }
  return counts;
}

/** Those of some messages whose text has at least so many characters. */
export function messagesOfLength({ connection }: ProjectDatabase, messageIds: readonly number[], leastCharacters: number): Set<number> {
  return new Set(connection.prepare('SELECT m.id FROM message m WHERE m.id IN (SELECT value FROM json_each(?)) AND length(m.text) >= ?').pluck().all(JSON.stringify(messageIds), leastCharacters) as number[]);
}
