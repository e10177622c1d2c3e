import { INTENTS, codeSet } from '../domain/model/codes.ts';
import { BUILT_ON_LIMIT, DETAIL_CHARACTERS, WELCOME_PHRASES, isValueRuleCode, type ValueWeights } from '../domain/value/value-rules.ts';
import type { ProjectDatabase } from './project-database.ts';
import { ADDRESSED, dropSeen, heldThen, IS_NO_PERSON, IS_PUBLIC, layOutSeen, MAYBE_PARENT, NAMES_VOICE, TO_OTHER, UNDER_PROMOTION, WITH_PARENT } from './seen-records.ts';

/** Result of the second count of the ledger: points in all, and how many (rule, giver, receiver) do not agree with the bookings. */
export interface Recount {
  readonly recounted: number;
  readonly differences: number;
}

const bit = (...codes: (typeof INTENTS)[number][]): number => codeSet(INTENTS, codes);
const QUESTION = bit('information', 'purchase', 'decision');

/** Reactions, and who reacted: one row a person and message. */
const REACTED = `CREATE TEMP TABLE reacted (id INTEGER PRIMARY KEY, reactions INTEGER, named INTEGER, views INTEGER, viewers INTEGER);
  INSERT INTO reacted SELECT message_id, COALESCE(sum(count) FILTER (WHERE kind NOT IN ('view', 'share', 'follow', 'save')), 0), count(account_id) FILTER (WHERE kind NOT IN ('view', 'share', 'follow', 'save')),
    COALESCE(sum(count) FILTER (WHERE kind = 'view'), 0), count(account_id) FILTER (WHERE kind = 'view') FROM reaction WHERE message_id IS NOT NULL GROUP BY message_id;
  CREATE TEMP TABLE reactor AS SELECT m.message AS message, m.account_id AS account, m.class AS class,
    (SELECT min(v.brand_id) FROM account_role v WHERE v.account_id = m.account_id AND v.role = 'voice' AND ${heldThen('v')}) AS voice, ${IS_NO_PERSON} AS bot
    FROM (SELECT x.message_id AS message, x.account_id, CASE WHEN x.kind IN ('view', 'share') THEN x.kind ELSE 'reaction' END AS class, COALESCE(min(x.created_at_ms), w.created_at_ms) AS created_at_ms
      FROM reaction x JOIN message w ON w.id = x.message_id WHERE x.account_id IS NOT NULL GROUP BY 1, 2, 3) m`;

const PARTY_KIND = `CASE WHEN s.voice IS NULL THEN 'account' ELSE 'brand' END`;
const PARTY = 'COALESCE(s.voice, s.account)';
const WELCOMES = WELCOME_PHRASES.map((phrase) => `t.text LIKE '%${phrase}%'`).join(' OR ');

