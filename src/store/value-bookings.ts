import type { Booking } from '../domain/value/value-fact.ts';
import { VALUE_RULES, type ValueWeights } from '../domain/value/value-rules.ts';
import type { ProjectDatabase } from './project-database.ts';

const VERSIONS = Object.fromEntries(VALUE_RULES.map(({ code, version }) => [code, version]));
const INDEXES = [
  'CREATE INDEX IF NOT EXISTS booking_giver ON booking (giver_kind, giver_id)',
  'CREATE INDEX IF NOT EXISTS booking_receiver ON booking (receiver_kind, receiver_id)',
  'CREATE INDEX IF NOT EXISTS booking_message ON booking (message_id)',
] as const;

/** Empties the ledger and everything computed from it. */
export function deleteBookings({ connection }: ProjectDatabase): void {
  connection.transaction(() => {
    connection.exec('DELETE FROM booking');
  }).immediate();
}

/** Writes one page of bookings in one transaction. */
export function storeBookings({ connection }: ProjectDatabase, bookings: readonly Booking[], weights: ValueWeights): void {
  const insert = connection.prepare(`INSERT INTO booking (rule, rule_version, giver_kind, giver_id, receiver_kind, receiver_id, units, points, basis, at_ms, brand_id, message_id, pair_message_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  connection.transaction(() => {
    for (const { rule, giverKind, giverId, receiverKind, receiverId, units, basis, atMs, brandId, messageId, pairMessageId } of bookings) {
      insert.run(rule, VERSIONS[rule] ?? 1, giverKind, giverId, receiverKind, receiverId, units, units * weights[rule], basis, atMs, brandId, messageId, pairMessageId);
    }
  }).immediate();
}

/** Drops the ledger's indexes before a rebuild: filling a sorted index once is several times faster than keeping it up. */
export function dropBookingIndexes({ connection }: ProjectDatabase): void {
  connection.exec('DROP INDEX IF EXISTS booking_giver; DROP INDEX IF EXISTS booking_receiver; DROP INDEX IF EXISTS booking_message');
}

/** Builds the ledger's indexes, one transaction each. */
export function createBookingIndexes({ connection }: ProjectDatabase): void {
  for (const index of INDEXES) connection.exec(index);
}

/** Prices every booking again with other weights: what a changed table costs. */
export function repriceBookings({ connection }: ProjectDatabase, weights: ValueWeights): void {
  connection
    .prepare(`UPDATE booking SET points = units * w.value FROM json_each(?) w WHERE w.key = booking.rule AND booking.points <> booking.units * w.value`)
    .run(JSON.stringify(weights));
}
