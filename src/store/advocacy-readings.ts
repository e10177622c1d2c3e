import { INTENTS, codesIn, type Intent } from '../domain/model/codes.ts';
import { saidLabels } from '../domain/reading-check/read-alike.ts';
import type { AdvocacyReading, PersonCell } from '../domain/trust/corrected-advocacy.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { TrustScope } from './trust-queries.ts';

const PEOPLE = `SELECT account_id FROM account_balance WHERE account_id NOT IN (SELECT account_id FROM account_role WHERE role = 'employee')`;
const TOLD = `WITH told AS MATERIALIZED (SELECT m.id AS id FROM label_verdict d JOIN network n ON n.code = d.network JOIN message m ON m.network_id = n.id AND m.native_id = d.message AND m.kind = d.kind WHERE d.intents IS NOT NULL)`;
const AROUND = '(@brandId IS NULL OR b.brand_id IS NULL OR b.brand_id = @brandId)';

/**
 * How the unpaid messages of active people were read, and who is an advocate whatever their labels: who tagged a friend, who
 * recommends in a message that a person labelled. Messages that a person labelled otherwise are not in doubt and left out; so is
 * advice to use that the ledger did not book, because an economic tie stands against it.
 */
export function advocacyReadings({ connection }: ProjectDatabase, { brandId, messages }: TrustScope): Omit<AdvocacyReading, 'active'> {
  // filters are bound by place, the brand by name: SQLite takes both in one statement
  const bind = [...messages.parameters, { brandId }];
  const certain = new Set(connection.prepare(`${TOLD} SELECT DISTINCT b.giver_id FROM booking b JOIN message m ON m.id = b.message_id LEFT JOIN reading r ON r.message_id = b.message_id
      WHERE b.giver_kind = 'account' AND ${AROUND} AND b.giver_id IN (${PEOPLE}) AND (${messages.sql})
        AND (b.rule = 'tagged-friend' OR (b.rule = 'recommendation' AND (r.primary_intent IS NULL OR b.message_id IN (SELECT id FROM told))))`).pluck().all(...bind) as number[]);
  const rows = connection.prepare(`${TOLD} SELECT m.account_id, r.primary_intent, r.intents, r.recommendation_sign, count(*) FROM message m JOIN reading r ON r.message_id = m.id LEFT JOIN container c ON c.id = m.container_id
      WHERE r.direction = 'inbound' AND r.primary_intent IS NOT NULL AND r.economic_tie = 0 AND m.account_id IN (${PEOPLE}) AND m.id NOT IN (SELECT id FROM told) AND (${messages.sql})
        AND CASE WHEN r.recommendation_sign = 1 THEN EXISTS (SELECT 1 FROM booking b WHERE b.message_id = m.id AND b.rule = 'recommendation' AND ${AROUND})
          ELSE @brandId IS NULL OR c.brand_id IS NULL OR c.brand_id = @brandId END GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`)
    .raw().iterate(...bind) as IterableIterator<[account: number, primary: Intent, intents: number, sign: 1 | -1 | null, messages: number]>;
  const places = new Map<string, number>();
  const cells: { said: readonly string[]; sign: 1 | -1 | null }[] = [];
  const found = new Map<number, PersonCell[]>();
  for (const [account, primary, intents, sign, number] of rows) {
    const key = `${primary} ${intents} ${sign ?? ''}`;
    const cell = places.get(key) ?? cells.push({ said: saidLabels(primary, codesIn(INTENTS, intents)), sign }) - 1;
    places.set(key, cell);
    const own = found.get(account);
    if (own === undefined) found.set(account, [{ cell, messages: number }]);
    else own.push({ cell, messages: number });
  }
  return { certain, cells, messages: found };
}