/** What each rule should have booked: rule, giver, receiver, units. One SELECT a rule, in words of SQL, from the records. */
const EXPECTED: readonly string[] = [
  `SELECT DISTINCT 'question-answered', ${PARTY_KIND}, ${PARTY}, 'commons', 0, 1, s.id FROM request q JOIN seen s ON s.id = q.message_id
    WHERE s.account IS NOT NULL AND q.intents & ${QUESTION} AND s.kind ${IS_PUBLIC} AND ((q.outcome = 'public' AND q.answer_message_id IS NOT NULL) OR q.peer_at_ms IS NOT NULL OR s.id IN (SELECT head FROM helped))`,
  `SELECT DISTINCT 'question-answered', 'account', p.account, 'commons', 0, 1, p.id FROM ${WITH_PARENT} WHERE ${TO_OTHER} AND s.intents & ${bit('help')} AND p.head IS NULL AND p.intents & ${QUESTION} AND p.kind ${IS_PUBLIC}`,
  `SELECT 'peer-help', 'account', s.account, 'account', p.account, 1, s.id FROM ${WITH_PARENT} WHERE ${TO_OTHER} AND s.intents & ${bit('help')}`,
  `SELECT 'peer-help', 'account', account, 'account', named, 1, id FROM (SELECT s.account, s.id, (SELECT x.account_id FROM mention x WHERE x.message_id = s.id AND x.account_id <> s.account AND NOT ${NAMES_VOICE} ORDER BY x.rowid LIMIT 1) AS named
    FROM ${MAYBE_PARENT} WHERE s.person AND s.intents & ${bit('help')} AND NOT COALESCE(p.person AND p.account <> s.account, 0)) WHERE named IS NOT NULL`,
  `SELECT DISTINCT 'thanked-solution', 'account', p.account, 'account', s.account, 1, p.id FROM ${WITH_PARENT} LEFT JOIN seen g ON g.id = p.parent WHERE ${TO_OTHER} AND s.thanks AND (p.intents & ${bit('help')} OR g.account = s.account)`,
  `SELECT 'idea', ${PARTY_KIND}, ${PARTY}, 'brand', q.brand_id, 1, s.id FROM request q JOIN seen s ON s.id = q.message_id WHERE s.account IS NOT NULL AND q.brand_id IS NOT NULL AND q.intents & ${bit('idea')}`,
  `SELECT 'fault-report', ${PARTY_KIND}, ${PARTY}, 'brand', q.brand_id, 1, s.id FROM request q JOIN seen s ON s.id = q.message_id WHERE s.account IS NOT NULL AND q.brand_id IS NOT NULL AND q.intents & ${bit('trouble')}
    AND (s.characters >= ${DETAIL_CHARACTERS} OR EXISTS (SELECT 1 FROM request_part f WHERE f.request_id = q.id AND f.message_id <> q.message_id))`,
  `SELECT 'review', 'account', account, 'brand', brand, 1, id FROM (SELECT s.account, s.id, ${ADDRESSED} AS brand FROM ${MAYBE_PARENT}
    WHERE s.person AND NOT s.tied AND NOT s.tie AND (s.kind = 'review' OR (s.intents & ${bit('praise')} AND NOT s.thanks AND s.characters >= ${DETAIL_CHARACTERS}))) WHERE brand IS NOT NULL`,
  `SELECT 'recommendation', 'account', s.account, 'commons', 0, 1, s.id FROM seen s WHERE s.person AND s.sign = 1 AND NOT s.tied AND NOT s.tie`,
  `SELECT 'tagged-friend', 'account', s.account, 'commons', 0, 1, s.id FROM ${MAYBE_PARENT} WHERE s.person AND s.owner IS NOT NULL AND NOT s.tied AND NOT s.tie AND NOT s.intents & ${bit('contest', 'trouble')} AND ${UNDER_PROMOTION} IS NULL
    AND s.id IN (SELECT x.message_id FROM mention x WHERE x.message_id = s.id AND (NOT x.leading OR s.text_kind = 'tags') AND NOT ${NAMES_VOICE} AND COALESCE(x.account_id <> s.account, 1) AND COALESCE(x.account_id <> p.account, 1))`,
  `SELECT 'welcome', 'account', s.account, 'account', p.account, 1, s.id FROM ${WITH_PARENT} JOIN message t ON t.id = s.id WHERE ${TO_OTHER} AND (${WELCOMES})`,
  `SELECT 'thanks', 'account', s.account, 'account', p.account, 1, s.id FROM ${WITH_PARENT} WHERE ${TO_OTHER} AND s.thanks`,
  `SELECT 'built-on', 'account', author, 'commons', 0, min(${BUILT_ON_LIMIT}, count(*)), content FROM (
      SELECT p.account AS author, p.id AS content, s.account AS person FROM ${WITH_PARENT} WHERE ${TO_OTHER} AND NOT s.thanks AND p.head IS NULL AND NOT p.intents & ${QUESTION}
      UNION SELECT p.account, p.id, x.account FROM reactor x JOIN seen p ON p.id = x.message WHERE x.class = 'share' AND p.person AND x.account <> p.account AND x.voice IS NULL AND NOT x.bot AND p.head IS NULL AND NOT p.intents & ${QUESTION}) GROUP BY content`,
  `SELECT 'brand-answer', 'brand', q.brand_id, ${PARTY_KIND}, ${PARTY}, 1, s.id FROM request q JOIN seen s ON s.id = q.message_id WHERE s.account IS NOT NULL AND q.brand_id IS NOT NULL AND q.outcome = 'public' AND q.answer_message_id IS NOT NULL`,
  `SELECT 'contest-entry', 'brand', brand, 'account', account, 1, id FROM (SELECT s.account, s.id, ${ADDRESSED} AS brand FROM ${MAYBE_PARENT} WHERE s.person AND s.intents & ${bit('contest')}) WHERE brand IS NOT NULL`,
  `SELECT 'discount', 'brand', brand, 'account', account, 1, id FROM (SELECT s.account, s.id, s.intents & ${bit('contest')} AS contest, ${ADDRESSED} AS addressed, ${UNDER_PROMOTION} AS brand FROM ${MAYBE_PARENT}
    WHERE s.person AND s.intents & ${bit('purchase')}) WHERE brand IS NOT NULL AND NOT (contest AND addressed IS NOT NULL)`,
  `SELECT class, giver_kind, giver, receiver_kind, receiver, 1, message FROM (SELECT x.class, CASE WHEN s.voice IS NULL THEN 'commons' ELSE 'brand' END AS giver_kind, COALESCE(s.voice, 0) AS giver,
    CASE WHEN x.voice IS NULL THEN 'account' ELSE 'brand' END AS receiver_kind, COALESCE(x.voice, x.account) AS receiver, x.message FROM reactor x JOIN seen s ON s.id = x.message
    WHERE x.class <> 'share' AND x.account IS NOT s.account) WHERE NOT (giver_kind = receiver_kind AND giver = receiver)`,
  `SELECT 'reaction', CASE WHEN s.voice IS NULL THEN 'commons' ELSE 'brand' END, COALESCE(s.voice, 0), 'audience', COALESCE(s.container, 0), max(COALESCE(s.likes, 0), COALESCE(x.reactions, 0)) - COALESCE(x.named, 0), s.id
    FROM seen s LEFT JOIN reacted x ON x.id = s.id WHERE max(COALESCE(s.likes, 0), COALESCE(x.reactions, 0)) > COALESCE(x.named, 0)`,
  `SELECT 'view', CASE WHEN s.voice IS NULL THEN 'commons' ELSE 'brand' END, COALESCE(s.voice, 0), 'audience', COALESCE(s.container, 0), max(COALESCE(s.views, 0), COALESCE(x.views, 0)) - COALESCE(x.viewers, 0), s.id
    FROM seen s LEFT JOIN reacted x ON x.id = s.id WHERE max(COALESCE(s.views, 0), COALESCE(x.views, 0)) > COALESCE(x.viewers, 0)`,
];

