import { COLUMN_COUNT, RULE_COUNT, RULE_POSITION, pointsOf, weightVector } from '../domain/value/value-columns.ts';
import type { ValueWeights } from '../domain/value/value-rules.ts';
import { LEAST_BOOKINGS, valueZone } from '../domain/value/value-zone.ts';
import type { ProjectDatabase } from './project-database.ts';

const NOTED = 'SELECT account_id FROM ledger_account';

/**
 * The value tribe each asker belonged to just before asking, by first message of the request: from bookings with an
 * earlier time only, because an answer books points and would sort those who were answered among those who receive.
 * Requests of people with under five earlier bookings are absent; with `notedOnly` those of people who have not been noted, too.
 * One sorted pass over the bookings of askers.
 */
export function tribesBeforeRequests({ connection }: ProjectDatabase, { weights, brandId, borderLog2, notedOnly }: { weights: ValueWeights; brandId: number | null; borderLog2?: number; notedOnly: boolean }): Map<number, string> {
  const active = `SELECT account_id FROM account_balance WHERE bookings > ${LEAST_BOOKINGS}${notedOnly ? ` AND account_id IN (${NOTED})` : ''}`;
  const own = '(@brandId IS NULL OR brand_id IS NULL OR brand_id = @brandId)';
  const rows = connection
    .prepare(`SELECT * FROM (
        SELECT giver_id AS account, at_ms, 1 AS event, rule, units, 0 AS side FROM booking WHERE giver_kind = 'account' AND giver_id IN (${active}) AND ${own}
        UNION ALL SELECT receiver_id, at_ms, 1, rule, units, 1 FROM booking WHERE receiver_kind = 'account' AND receiver_id IN (${active}) AND basis <> 'estimated' AND ${own}
        UNION ALL SELECT DISTINCT account_id, at_ms, 0, '', message_id, 0 FROM request WHERE account_id IN (${active}) AND at_ms IS NOT NULL)
      WHERE at_ms IS NOT NULL ORDER BY account, at_ms, event`)
    .raw().iterate({ brandId }) as IterableIterator<[number, number, number, string, number, number]>;
  const vector = weightVector(weights);
  const units = new Float64Array(COLUMN_COUNT);
  const before = new Map<number, string>();
  let current = 0;
  let bookings = 0;
  for (const [account, , event, rule, amount, side] of rows) {
    if (account !== current) {
      current = account;
      bookings = 0;
      units.fill(0);
    }
    if (event === 1) {
      const column = (RULE_POSITION[rule] ?? 0) + side * RULE_COUNT;
      units[column] = (units[column] ?? 0) + amount;
      bookings += 1;
    } else if (bookings >= LEAST_BOOKINGS) before.set(amount, `value:${valueZone({ bookings, ...pointsOf(units, vector) }, borderLog2)}`);
  }
  return before;
}

/** Takes away the tribes of askers who belonged to none before asking, and returns the messages whose tribe is another than what stands. With `notedOnly` requests of others stay as they are. One scan of the requests. */
export function settleTribesBefore({ connection }: ProjectDatabase, before: ReadonlyMap<number, string>, { notedOnly }: { readonly notedOnly: boolean }): Map<number, string> {
  const gone: number[] = [];
  const changed = new Map<number, string>();
  for (const [id, messageId, stored] of connection.prepare(`SELECT id, message_id, tribe_before FROM request NOT INDEXED${notedOnly ? ` WHERE account_id IN (${NOTED})` : ''}`).raw().iterate() as IterableIterator<[number, number, string | null]>) {
    const tribe = before.get(messageId) ?? null;
    if (tribe === stored) continue;
    if (tribe === null) gone.push(id);
    else changed.set(messageId, tribe);
  }
  const clear = connection.prepare('UPDATE request SET tribe_before = NULL WHERE id = ?');
  connection.transaction(() => {
    for (const id of gone) clear.run(id);
  }).immediate();
  return changed;
}
