import type { AddressedAdvice } from '../domain/trust/recommender-ties.ts';
import type { ProjectDatabase } from './project-database.ts';
import { KNOWN_TIME } from './exchange-queries.ts';
import type { TrustScope } from './trust-queries.ts';

const PEOPLE = 'SELECT account_id FROM account_balance';

/** Unpaid recommendations and tagged friends of a scope, as the part of trust counts them, with the people they are written to; in the order of the messages. */
export function addressedAdvice({ connection }: ProjectDatabase, { brandId, messages }: TrustScope): AddressedAdvice[] {
  const rows = connection
    .prepare(`WITH advice AS MATERIALIZED (SELECT b.message_id AS id, max(b.rule = 'tagged-friend') AS tags FROM booking b JOIN message m ON m.id = b.message_id
        WHERE b.rule IN ('recommendation', 'tagged-friend') AND b.giver_kind = 'account' AND (? IS NULL OR b.brand_id IS NULL OR b.brand_id = ?)
          AND b.giver_id IN (${PEOPLE} WHERE account_id NOT IN (SELECT account_id FROM account_role WHERE role = 'employee')) AND (${messages.sql}) GROUP BY 1)
      SELECT m.id, m.account_id, ${KNOWN_TIME}, advice.tags, (SELECT p.account_id FROM message p WHERE p.id = m.parent_id AND p.account_id IN (${PEOPLE})),
        (SELECT json_group_array(x.account_id) FROM mention x WHERE x.message_id = m.id AND x.account_id IN (${PEOPLE}))
      FROM advice JOIN message m ON m.id = advice.id ORDER BY m.id`)
    .raw().all(brandId, brandId, ...messages.parameters) as [number, number, number | null, number, number | null, string][];
  return rows.map(([messageId, personId, atMs, tags, parentId, mentioned]) => ({ messageId, personId, atMs, namesAbsent: tags === 1, toIds: [...new Set([...(parentId === null ? [] : [parentId]), ...(JSON.parse(mentioned) as number[])])] }));
}
