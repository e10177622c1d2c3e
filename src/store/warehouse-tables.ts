import type { WarehouseCell, WarehouseColumn, WarehouseTableName } from '../domain/model/warehouse.ts';
import type { ProjectDatabase } from './project-database.ts';

/** A table for other engines: its columns, and how they are read. */
export interface WarehouseTable {
  readonly columns: readonly WarehouseColumn[];
  /** Expression that orders the rows, indexed and never falling; several rows may share a value. */
  readonly key: string;
  /** What is selected, in the order of the columns. */
  readonly values: string;
  readonly source: string;
}

/** A page of a table as columns, and the key after which the next page begins; null at the end. */
export interface WarehousePage {
  readonly columns: readonly (readonly WarehouseCell[])[];
  readonly after: number | null;
}

const whole = (name: string, meaning: string): WarehouseColumn => ({ name, kind: 'whole', meaning });
const real = (name: string, meaning: string): WarehouseColumn => ({ name, kind: 'real', meaning });
const text = (name: string, meaning: string): WarehouseColumn => ({ name, kind: 'text', meaning });
const truth = (name: string, meaning: string): WarehouseColumn => ({ name, kind: 'truth', meaning });

/** The tables that leave, each with one row per thing and names instead of the project's inner numbers where there are names. */
export const WAREHOUSE: Readonly<Record<WarehouseTableName, WarehouseTable>> = {
  accounts: {
    columns: [whole('account_id', 'Number of the profile in these tables.'), text('network', 'Code of the network.'), text('native_id', 'Its id on the network.'), text('handle', 'Its handle.'), text('name', 'The name it shows.'), whole('followers', 'Followers as the file declared them.')],
    key: 'a.id', values: 'a.id, n.code, a.native_id, a.handle, a.name, a.followers', source: 'account a JOIN network n ON n.id = a.network_id',
  },
  messages: {
    columns: [
      whole('message_id', 'Number of the message in these tables.'), text('network', 'Code of the network.'), text('native_id', 'Its id on the network.'), text('container', 'Page, channel or group.'), whole('account_id', 'Who wrote it.'), text('kind', 'Post, comment, reply and so on.'),
      whole('created_at_ms', 'When, milliseconds since 1970 UTC.'), text('precision', 'How exactly the time is known.'), whole('parent_id', 'The message it answers.'), whole('root_id', 'The message its thread begins with.'),
      text('direction', 'inbound: to a brand or among people; outbound: by a brand.'), text('language', 'Language read.'), text('sentiment', 'negative, neutral or positive; empty when unread.'), text('primary_intent', 'The likeliest kind of an inbound message.'), text('primary_act', 'The likeliest act of an outbound message.'), text('text', 'The text.'),
    ],
    key: 'm.id',
    values: 'm.id, n.code, m.native_id, c.name, m.account_id, m.kind, m.created_at_ms, m.precision, m.parent_id, m.root_id, r.direction, r.language, r.sentiment, r.primary_intent, r.primary_act, m.text',
    source: 'message m JOIN network n ON n.id = m.network_id LEFT JOIN container c ON c.id = m.container_id LEFT JOIN reading r ON r.message_id = m.id',
  },
  requests: {
    columns: [
      whole('request_id', 'Number of the request.'), whole('message_id', 'Its first message.'), text('brand', 'The brand it is addressed to.'), truth('leads', 'True for one row of each message: counts over all brands take these only.'), truth('counted', 'True where an answer could have been seen in full and the asker is of the public: figures take these only.'),
      whole('account_id', 'Who asked.'), text('network', 'Code of the network.'), text('container', 'Page, channel or group.'), whole('at_ms', 'When, milliseconds since 1970 UTC.'), text('precision', 'fine: to the minute or better; day; count: not to be timed.'), text('intents', 'Its kinds, each between commas (,trouble,information,).'),
      whole('observation_end_ms', 'Until when an answer could have been seen.'), text('outcome', 'public, private, nod or silence.'), real('waited_seconds', 'Wait by the wall clock, to the answer or to the end of observation.'), truth('censored', 'True where no answer was seen until the end.'), truth('inferred', 'True where the answer is tied by a name or a quote alone.'), truth('peer_first', 'True where another person answered before.'),
      whole('local_hour', 'Hour of arrival in the project’s zone.'), whole('local_weekday', 'Day of the week of arrival, 1 = Monday.'),
    ],
    key: 'q.id',
    values: `q.id, q.message_id, b.name, q.leads = 1, q.listed_apart IS NULL AND q.observability = 'observable', q.account_id, n.code, c.name, q.at_ms, q.precision, CASE WHEN q.intent_order = '' THEN ',' ELSE ',' || replace(q.intent_order, ' ', ',') || ',' END, q.observation_end_ms, q.outcome, q.waited_s, q.censored = 1, q.inferred = 1, q.peer_first = 1, q.local_hour, q.local_weekday`,
    source: 'request q JOIN brand b ON b.id = q.brand_id JOIN network n ON n.id = q.network_id LEFT JOIN container c ON c.id = q.container_id',
  },
  bookings: {
    columns: [
      whole('booking_id', 'Number of the booking.'), text('rule', 'The rule that made it.'), whole('rule_version', 'Version of the rule.'), text('giver_kind', 'account, brand or commons.'), whole('giver_id', 'Who gave, by its kind.'), text('receiver_kind', 'account, brand or commons.'), whole('receiver_id', 'Who received, by its kind.'),
      real('units', 'How many times over.'), real('points', 'Units by the weight in force.'), text('basis', 'observed, received or estimated.'), whole('at_ms', 'When, milliseconds since 1970 UTC.'), text('brand', 'The brand it concerns.'), whole('message_id', 'The message it rests on.'),
    ],
    key: 'k.id', values: 'k.id, k.rule, k.rule_version, k.giver_kind, k.giver_id, k.receiver_kind, k.receiver_id, k.units, k.points, k.basis, k.at_ms, b.name, k.message_id', source: 'booking k LEFT JOIN brand b ON b.id = k.brand_id',
  },
  tribe_members: {
    columns: [text('tribe', 'Code of the tribe.'), text('lens', 'roles, interests, value, communities or own.'), whole('account_id', 'Who belongs to it.')],
    key: 't.account_id', values: 't.tribe, e.lens, t.account_id', source: 'tribe_member t JOIN tribe e ON e.id = t.tribe',
  },
};

/** How many rows a table has. O(rows). */
export function warehouseRowCount({ connection }: ProjectDatabase, name: WarehouseTableName): number {
  return connection.prepare(`SELECT count(*) FROM ${WAREHOUSE[name].source}`).pluck().get() as number;
}

/** About `size` rows of a table after a key (null: from the start), by key. Rows of one key stay together, so that no page begins in their midst. O(size). */
export function warehousePage({ connection }: ProjectDatabase, name: WarehouseTableName, { after, size }: { readonly after: number | null; readonly size: number }): WarehousePage {
  const { columns, key, values, source } = WAREHOUSE[name];
  const start = after ?? -1;
  const last = connection.prepare(`SELECT ${key} FROM ${source} WHERE ${key} > ? ORDER BY ${key} LIMIT 1 OFFSET ?`).pluck().get(start, size - 1) as number | undefined;
  const rows = connection.prepare(`SELECT ${values} FROM ${source} WHERE ${key} > ? AND ${key} <= ? ORDER BY ${key}`).raw().all(start, last ?? Number.MAX_SAFE_INTEGER) as (number | string | null)[][];
  return { columns: columns.map(({ kind }, place) => rows.map((row) => (kind === 'truth' ? row[place] === 1 : (row[place] ?? null)))), after: last ?? null };
}
