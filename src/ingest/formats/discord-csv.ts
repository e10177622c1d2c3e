import type { RecordedMessage, RejectedRow } from '../../domain/model/record.ts';
import { fileName } from '../file-name.ts';
import { AmbiguousDates } from '../ingest-failure.ts';
import { foldedHeaders, namedRows, type NamedRow } from '../named-rows.ts';
import { createContentIds } from '../content-ids.ts';
import { newAccount, newContainer, newMessage } from '../new-records.ts';
import type { RecordBatch, RecordFormat } from '../record-format.ts';
import { createTimeReader, timeColumn } from '../time-column.ts';
import { DISCORD } from './discord-exporter.ts';

const HEADERS = ['authorid', 'author', 'date', 'content', 'attachments', 'reactions'];

/** Dates with the month as three letters and two digits of the year, which other tables do not write: "01-Jan-20 01:33 AM". */
function fullDate(written: string): string {
  return written.replace(/^(\d{1,2})[-.](\p{L}{3})\p{L}*\.?[-.](\d{2})(?=\s)/u, '$1 $2 20$3');
}

/** Sum of "👍 (3), ❤ (1)"; null for an empty cell. */
function reactionCount(written: string): number | null {
  if (written === '') return null;
  return [...written.matchAll(/\((\d{1,9})\)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
}

/** The channel as the exporter names its files: "Server - category - channel [123].csv". */
function channelNamed(path: string): ReturnType<typeof newContainer> {
  const stem = fileName(path).replace(/\.csv$/i, '');
  const match = /^(.{1,200}?)\s*\[(\d{15,20})\]/.exec(stem);
  return match === null ? newContainer('channel', stem === '' ? 'Discord' : stem) : newContainer('channel', match[1] ?? stem, match[2]);
}

/**
 * One channel of Discord as DiscordChatExporter writes it in CSV: no ids of messages and no reply links; dates as the
 * machine that made the file writes them. Throws IngestFailure `invalid-input` when day and month cannot be told apart.
 */
export const DISCORD_CSV: RecordFormat = {
  id: 'discord-csv', name: 'Discord channel (DiscordChatExporter CSV)', description: 'messages of one channel without ids and reply links; JSON of the same tool holds both',
  recognise: (head) => {
    const headers = foldedHeaders({ head });
    return HEADERS.every((header) => headers.includes(header)) ? 0.96 : 0;
  },
  async *read(part, { timeZone, collectedAtMs, mapping, signal }): AsyncGenerator<RecordBatch> {
    const { table, name } = part.head;
    const position = foldedHeaders(part).indexOf('date');
    const times = timeColumn((table?.rows ?? []).map((cells) => fullDate(cells[position] ?? '')));
    if (times.ambiguous && mapping?.dateOrder === undefined) throw new AmbiguousDates();
    const readTime = createTimeReader({ order: mapping?.dateOrder ?? times.order ?? 'iso', timeZone, collectedAtMs, column: times });
    const idOf = createContentIds();
    const container = mapping?.container === undefined ? channelNamed(name) : newContainer(mapping.container.kind, mapping.container.name);
    const toMessage = (row: NamedRow): RecordedMessage | RejectedRow => {
      const { line } = row;
      const date = fullDate(row.cell('date'));
      if (date === '') return { line, code: 'missing-time', detail: 'the column Date is empty' };
      const time = readTime(date);
      if (time === null) return { line, code: 'unreadable-time', detail: 'the time in Date is not written like the others' };
      const [authorId, content] = [row.cell('authorid'), row.cell('content')];
      const handle = row.cell('author').replace(/#\d{4}$/, '');
      return newMessage({
        network: DISCORD, nativeId: idOf([container.nativeId, authorId, time.ms, content]), kind: 'message', line, time, container, text: content,
        author: newAccount({ id: authorId, handle, name: handle }), likes: reactionCount(row.cell('reactions')),
      });
    };
    for await (const { rows, rejected: broken, bytes } of namedRows(part, signal)) {
      const messages: RecordedMessage[] = [];
      const rejected: RejectedRow[] = [...broken];
      for (const row of rows) {
        const outcome = toMessage(row);
        if ('code' in outcome) rejected.push(outcome);
        else messages.push(outcome);
      }
      yield { messages, reactions: [], rejected, rows: messages.length + rejected.length, bytes };
    }
  },
};
