import type Database from 'better-sqlite3';
import type { Direction, EvidenceSpan } from '../domain/model/reading.ts';
import { packedChances, packedSpans } from './reading-bytes.ts';
import { inMillionths } from './reading-values.ts';

const READING = `CREATE TABLE reading (message_id INTEGER PRIMARY KEY REFERENCES message(id) ON DELETE CASCADE, direction TEXT NOT NULL, text_kind TEXT NOT NULL, language TEXT NOT NULL, sentiment TEXT, negative REAL,
  intents INTEGER, primary_intent TEXT, acts INTEGER, primary_act TEXT, recommendation_sign INTEGER, economic_tie INTEGER NOT NULL, thanks INTEGER NOT NULL, doubt INTEGER NOT NULL DEFAULT 0, abstained INTEGER NOT NULL DEFAULT 0, contact INTEGER NOT NULL DEFAULT 0,
  surest_millionths INTEGER, tone TEXT, probabilities BLOB, spans BLOB, promises TEXT) STRICT`;
const COPIED = ['message_id', 'direction', 'text_kind', 'language', 'sentiment', 'negative', 'intents', 'primary_intent', 'acts', 'primary_act', 'recommendation_sign', 'economic_tie', 'thanks', 'doubt', 'abstained', 'contact', 'tone', 'promises'].join(', ');

/** Registers what turns texts of the sixth schema into bytes of the seventh. */
function addFunctions(connection: Database.Database): void {
  const packing = { deterministic: true, directOnly: true };
  connection.function('packed_chances', packing, (text: unknown, direction: unknown) => (typeof text === 'string' ? Buffer.from(packedChances(JSON.parse(text) as Record<string, number>, direction as Direction)) : null));
  connection.function('packed_spans', packing, (text: unknown) => (typeof text === 'string' ? Buffer.from(packedSpans(JSON.parse(text) as EvidenceSpan[])) : null));
  connection.function('in_millionths', packing, (chance: unknown) => inMillionths(chance as number | null));
}

/**
 * Makes the table of readings anew for the seventh schema: probabilities and spans as bytes ({@link packedChances},
 * {@link packedSpans}) instead of JSON, a third of what a row took. Readings that are there are turned, not made again.
 * Its indexes and triggers follow word for word; none of them fires for rows that only move. Inside the migration's transaction.
 */
export function compactReadings(connection: Database.Database): void {
  addFunctions(connection);
  const around = connection.prepare(`SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = 'reading' AND type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY type, name`).all() as { type: string; name: string; sql: string }[];
  for (const { type, name } of around) connection.exec(`DROP ${type} "${name}"`);
  connection.exec(`ALTER TABLE reading RENAME TO reading_as_text; ${READING};
    INSERT INTO reading (${COPIED}, surest_millionths, probabilities, spans) SELECT ${COPIED}, in_millionths(surest), packed_chances(probabilities, direction), packed_spans(spans) FROM reading_as_text ORDER BY message_id;
    DROP TABLE reading_as_text;`);
  for (const { sql } of around) connection.exec(sql);
}