/**
 * Counts the ledger a second time, from messages, readings, requests and reactions alone, in SQL and without the code that
 * made the bookings, and compares the two: balanced books alone prove nothing. A difference is a (rule, giver, receiver)
 * whose units do not agree. Leaves no trace in the project; temporary tables of some 100 bytes a message.
 */
export function recountedLedger({ connection }: ProjectDatabase, weights: ValueWeights): Recount {
  const drop = (): void => {
    connection.exec('DROP TABLE IF EXISTS temp.expected; DROP TABLE IF EXISTS temp.helped; DROP TABLE IF EXISTS temp.reactor; DROP TABLE IF EXISTS temp.reacted');
    dropSeen({ connection });
  };
  drop();
  try {
    layOutSeen({ connection });
    connection.exec(REACTED);
    connection.exec(`CREATE TEMP TABLE helped AS SELECT DISTINCT p.head AS head FROM ${WITH_PARENT} WHERE ${TO_OTHER} AND s.intents & ${bit('help')} AND p.head IS NOT NULL`);
    connection.exec('CREATE TEMP TABLE expected (rule TEXT, giver_kind TEXT, giver_id INTEGER, receiver_kind TEXT, receiver_id INTEGER, units REAL, message_id INTEGER)');
    for (const expected of EXPECTED) connection.exec(`INSERT INTO temp.expected ${expected}`);
    const units = connection.prepare('SELECT rule, sum(units) FROM temp.expected GROUP BY rule').raw().all() as [string, number][];
    const recounted = units.reduce((sum, [rule, count]) => sum + count * (isValueRuleCode(rule) ? weights[rule] : 0), 0);
    const differences = connection
      .prepare(`SELECT count(*) FROM (SELECT 1 FROM (
          SELECT rule, giver_kind, giver_id, receiver_kind, receiver_id, units FROM temp.expected
          UNION ALL SELECT rule, giver_kind, giver_id, receiver_kind, receiver_id, -units FROM booking)
        GROUP BY rule, giver_kind, giver_id, receiver_kind, receiver_id HAVING abs(sum(units)) > 1e-9)`)
      .pluck().get() as number;
    return { recounted, differences };
  } finally {
    drop();
  }
}
