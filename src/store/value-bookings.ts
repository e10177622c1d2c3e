import type { Booking } from '../domain/value/value-fact.ts';
import { VALUE_RULES, type ValueWeights } from '../domain/value/value-rules.ts';
import type { ProjectDatabase } from './project-database.ts';

const VERSIONS = Object.fromEntries(VALUE_RULES.map(({ code, version }) => [code, version]));
const INDEXES = [
  'CREATE INDEX IF NOT EXISTS booking_giver ON booking (giver_kind, giver_id)',
  'CREATE INDEX IF NOT EXISTS booking_receiver ON booking (receiver_kind, receiver_id)',
  'CREATE INDEX IF NOT EXISTS booking_message ON booking (message_id)',
] as const;

/** At most so many bookings rest on one message: a million named likes have room, and two thousand million messages. */
const PER_MESSAGE = 2 ** 22;

/** Gives bookings their ids. */
export type BookingNumbers = (messageId: number) => number;

/**
 * Ids that follow from what is booked, not from when: those of a message's bookings stand together, in the order in which
 * the rules make them. A ledger that was kept up to date is then the same, ids and order of rows included, as one that was
 * made anew, and sums over it agree to the last bit. Four bytes a message. Throws RangeError `too many bookings: message 5`.
 */
export function bookingNumbers({ connection }: ProjectDatabase): BookingNumbers {
  const given = new Uint32Array(((connection.prepare('SELECT max(id) FROM message').pluck().get() as number | null) ?? 0) + 1);
  return (messageId) => {
    const place = given[messageId] ?? 0;
    if (place >= PER_MESSAGE) throw new RangeError(`too many bookings: message ${messageId}`);
    given[messageId] = place + 1;
    return messageId * PER_MESSAGE + place;
  };
}

/** Empties the ledger. */
export function deleteBookings({ connection }: ProjectDatabase): void {
  connection.transaction(() => {
    connection.exec('DELETE FROM booking');
  }).immediate();
}

/** Takes out the bookings of the messages laid out in the temporary table `touched`; returns how many there were. */
export function deleteTouchedBookings({ connection }: ProjectDatabase): number {
  return connection.prepare('DELETE FROM booking WHERE message_id IN (SELECT id FROM temp.touched)').run().changes;
}

/** Writes one page of bookings in one transaction. */
export function storeBookings({ connection }: ProjectDatabase, bookings: readonly Booking[], { weights, numberOf }: { readonly weights: ValueWeights; readonly numberOf: BookingNumbers }): void {
  const insert = connection.prepare(`INSERT INTO booking (id, rule, rule_version, giver_kind, giver_id, receiver_kind, receiver_id, units, points, basis, at_ms, brand_id, message_id, pair_message_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  connection.transaction(() => {
    for (const { rule, giverKind, giverId, receiverKind, receiverId, units, basis, atMs, brandId, messageId, pairMessageId } of bookings) {
      insert.run(numberOf(messageId), rule, VERSIONS[rule] ?? 1, giverKind, giverId, receiverKind, receiverId, units, units * weights[rule], basis, atMs, brandId, messageId, pairMessageId);
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
