import type { ProjectDatabase } from './project-database.ts';
import { chancesIn, packedChances } from './reading-bytes.ts';
import { inMillionths } from './reading-values.ts';

/** Columns of a reading that stay with a dropped text as they are: what was meant, not where it stands in the words. */
const KEPT = ['direction', 'text_kind', 'language', 'sentiment', 'negative', 'intents', 'primary_intent', 'acts', 'primary_act', 'recommendation_sign', 'economic_tie', 'thanks', 'doubt', 'abstained', 'contact', 'tone'] as const;
/** Columns that earlier versions did not keep, and that are never null. */
const SINCE: ReadonlySet<string> = new Set(['doubt', 'abstained', 'contact']);

type Kept = Partial<Record<(typeof KEPT)[number], string | number | null>> & {
  /** As earlier versions wrote it: JSON within JSON. */
  readonly probabilities?: string | null;
  readonly surest?: number | null;
};

/** What is kept of a message's reading when its text is dropped, as JSON; null where it has none. */
export function keptReading({ connection }: Pick<ProjectDatabase, 'connection'>): (messageId: number) => string | null {
  const select = connection.prepare(`SELECT ${KEPT.join(', ')}, probabilities, surest_millionths FROM reading WHERE message_id = ?`);
  return (messageId) => {
    const row = select.get(messageId) as (Record<(typeof KEPT)[number], string | number | null> & { probabilities: Uint8Array | null; surest_millionths: number | null }) | undefined;
    if (row === undefined) return null;
    const { probabilities, surest_millionths: millionths, ...kept } = row;
    return JSON.stringify({ ...kept, probabilities: probabilities === null ? null : JSON.stringify(chancesIn(probabilities)), surest: millionths === null ? null : millionths / 1e6 } satisfies Kept);
  };
}

/** Gives messages whose text was dropped the reading they had while it was there; one whose text came back is read anew. */
export function restoreDroppedReadings({ connection }: ProjectDatabase): void {
  connection.exec('DELETE FROM dropped_text WHERE EXISTS (SELECT 1 FROM message m WHERE m.id = message_id AND m.text IS NOT NULL)');
  const rows = connection.prepare('SELECT message_id, reading FROM dropped_text WHERE reading IS NOT NULL').raw().all() as [number, string][];
  const insert = connection.prepare(`INSERT OR REPLACE INTO reading (message_id, ${KEPT.join(', ')}, probabilities, surest_millionths) VALUES (?, ${KEPT.map(() => '?').join(', ')}, ?, ?)`);
  for (const [id, text] of rows) {
    const kept = JSON.parse(text) as Kept;
    insert.run(id, ...KEPT.map((column) => kept[column] ?? (SINCE.has(column) ? 0 : null)), typeof kept.probabilities === 'string' ? packedChances(JSON.parse(kept.probabilities) as Record<string, number>, kept.direction === 'outbound' ? 'outbound' : 'inbound') : null, inMillionths(kept.surest ?? null));
  }
}
